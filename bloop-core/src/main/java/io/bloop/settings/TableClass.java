package io.bloop.settings;

/**
 * Names the classes of tables, which weigh the price of storage against that of requests.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.TableClasses.html">Table classes</a>
 * @since 0.1.0
 */
public enum TableClass {
    /** For tables whose cost is mostly that of requests. */
    STANDARD,
    /** For tables whose cost is mostly that of storage. */
    INFREQUENT_ACCESS
}
