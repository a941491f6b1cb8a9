package io.bloop.boot.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/**
 * Documents the meters of requests. The capacity of failed requests is in none of them, since DynamoDB does not report
 * it. Meters of requests in progress and of requests that wait are there where the engine has a {@link
 * io.bloop.request.RequestLimit}.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-concepts.html">Capacity units</a>
 * @since 0.1.0
 */
public enum BloopMeterDocumentation implements MeterDocumentation {

    /** Read capacity units that a request has consumed, for the table and each index by itself. */
    CAPACITY_READ("bloop.capacity.read", Meter.Type.DISTRIBUTION_SUMMARY, "units", KeyNames.values()),
    /** Write capacity units that a request has consumed, for the table and each index by itself. */
    CAPACITY_WRITE("bloop.capacity.write", Meter.Type.DISTRIBUTION_SUMMARY, "units", KeyNames.values()),
    /** Items that a request has brought back, or has written. */
    ITEMS("bloop.items", Meter.Type.DISTRIBUTION_SUMMARY, "items", KeyNames.values()),
    /** Items that a query or scan has read before its filter. */
    ITEMS_SCANNED("bloop.items.scanned", Meter.Type.DISTRIBUTION_SUMMARY, "items", KeyNames.values()),
    /** Items that a query or scan has passed over, since no bound model of the table claims them. */
    ITEMS_SKIPPED("bloop.items.skipped", Meter.Type.COUNTER, "items", KeyNames.values()),
    /** How often the SDK has tried requests again, those that failed at last too. */
    RETRIES("bloop.retries", Meter.Type.COUNTER, null, KeyNames.values()),
    /** Requests that are in progress. */
    REQUESTS_ACTIVE("bloop.requests.active", Meter.Type.GAUGE, "requests", new KeyName[] {KeyNames.SERVER}),
    /** Requests that wait for their turn. */
    REQUESTS_WAITING("bloop.requests.waiting", Meter.Type.GAUGE, "requests", new KeyName[] {KeyNames.SERVER}),
    /** Largest number of requests that are in progress at the same time. */
    REQUESTS_MAX("bloop.requests.max", Meter.Type.GAUGE, "requests", new KeyName[] {KeyNames.SERVER}),
    /** Time that requests have waited for their turn; requests that did not wait are not counted. */
    REQUESTS_WAIT_TIME("bloop.requests.wait.time", Meter.Type.TIMER, "seconds", KeyNames.values());

    private final String key;
    private final Meter.Type type;
    private final @Nullable String unit;
    private final KeyName[] keys;

    BloopMeterDocumentation(String key, Meter.Type type, @Nullable String unit, KeyName[] keys) {
        this.key = key;
        this.type = type;
        this.unit = unit;
        this.keys = keys;
    }

    @Override
    public String getName() {
        return key;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public @Nullable String getBaseUnit() {
        return unit;
    }

    @Override
    public KeyName[] getKeyNames() {
        return keys.clone();
    }

    /**
     * The tags of the meters.
     *
     * @since 0.1.0
     */
    public enum KeyNames implements KeyName {
        /** The models, such as {@code Link} or {@code Link, Visit}. */
        MODEL("bloop.model"),
        /** The API operation, such as {@code Query}. */
        OPERATION("db.operation.name"),
        /** The table; {@code none} for items and retries of a transaction that is about several. */
        TABLE("db.collection.name"),
        /** The index that was searched, or was charged for a write; {@code none} for the table itself. */
        INDEX("aws.dynamodb.index_name"),
        /** The host, or {@code none} where the client does not tell. */
        SERVER("server.address");

        private final String key;

        KeyNames(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
