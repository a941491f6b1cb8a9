package io.bloop.read;

/**
 * Names which writes a read sees.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html">Read consistency</a>
 * @since 0.1.0
 */
public enum Consistency {
    /** Perhaps not the latest; half the read units. */
    EVENTUAL,
    /** Every write that succeeded before. */
    STRONG
}
