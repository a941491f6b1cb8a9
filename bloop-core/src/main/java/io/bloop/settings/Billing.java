package io.bloop.settings;

/**
 * Names the billing modes of a table.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BillingModeSummary.html">Billing mode</a>
 */
public enum Billing {
    /** Pays for capacity units that are set beforehand. */
    PROVISIONED,
    /** Pays for each request. */
    ON_DEMAND
}
