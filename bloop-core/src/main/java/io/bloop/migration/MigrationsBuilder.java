package io.bloop.migration;

import io.bloop.InvalidArgument;
import io.bloop.request.internal.Requests;
import io.bloop.transaction.internal.Models;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Configures how migrations are run.
 *
 * <p>{@code engine.migrations()} returns it. Not thread-safe; changing it after {@link #build()} changes nothing.
 *
 * @since 0.1.0
 */
public final class MigrationsBuilder {

    /** The name of the table of the ledger, unless it is set. */
    public static final String DEFAULT_TABLE = "bloop-migrations";

    /** The most segments. */
    public static final int MOST_SEGMENTS = 1_000;

    /** The most segments at once. */
    public static final int MOST_THREADS = 100;

    /** The most samples. */
    public static final int MOST_SAMPLES = 1_000;

    /** The shortest lease. */
    public static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

    private final Requests requests;
    private final Models models;
    private final LedgerModels ledgers;
    private String table = DEFAULT_TABLE;
    private int segments = 16;
    private int threads = 4;
    private Duration lease = Duration.ofSeconds(10);
    private @Nullable Long rate;
    private OnFailure onFailure = OnFailure.STOP;
    private int samples = 20;

    /**
     * Begins a configuration with the defaults.
     *
     * @param requests sends the requests
     * @param models finds the bound models
     * @param ledgers the models of the engine's ledgers
     */
    public MigrationsBuilder(Requests requests, Models models, LedgerModels ledgers) {
        this.requests = requests;
        this.models = models;
        this.ledgers = ledgers;
    }

    private MigrationsBuilder(MigrationsBuilder other) {
        this(other.requests, other.models, other.ledgers);
        this.table = other.table;
        this.segments = other.segments;
        this.threads = other.threads;
        this.lease = other.lease;
        this.rate = other.rate;
        this.onFailure = other.onFailure;
        this.samples = other.samples;
    }

    /**
     * Names the table of the ledger, which is bound like the table of any model.
     *
     * @param table the name, which the engine may change; {@value #DEFAULT_TABLE} unless it is set
     * @return this builder
     */
    public MigrationsBuilder ledger(String table) {
        this.table = InvalidArgument.required(table, "ledger()", "table", "the name of a table");
        return this;
    }

    /**
     * Divides tables into segments, which are the pieces that instances take. A run keeps the number that it began with.
     *
     * @param segments the number of segments, from 1 to 1,000; 16 unless it is set
     * @return this builder
     */
    public MigrationsBuilder segments(int segments) {
        this.segments = within("segments", segments, MOST_SEGMENTS);
        return this;
    }

    /**
     * Sets how many segments this process works on at the same time.
     *
     * @param threads the number of segments, from 1 to 100; 4 unless it is set
     * @return this builder
     */
    public MigrationsBuilder threads(int threads) {
        this.threads = within("threads", threads, MOST_THREADS);
        return this;
    }

    /**
     * Sets how long other instances wait for a sign of life before they take over the segments of one that has died.
     *
     * @param lease the time, at least a second; ten seconds unless it is set
     * @return this builder
     */
    public MigrationsBuilder lease(Duration lease) {
        InvalidArgument.required(lease, "lease()", "lease", "a time");
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw new InvalidArgument("lease()", "lease", "at least " + SHORTEST_LEASE, lease.toString());
        }
        this.lease = lease;
        return this;
    }

    /**
     * Bounds the write units per second that one migration consumes in all instances together, those of indexes included.
     *
     * <p>All instances have to be given the same rate. It holds on average: each instance takes units for a quarter of a
     * second ahead.
     *
     * @param unitsPerSecond the write units, at least 1; unlimited unless it is set
     * @return this builder
     */
    public MigrationsBuilder rate(long unitsPerSecond) {
        if (unitsPerSecond < 1) {
            throw new InvalidArgument("rate()", "unitsPerSecond", "at least 1", Long.toString(unitsPerSecond));
        }
        this.rate = unitsPerSecond;
        return this;
    }

    /**
     * Sets what happens if an item cannot be migrated.
     *
     * @param onFailure what happens; {@link OnFailure#STOP} unless it is set
     * @return this builder
     */
    public MigrationsBuilder onFailure(OnFailure onFailure) {
        this.onFailure = InvalidArgument.required(
                onFailure, "onFailure()", "onFailure", "one of " + List.of(OnFailure.values()));
        return this;
    }

    /**
     * Sets how many differences a dry run shows.
     *
     * @param samples the number, from 1 to 1,000; 20 unless it is set
     * @return this builder
     */
    public MigrationsBuilder samples(int samples) {
        this.samples = within("samples", samples, MOST_SAMPLES);
        return this;
    }

    private static int within(String name, int number, int most) {
        if (number < 1 || number > most) {
            throw new InvalidArgument(name + "()", name, "from 1 to " + most, Integer.toString(number));
        }
        return number;
    }

    /**
     * Makes what runs migrations.
     *
     * @return migrations without any run; nothing is sent before there is one
     */
    public Migrations build() {
        return new Migrations(new MigrationsBuilder(this));
    }

    Requests requests() {
        return requests;
    }

    Models models() {
        return models;
    }

    LedgerModels.Definitions ledger() {
        return ledgers.of(table);
    }

    int segments() {
        return segments;
    }

    int threads() {
        return threads;
    }

    Duration lease() {
        return lease;
    }

    @Nullable
    Long rate() {
        return rate;
    }

    OnFailure onFailure() {
        return onFailure;
    }

    int samples() {
        return samples;
    }
}
