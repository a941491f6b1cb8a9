package io.bloop.type;

/**
 * Names the data types that DynamoDB tags a value with.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html">AttributeValue</a>
 * @since 0.1.0
 */
public enum Tag {
    /** A string. */
    S,
    /** A number, as decimal text. */
    N,
    /** Binary data. */
    B,
    /** A set of strings. */
    SS,
    /** A set of numbers. */
    NS,
    /** A set of binaries. */
    BS,
    /** A map from strings to values. */
    M,
    /** A list of values. */
    L,
    /** A boolean. */
    BOOL,
    /** An explicit null. */
    NULL
}
