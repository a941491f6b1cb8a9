package io.bloop.boot.stream;

import io.bloop.InvalidArgument;
import io.bloop.stream.Change;
import io.bloop.stream.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * The settings of one listener; those of the properties unless an annotation or a customizer sets others.
 *
 * <p>Not thread-safe. Settings are read when the listener is started.
 *
 * @since 0.1.0
 */
public final class StreamListenerSettings {

    private static final String METHOD = "settings of a stream's listener";
    private static final int DEFAULT_BATCH = 100;

    private Position start = Position.trimHorizon();
    private int batch = DEFAULT_BATCH;
    private int concurrency = 1;
    private boolean autoStartup = true;
    private boolean bisect;
    private Duration pollInterval = Duration.ofMillis(500);
    private Duration positionInterval = Duration.ofSeconds(1);
    private Duration lease = Duration.ofSeconds(10);
    private @Nullable Duration idleInterval;
    private @Nullable Predicate<? super Change<?>> filter;
    private StreamErrorHandler errorHandler = StreamErrorHandler.stop();
    private BackOff backOff = new FixedBackOff(0, 0);
    private final List<DeliveryInterceptor> interceptors = new ArrayList<>();

    StreamListenerSettings() {}

    StreamListenerSettings(StreamListenerSettings other) {
        this.start = other.start;
        this.batch = other.batch;
        this.concurrency = other.concurrency;
        this.autoStartup = other.autoStartup;
        this.bisect = other.bisect;
        this.pollInterval = other.pollInterval;
        this.positionInterval = other.positionInterval;
        this.lease = other.lease;
        this.idleInterval = other.idleInterval;
        this.filter = other.filter;
        this.errorHandler = other.errorHandler;
        this.backOff = other.backOff;
        this.interceptors.addAll(other.interceptors);
    }

    /**
     * Sets where the listener starts if it has no position yet.
     *
     * @param start the position
     * @return these settings
     */
    public StreamListenerSettings start(Position start) {
        this.start = required(start, "start");
        return this;
    }

    /**
     * Limits how many changes are delivered together, and how many at most are delivered again after a crash.
     *
     * @param batch a number of at least 1
     * @return these settings
     */
    public StreamListenerSettings batch(int batch) {
        this.batch = atLeastOne(batch, "batch");
        return this;
    }

    /**
     * Sets on how many threads changes of different keys are delivered at the same time.
     *
     * @param concurrency a number of at least 1
     * @return these settings
     */
    public StreamListenerSettings concurrency(int concurrency) {
        this.concurrency = atLeastOne(concurrency, "concurrency");
        return this;
    }

    /**
     * Sets whether the listener starts with the application.
     *
     * @param autoStartup whether it starts
     * @return these settings
     */
    public StreamListenerSettings autoStartup(boolean autoStartup) {
        this.autoStartup = autoStartup;
        return this;
    }

    /**
     * Sets whether a batch that was refused is delivered in halves, until the changes are found that are refused alone.
     *
     * @param bisect whether to halve batches
     * @return these settings
     */
    public StreamListenerSettings bisect(boolean bisect) {
        this.bisect = bisect;
        return this;
    }

    /**
     * Sets the longest time between two looks for changes.
     *
     * @param pollInterval a time of more than 0
     * @return these settings
     */
    public StreamListenerSettings pollInterval(Duration pollInterval) {
        this.pollInterval = positive(pollInterval, "pollInterval");
        return this;
    }

    /**
     * Sets after which time the position is stored before all changes of a batch are delivered.
     *
     * @param positionInterval the time; zero stores the position after each delivery
     * @return these settings
     */
    public StreamListenerSettings positionInterval(Duration positionInterval) {
        if (required(positionInterval, "positionInterval").isNegative()) {
            throw new InvalidArgument(
                    METHOD, "positionInterval", "a time that is not negative", positionInterval.toString());
        }
        this.positionInterval = positionInterval;
        return this;
    }

    /**
     * Sets how long other processes wait for a sign of life before they take over.
     *
     * @param lease a time of more than 0
     * @return these settings
     */
    public StreamListenerSettings lease(Duration lease) {
        this.lease = positive(lease, "lease");
        return this;
    }

    /**
     * Sets after which time without changes {@link StreamListenerIdle} is published.
     *
     * @param idleInterval a time of more than 0, or null to publish nothing
     * @return these settings
     */
    public StreamListenerSettings idleInterval(@Nullable Duration idleInterval) {
        this.idleInterval = idleInterval == null ? null : positive(idleInterval, "idleInterval");
        return this;
    }

    /**
     * Chooses the changes that are delivered.
     *
     * @param filter true for changes that are delivered, or null for all
     * @return these settings
     */
    public StreamListenerSettings filter(@Nullable Predicate<? super Change<?>> filter) {
        this.filter = filter;
        return this;
    }

    /**
     * Sets the handler of changes that could not be delivered.
     *
     * @param errorHandler the error handler
     * @return these settings
     */
    public StreamListenerSettings errorHandler(StreamErrorHandler errorHandler) {
        this.errorHandler = required(errorHandler, "errorHandler");
        return this;
    }

    /**
     * Sets how often, and after which times, a delivery is repeated.
     *
     * @param backOff the times between attempts
     * @return these settings
     */
    public StreamListenerSettings backOff(BackOff backOff) {
        this.backOff = required(backOff, "backOff");
        return this;
    }

    /**
     * Surrounds each delivery, inside of the interceptors that were added before.
     *
     * @param interceptor the interceptor
     * @return these settings
     */
    public StreamListenerSettings interceptor(DeliveryInterceptor interceptor) {
        interceptors.add(required(interceptor, "interceptor"));
        return this;
    }

    private static <V> V required(V value, String name) {
        return InvalidArgument.required(value, METHOD, name, "set");
    }

    private static int atLeastOne(int number, String name) {
        if (number < 1) {
            throw new InvalidArgument(METHOD, name, "at least 1", Integer.toString(number));
        }
        return number;
    }

    private static Duration positive(Duration time, String name) {
        if (required(time, name).isNegative() || time.isZero()) {
            throw new InvalidArgument(METHOD, name, "a time of more than 0", time.toString());
        }
        return time;
    }

    Position start() {
        return start;
    }

    int batch() {
        return batch;
    }

    int concurrency() {
        return concurrency;
    }

    boolean isAutoStartup() {
        return autoStartup;
    }

    boolean isBisect() {
        return bisect;
    }

    Duration pollInterval() {
        return pollInterval;
    }

    Duration positionInterval() {
        return positionInterval;
    }

    Duration lease() {
        return lease;
    }

    @Nullable
    Duration idleInterval() {
        return idleInterval;
    }

    boolean isDelivered(Change<?> change) {
        return filter == null || filter.test(change);
    }

    StreamErrorHandler errorHandler() {
        return errorHandler;
    }

    BackOff backOff() {
        return backOff;
    }

    List<DeliveryInterceptor> interceptors() {
        return interceptors;
    }
}
