package io.bloop.boot.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * Documents the observations of requests.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/db/dynamodb/">OpenTelemetry: DynamoDB</a>
 * @since 0.1.0
 */
public enum BloopObservationDocumentation implements ObservationDocumentation {

    /** One request to DynamoDB, with all of the SDK's retries. */
    REQUEST {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultBloopObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return LowCardinalityKeyNames.values();
        }

        @Override
        public KeyName[] getHighCardinalityKeyNames() {
            return HighCardinalityKeyNames.values();
        }
    };

    /**
     * The keys that every observation has, of few values each.
     *
     * @since 0.1.0
     */
    public enum LowCardinalityKeyNames implements KeyName {
        /** The database system: {@code aws.dynamodb}. */
        DB_SYSTEM_NAME("db.system.name"),
        /** The API operation, such as {@code Query}. */
        DB_OPERATION_NAME("db.operation.name"),
        /** The table; {@code none} for a transaction that is about several. */
        DB_COLLECTION_NAME("db.collection.name"),
        /** The index that is searched, or {@code none}. */
        INDEX_NAME("aws.dynamodb.index_name"),
        /** The models, such as {@code Link} or {@code Link, Visit}. */
        MODEL("bloop.model"),
        /** The host, or {@code none} where the client does not tell. */
        SERVER_ADDRESS("server.address"),
        /** The port; {@code none} for 443. */
        SERVER_PORT("server.port"),
        /**
         * DynamoDB's error code, such as {@code ConditionalCheckFailedException}; the class of the exception where no
         * answer has arrived; {@code none} for a success.
         */
        ERROR_TYPE("error.type");

        private final String key;

        LowCardinalityKeyNames(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /**
     * The keys of traces alone; each is there where its value is known.
     *
     * @since 0.1.0
     */
    public enum HighCardinalityKeyNames implements KeyName {
        /** The AWS region. */
        CLOUD_REGION("cloud.region"),
        /** The tables of a transaction that is about several, with commas between. */
        TABLE_NAMES("aws.dynamodb.table_names"),
        /** What tables and indexes were charged, as JSON. */
        CONSUMED_CAPACITY("aws.dynamodb.consumed_capacity"),
        /** How many items came back, or were written. */
        COUNT("aws.dynamodb.count"),
        /** How many items a query or scan has read before its filter. */
        SCANNED_COUNT("aws.dynamodb.scanned_count"),
        /** How often the SDK has tried again, if it has. */
        RETRIES("bloop.retries"),
        /** DynamoDB's error code. */
        DB_RESPONSE_STATUS_CODE("db.response.status_code"),
        /** The AWS request id of an error. */
        REQUEST_ID("aws.request_id");

        private final String key;

        HighCardinalityKeyNames(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
