package io.bloop.settings;

/**
 * Names the billing modes of a table.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BillingModeSummary.html">Billing mode</a>
 * @since 0.1.0
 */
public enum Billing {
    /** Pays for capacity units that are set beforehand. */
    PROVISIONED,
    /** Pays for each request. */
    ON_DEMAND
}
