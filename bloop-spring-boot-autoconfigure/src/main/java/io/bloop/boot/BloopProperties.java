package io.bloop.boot;

import io.bloop.migration.OnFailure;
import io.bloop.settings.Billing;
import io.bloop.settings.TableClass;
import io.bloop.table.BindMode;
import io.bloop.table.ExportFormat;
import io.bloop.table.IndexWait;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code bloop.*}, all of them in range.
 *
 * <p>Applied to the auto-configured beans only: an application's own {@code Engine} is not changed by them. Immutable
 * and thread-safe.
 *
 * @param enabled Whether to enable the auto-configuration of Bloop.
 * @param bind How far to go when the models are bound to their tables at start-up.
 * @param bindTimeout How long the binding of a table may take, including its requests and the wait for its indexes.
 * @param indexWait Whether to wait at start-up for indexes of existing tables that are being filled. Queries of such an
 * index fail until it is ready.
 * @param export Format in which to print the tables of all models, without any request, in place of starting the
 * application.
 * @param tableNameTemplate Template for the names of all tables, in which {table_name} stands for the table's own.
 * @param endpoint URL of a DynamoDB endpoint other than that of the region, such as http://localhost:8000.
 * @param region AWS region. Needs not be set for an endpoint on this machine; taken from the AWS default chain
 * otherwise.
 * @param tables Overrides of the settings of tables, by model name. Case, dashes and underscores of the name do not
 * matter.
 * @param tokens Settings of continuation tokens
 * @param readFromBytes Whether to read items straight from the bytes of responses. Unless set, they are, and those of puts are
 * written as bytes, if the client has no interceptors besides Bloop's and those of the AWS SDK, since others may read or
 * change items.
 * @param http Settings of the HTTP client
 * @param validation Settings of the validation of models
 * @param transactionNotice Whether to log once that transactions of Spring do not include DynamoDB, where something is
 * written inside one.
 * @param embedded Settings of the embedded DynamoDB Local
 * @param stream Settings of stream listeners
 * @param migrations Settings of data migrations
 * @since 0.1.0
 */
@ConfigurationProperties("bloop")
public record BloopProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("create") BindMode bind,
        @DefaultValue("2m") Duration bindTimeout,
        @DefaultValue("wait") IndexWait indexWait,
        @Nullable ExportFormat export,
        @DefaultValue("{table_name}") String tableNameTemplate,
        @Nullable URI endpoint,
        @Nullable String region,
        @DefaultValue Map<String, Table> tables,
        @DefaultValue Tokens tokens,
        @Nullable Boolean readFromBytes,
        @DefaultValue Http http,
        @DefaultValue Validation validation,
        @DefaultValue("true") boolean transactionNotice,
        @DefaultValue Embedded embedded,
        @DefaultValue Stream stream,
        @DefaultValue Migrations migrations) {

    /**
     * Checks the ranges of all values; one that is out of range stops the start with its full key.
     *
     * @param enabled Whether to enable the auto-configuration of Bloop
     * @param bind How far to go when the models are bound to their tables at start-up
     * @param bindTimeout How long the binding of a table may take
     * @param tableNameTemplate Template for the names of all tables
     * @param endpoint URL of a DynamoDB endpoint other than that of the region
     * @param region AWS region. Needs not be set for an endpoint on this machine
     * @param tables Overrides of the settings of tables
     * @param tokens Settings of continuation tokens
     * @param readFromBytes Whether to read items straight from the bytes of responses. Unless set
     * @param http Settings of the HTTP client
     * @param validation Settings of the validation of models
     * @param transactionNotice Whether to log once that transactions of Spring do not include DynamoDB
     * @param indexWait What to do about indexes that are still being filled
     * @param export The format in which to export the tables
     * @param embedded Settings of the embedded DynamoDB Local
     * @param stream Settings of stream listeners
     * @param migrations Settings of data migrations
     */
    public BloopProperties {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        RangeCheck.check(bindTimeout, endpoint, tables, tokens, http, embedded, stream, migrations);
    }

    /**
     * Returns the connection that the properties ask for.
     *
     * @return the connection, or empty if neither endpoint nor region is set
     * @throws io.bloop.BloopException if an endpoint elsewhere than on this machine is set, and no region is found
     */
    public Optional<BloopConnectionDetails> connection() {
        return ConfiguredConnection.of(this);
    }

    /**
     * Overrides the settings of a model's table. A setting that is null is left as the model has it.
     *
     * @param tableName Name of the table, to which the template is applied.
     * @param billing Billing mode.
     * @param readUnits Provisioned read capacity units.
     * @param writeUnits Provisioned write capacity units.
     * @param maximumReadUnits Most read request units per second of a table that is billed on demand.
     * @param maximumWriteUnits Most write request units per second of a table that is billed on demand.
     * @param warmReadUnits Read units per second that the table has to be ready for at once.
     * @param warmWriteUnits Write units per second that the table has to be ready for at once.
     * @param stream Comma-separated list of what the stream tells of each change. The keys go with nothing else.
     * @param backups Whether point-in-time recovery has to be on.
     * @param encryption Whether encryption with a key of the AWS account has to be on.
     * @param encryptionKey Identifier, ARN or alias of the AWS KMS key that encrypts the table.
     * @param tableClass Class of the table.
     * @param deletionProtection Whether protection against deletion has to be on.
     * @param tags Tags of the table, added to those of the model.
     * @param indexes Overrides of global secondary indexes, by index name.
     * @since 0.1.0
     */
    @ConfigurationPropertiesSource
    public record Table(
            @Nullable String tableName,
            @Nullable Billing billing,
            @Nullable Long readUnits,
            @Nullable Long writeUnits,
            @Nullable Long maximumReadUnits,
            @Nullable Long maximumWriteUnits,
            @Nullable Long warmReadUnits,
            @Nullable Long warmWriteUnits,
            @Nullable List<StreamPart> stream,
            @Nullable Boolean backups,
            @Nullable Boolean encryption,
            @Nullable String encryptionKey,
            @Nullable TableClass tableClass,
            @Nullable Boolean deletionProtection,
            @DefaultValue Map<String, String> tags,
            @DefaultValue Map<String, Index> indexes) {}

    /**
     * Overrides the throughput of a global secondary index. A number that is null is left as the model has it.
     *
     * @param readUnits Provisioned read capacity units of the index.
     * @param writeUnits Provisioned write capacity units of the index.
     * @since 0.1.0
     */
    @ConfigurationPropertiesSource
    public record Index(@Nullable Long readUnits, @Nullable Long writeUnits) {}

    /**
     * Names the parts of each change that a table's stream has.
     *
     * @since 0.1.0
     */
    public enum StreamPart {
        /** The keys alone. */
        KEYS,
        /** The item as it is after the change. */
        NEW,
        /** The item as it was before the change. */
        OLD
    }

    /**
     * Configures the continuation tokens of searches.
     *
     * @param secret Comma-separated list of secrets that encrypt continuation tokens, each of 32 random characters or
     * more. The first one encrypts, and all decrypt. Tokens show the values of keys if unset.
     * @since 0.1.0
     */
    public record Tokens(@Nullable List<String> secret) {

        /** Returns the number of secrets, and none of them. */
        @Override
        public String toString() {
            return "Tokens[secret=" + (secret == null ? "unset" : secret.size() + " hidden") + "]";
        }
    }

    /**
     * Configures the HTTP client that the auto-configured {@code DynamoDbClient} gets. Another HTTP client, set by a
     * {@link DynamoDbClientBuilderCustomizer}, and clients of the application's own are not changed.
     *
     * @param maxConnections Largest number of connections, and so of requests of the engine that are in progress at the same
     * time. Further requests wait in turn.
     * @param connectionAcquisitionTimeout How long to wait for a connection. Requests of the engine find one free as long as
     * nobody else uses the client.
     * @param connectionTimeout How long to wait until a connection is established.
     * @param socketTimeout How long to wait for data of a response.
     * @param connectionMaxIdleTime How long to keep a connection that nobody uses.
     * @param connectionTimeToLive How long to keep a connection at all. Zero stands for no limit.
     * @since 0.1.0
     */
    public record Http(
            @DefaultValue("50") int maxConnections,
            @DefaultValue("10s") Duration connectionAcquisitionTimeout,
            @DefaultValue("2s") Duration connectionTimeout,
            @DefaultValue("30s") Duration socketTimeout,
            @DefaultValue("60s") Duration connectionMaxIdleTime,
            @DefaultValue("0s") Duration connectionTimeToLive) {}

    /**
     * Configures the validation of models.
     *
     * @param enabled Whether to check the constraints of models before they are written, where there is a validator.
     * @param groups Comma-separated list of the classes of validation groups. The default group is checked if unset.
     * @since 0.1.0
     */
    public record Validation(
            @DefaultValue("true") boolean enabled,
            @DefaultValue List<Class<?>> groups) {

        /**
         * Copies the groups.
         *
         * @param enabled Whether to check the constraints of models before they are written
         * @param groups Comma-separated list of the classes of validation groups. The default group is checked if unset
         */
        public Validation {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Configures the DynamoDB Local inside the application.
     *
     * @param enabled Whether to start DynamoDB Local if it is on the class path and nothing else is configured.
     * @param port Port on the loopback interface. Zero stands for any free port.
     * @param directory Directory to keep the data in, created if it is missing. Data is kept in memory if unset.
     * @since 0.1.0
     */
    public record Embedded(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("0") int port,
            @Nullable Path directory) {}

    /**
     * Configures stream listeners.
     *
     * @param listener Settings of listeners that set nothing else
     * @param positions Settings of positions and leases
     * @since 0.1.0
     */
    public record Stream(
            @DefaultValue Listener listener, @DefaultValue Positions positions) {}

    /**
     * Configures the stream listeners that set nothing else.
     *
     * @param autoStartup Whether listeners start with the application.
     * @param start Where a listener starts that has no position yet: trim-horizon, latest, or an instant.
     * @param batch Largest number of changes that are delivered together, or delivered again after a crash.
     * @param concurrency Number of threads that deliver changes of different keys at the same time.
     * @param bisect Whether a batch that was refused is delivered in halves.
     * @param pollInterval Longest time between two looks for changes.
     * @param positionInterval How long to deliver until the position is stored, where a batch takes longer.
     * @param idleInterval After which time without changes an event is published. None is published if unset.
     * @param retry How deliveries that have failed are repeated
     * @since 0.1.0
     */
    public record Listener(
            @DefaultValue("true") boolean autoStartup,
            @DefaultValue("trim-horizon") String start,
            @DefaultValue("100") int batch,
            @DefaultValue("1") int concurrency,
            @DefaultValue("false") boolean bisect,
            @DefaultValue("500ms") Duration pollInterval,
            @DefaultValue("1s") Duration positionInterval,
            @Nullable Duration idleInterval,
            @DefaultValue Retry retry) {}

    /**
     * Configures how deliveries that have failed are repeated.
     *
     * @param maxRetries Largest number of repeated deliveries of a change. Zero stands for none.
     * @param initialInterval How long to wait before the first repeated delivery.
     * @param multiplier By how much the waits grow.
     * @param maxInterval Longest wait before a repeated delivery.
     * @since 0.1.0
     */
    public record Retry(
            @DefaultValue("4") int maxRetries,
            @DefaultValue("500ms") Duration initialInterval,
            @DefaultValue("2") double multiplier,
            @DefaultValue("10s") Duration maxInterval) {}

    /**
     * Configures positions and leases of stream listeners.
     *
     * @param store Where positions are stored. In memory they are lost with the process, and not shared.
     * @param tableName Name of the table of positions, to which the template is applied.
     * @param lease How long other processes wait for a sign of life before they take over a listener.
     * @since 0.1.0
     */
    public record Positions(
            @DefaultValue("dynamodb") PositionStore store,
            @DefaultValue("bloop-stream-positions") String tableName,
            @DefaultValue("10s") Duration lease) {}

    /**
     * Configures data migrations.
     *
     * @param enabled Whether to run the migrations of the application when it starts.
     * @param dryRun Whether to tell what the migrations would change, and write nothing.
     * @param await Whether the application starts only when all migrations are done.
     * @param tableName Name of the table of the ledger, to which the template is applied.
     * @param segments Number of pieces that a table is divided into, for all instances to share.
     * @param threads Number of pieces at which this instance works at the same time.
     * @param rate Most write units per second of one migration in all instances together. Zero stands for no limit.
     * @param lease How long other instances wait for a sign of life before they take over the pieces of an instance.
     * @param onFailure What to do about an item that cannot be migrated.
     * @param samples Largest number of differences that a dry run shows.
     * @since 0.1.0
     */
    public record Migrations(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("false") boolean dryRun,
            @DefaultValue("false") boolean await,
            @DefaultValue("bloop-migrations") String tableName,
            @DefaultValue("16") int segments,
            @DefaultValue("4") int threads,
            @DefaultValue("0") long rate,
            @DefaultValue("10s") Duration lease,
            @DefaultValue("stop") OnFailure onFailure,
            @DefaultValue("20") int samples) {}

    /**
     * Names where positions are stored.
     *
     * @since 0.1.0
     */
    public enum PositionStore {
        /** In a table. */
        DYNAMODB,
        /** In the memory of the process. */
        MEMORY
    }
}
