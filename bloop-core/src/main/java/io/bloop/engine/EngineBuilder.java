package io.bloop.engine;

import io.bloop.Suggestion;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import io.bloop.request.RequestLimit;
import io.bloop.request.RequestObserver;
import io.bloop.settings.Billing;
import io.bloop.settings.TableSettings;
import io.bloop.settings.Units;
import io.bloop.table.BindMode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Configures an engine.
 *
 * <p>Not thread-safe; changing it after {@link #build()} does not change the engine.
 */
public final class EngineBuilder {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    private final DynamoDbClient client;
    private final Map<ModelDefinition<?>, UnaryOperator<TableSettings>> overrides = new HashMap<>();
    private final Map<ModelDefinition<?>, Map<String, Units>> indexUnits = new HashMap<>();
    private final List<RequestObserver> observers = new ArrayList<>();
    private final List<Registration<?>> listeners = new ArrayList<>();
    private TableNames tableNames = (model, name) -> name;
    private BindMode bindMode = BindMode.CREATE;
    private Duration bindTimeout = DEFAULT_TIMEOUT;
    private InstantSource clock = InstantSource.system();
    private @Nullable RequestLimit requestLimit;
    private @Nullable Boolean readFromBytes;

    /** Is a listener with the model that it is limited to; null where it listens to all. */
    private record Registration<T>(@Nullable ModelDefinition<?> model, EngineListener<T> listener) {}

    EngineBuilder(DynamoDbClient client) {
        this.client = client;
    }

    private EngineBuilder(EngineBuilder other) {
        this.client = other.client;
        this.overrides.putAll(other.overrides);
        other.indexUnits.forEach((model, units) -> indexUnits.put(model, Map.copyOf(units)));
        this.observers.addAll(other.observers);
        this.listeners.addAll(other.listeners);
        this.tableNames = other.tableNames;
        this.bindMode = other.bindMode;
        this.bindTimeout = other.bindTimeout;
        this.clock = other.clock;
        this.requestLimit = other.requestLimit;
        this.readFromBytes = other.readFromBytes;
    }

    /**
     * Names the tables.
     *
     * @param tableNames makes table names; the names of the models' settings unless it is set
     * @return this builder
     */
    public EngineBuilder tableNames(TableNames tableNames) {
        this.tableNames = tableNames;
        return this;
    }

    /**
     * Says how far binding goes.
     *
     * @param bindMode the mode; {@link BindMode#CREATE} unless it is set
     * @return this builder
     */
    public EngineBuilder bindMode(BindMode bindMode) {
        this.bindMode = bindMode;
        return this;
    }

    /**
     * Sets how long the binding of one table may take, its requests and the wait for its indexes included.
     *
     * <p>A request gets two seconds at least. A shorter time-out that the client has for its calls remains.
     *
     * @param bindTimeout the time; two minutes unless it is set
     * @return this builder
     */
    public EngineBuilder bindTimeout(Duration bindTimeout) {
        this.bindTimeout = bindTimeout;
        return this;
    }

    /**
     * Changes the settings of a model's table for this engine.
     *
     * @param model the model
     * @param override changes the settings, after those that were given before
     * @return this builder
     */
    public EngineBuilder settings(ModelDefinition<?> model, UnaryOperator<TableSettings> override) {
        overrides.merge(model, override, (first, second) -> settings -> second.apply(first.apply(settings)));
        return this;
    }

    /**
     * Provisions throughput of a model's global index for this engine.
     *
     * @param model the model
     * @param index the index's name in the model
     * @param units the units
     * @return this builder
     * @throws InvalidModel if the model has no such index, with the nearest name
     */
    public EngineBuilder indexUnits(ModelDefinition<?> model, String index, Units units) {
        List<String> names =
                model.globalIndexes().stream().map(GlobalSecondaryIndex::name).toList();
        if (!names.contains(index)) {
            throw new InvalidModel(
                    model.name(),
                    List.of("There is no global index '" + index + "' to give units. "
                            + Suggestion.sentence(index, names)));
        }
        indexUnits.computeIfAbsent(model, ignored -> new HashMap<>()).put(index, units);
        return this;
    }

    /**
     * Tells the time of writes, and the age of prepared transactions.
     *
     * @param clock the clock; the system's unless it is set
     * @return this builder
     */
    public EngineBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Limits the requests that are under way to the connections of the client, so that the other requests wait in turn.
     *
     * <p>Without a limit, all requests are sent at once, and those that get no connection in the time that the HTTP client
     * allows fail.
     *
     * @param requestLimit a limit of the size of the client's pool, which all engines of one client share
     * @return this builder
     */
    public EngineBuilder requestLimit(RequestLimit requestLimit) {
        this.requestLimit = requestLimit;
        return this;
    }

    /**
     * Says whether items are read straight from the bytes of responses, where the client has an
     * {@link io.bloop.wire.ItemsInterceptor}.
     *
     * <p>Unless it is set, they are, if the client and all its other interceptors are the SDK's own. Another interceptor
     * may have to see the items, such as one that decrypts them. Set true if no interceptor of the client reads or changes
     * the items of responses.
     *
     * @param readFromBytes true to read items past other interceptors, false to leave all items to the SDK
     * @return this builder
     */
    public EngineBuilder readFromBytes(boolean readFromBytes) {
        this.readFromBytes = readFromBytes;
        return this;
    }

    /**
     * Lets an observer watch every request; several see it one inside the other, in the order that they were given.
     *
     * <p>A request that is watched asks for the capacity that it consumes. Without an observer, nothing is measured.
     *
     * @param observer the observer
     * @return this builder
     */
    public EngineBuilder observer(RequestObserver observer) {
        observers.add(observer);
        return this;
    }

    /**
     * Lets a listener hear of every model.
     *
     * @param listener the listener
     * @return this builder
     */
    public EngineBuilder listener(EngineListener<Object> listener) {
        listeners.add(new Registration<>(null, listener));
        return this;
    }

    /**
     * Lets a listener hear of one model.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @param listener the listener
     * @return this builder
     */
    public <T> EngineBuilder listener(ModelDefinition<T> model, EngineListener<? super T> listener) {
        listeners.add(new Registration<>(model, listener));
        return this;
    }

    /**
     * Makes the engine.
     *
     * @return an engine with no model bound
     */
    public Engine build() {
        return new Engine(client, new EngineBuilder(this));
    }

    /**
     * Returns the client of the engines that are made.
     *
     * @return the client
     */
    public DynamoDbClient client() {
        return client;
    }

    /**
     * Returns the limit of the requests that are under way.
     *
     * @return the limit, or empty if there is none
     */
    public Optional<RequestLimit> requestLimit() {
        return Optional.ofNullable(requestLimit);
    }

    @Nullable
    Boolean readFromBytes() {
        return readFromBytes;
    }

    TableNames tableNames() {
        return tableNames;
    }

    List<RequestObserver> observers() {
        return List.copyOf(observers);
    }

    @SuppressWarnings("unchecked") // a listener takes the objects of all models, or of the one it is limited to
    <T> List<EngineListener<? super T>> listeners(ModelDefinition<T> model) {
        List<EngineListener<? super T>> found = new ArrayList<>();
        for (Registration<?> registration : listeners) {
            if (registration.model() == null || registration.model() == model) {
                found.add((EngineListener<? super T>) registration.listener());
            }
        }
        return List.copyOf(found);
    }

    BindMode bindMode() {
        return bindMode;
    }

    Duration bindTimeout() {
        return bindTimeout;
    }

    InstantSource clock() {
        return clock;
    }

    /** Returns what a model wants of its table here; units that it has of its own mean nothing where billing is. */
    TableSettings settings(ModelDefinition<?> model) {
        TableSettings own = model.settings();
        UnaryOperator<TableSettings> override = overrides.get(model);
        TableSettings settings = override == null ? own : model.resolved(override.apply(own));
        boolean becomesOnDemand = settings.billing() == Billing.ON_DEMAND && own.billing() != Billing.ON_DEMAND;
        return becomesOnDemand
                ? settings.units(
                        unlessOwn(settings.readUnits(), own.readUnits()),
                        unlessOwn(settings.writeUnits(), own.writeUnits()))
                : settings;
    }

    private static @Nullable Long unlessOwn(@Nullable Long units, @Nullable Long own) {
        return Objects.equals(units, own) ? null : units;
    }

    Map<String, Units> indexUnits(ModelDefinition<?> model) {
        return indexUnits.getOrDefault(model, Map.of());
    }
}
