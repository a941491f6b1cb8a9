package io.bloop.engine;

import io.bloop.InvalidArgument;
import io.bloop.Suggestion;
import io.bloop.model.AuditorSupplier;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import io.bloop.query.TokenSecrets;
import io.bloop.request.RequestLimit;
import io.bloop.request.RequestObserver;
import io.bloop.request.TaskDecorator;
import io.bloop.request.internal.Tasks;
import io.bloop.settings.Billing;
import io.bloop.settings.TableSettings;
import io.bloop.settings.Units;
import io.bloop.settings.internal.BillingOverride;
import io.bloop.table.BindMode;
import io.bloop.table.IndexWait;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Configures an engine.
 *
 * <p>Not thread-safe; changing it after {@link #build()} does not change the engine.
 *
 * @since 0.1.0
 */
public final class EngineBuilder {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    private static final String MODEL = "a model";
    private static final String LISTENER = "a listener";
    private static final String POSITIVE_TIME = "a time of more than 0";

    private final DynamoDbClient client;
    private final Map<ModelDefinition<?>, UnaryOperator<TableSettings>> overrides = new HashMap<>();
    private final Map<ModelDefinition<?>, Map<String, Units>> indexUnits = new HashMap<>();
    private final List<RequestObserver> observers = new ArrayList<>();
    private final List<Registration<?>> listeners = new ArrayList<>();
    private BiFunction<? super ModelDefinition<?>, TableSettings, TableSettings> overrideOfAll =
            (model, settings) -> settings;
    private TableNames tableNames = (model, name) -> name;
    private BindMode bindMode = BindMode.CREATE;
    private Duration bindTimeout = DEFAULT_TIMEOUT;
    private IndexWait indexWait = IndexWait.WAIT;
    private InstantSource clock = InstantSource.system();
    private AuditorSupplier auditors = Optional::empty;
    private @Nullable RequestLimit requestLimit;
    private @Nullable Boolean readFromBytes;
    private TokenSecrets tokenSecrets = TokenSecrets.NONE;
    private Tasks tasks = Tasks.PLAIN;
    private @Nullable DynamoDbStreamsClient streamsClient;

    /** A listener with the model that it is limited to; null where it listens to all. */
    private record Registration<T>(@Nullable ModelDefinition<?> model, EngineListener<T> listener) {}

    EngineBuilder(DynamoDbClient client) {
        this.client = client;
    }

    private EngineBuilder(EngineBuilder other) {
        this(other.client);
        this.overrides.putAll(other.overrides);
        for (Map.Entry<ModelDefinition<?>, Map<String, Units>> entry : other.indexUnits.entrySet()) {
            this.indexUnits.put(entry.getKey(), Map.copyOf(entry.getValue()));
        }
        this.observers.addAll(other.observers);
        this.listeners.addAll(other.listeners);
        this.overrideOfAll = other.overrideOfAll;
        this.tableNames = other.tableNames;
        this.bindMode = other.bindMode;
        this.bindTimeout = other.bindTimeout;
        this.indexWait = other.indexWait;
        this.clock = other.clock;
        this.auditors = other.auditors;
        this.requestLimit = other.requestLimit;
        this.readFromBytes = other.readFromBytes;
        this.tokenSecrets = other.tokenSecrets;
        this.tasks = other.tasks;
        this.streamsClient = other.streamsClient;
    }

    /** Requires the only argument of a method of the same name. */
    private static <V> V given(@Nullable V value, String name, String expected) {
        return given(name, value, name, expected);
    }

    private static <V> V given(String method, @Nullable V value, String argument, String expected) {
        return InvalidArgument.required(value, method + "()", argument, expected);
    }

    /**
     * Names the tables.
     *
     * @param tableNames makes table names; the names of the models' settings unless it is set
     * @return this builder
     */
    public EngineBuilder tableNames(TableNames tableNames) {
        this.tableNames = given(tableNames, "tableNames", "a function that names tables");
        return this;
    }

    /**
     * Sets what binding does.
     *
     * @param bindMode the mode; {@link BindMode#CREATE} unless it is set
     * @return this builder
     */
    public EngineBuilder bindMode(BindMode bindMode) {
        this.bindMode = given(bindMode, "bindMode", "one of " + List.of(BindMode.values()));
        return this;
    }

    /**
     * Sets how long the binding of one table may take, including its requests and the wait for its indexes.
     *
     * <p>A request gets two seconds at least. A shorter time-out that the client has for its calls remains.
     *
     * @param bindTimeout the time; two minutes unless it is set
     * @return this builder
     * @throws InvalidArgument if the time is not positive
     */
    public EngineBuilder bindTimeout(Duration bindTimeout) {
        given(bindTimeout, "bindTimeout", POSITIVE_TIME);
        if (bindTimeout.isZero() || bindTimeout.isNegative()) {
            throw new InvalidArgument("bindTimeout()", "bindTimeout", POSITIVE_TIME, bindTimeout.toString());
        }
        this.bindTimeout = bindTimeout;
        return this;
    }

    /**
     * Sets whether binding waits for global indexes of existing tables that are being filled, which may take hours.
     *
     * @param indexWait whether to wait; {@link IndexWait#WAIT} unless it is set
     * @return this builder
     */
    public EngineBuilder indexWait(IndexWait indexWait) {
        this.indexWait = given(indexWait, "indexWait", "one of " + List.of(IndexWait.values()));
        return this;
    }

    /**
     * Changes the settings of a model's table for this engine.
     *
     * @param model the model; a supertype stands for its models
     * @param override changes the settings, after those that were given before
     * @return this builder
     */
    public EngineBuilder settings(ModelDefinition<?> model, UnaryOperator<TableSettings> override) {
        given("settings", model, "model", MODEL);
        given("settings", override, "override", "a function that changes settings");
        for (ModelDefinition<?> each : model.models()) {
            overrides.merge(each, override, (first, second) -> settings -> second.apply(first.apply(settings)));
        }
        return this;
    }

    /**
     * Changes the settings of every model's table for this engine, when the model is bound or exported.
     *
     * @param override changes the settings of a model, after those that were given for the model alone and those that were
     *     given before
     * @return this builder
     */
    public EngineBuilder settings(BiFunction<? super ModelDefinition<?>, TableSettings, TableSettings> override) {
        given("settings", override, "override", "a function that changes settings");
        BiFunction<? super ModelDefinition<?>, TableSettings, TableSettings> first = overrideOfAll;
        overrideOfAll = (model, settings) -> override.apply(model, first.apply(model, settings));
        return this;
    }

    /**
     * Provisions throughput of a model's global index for this engine.
     *
     * @param model the model; a supertype stands for those of its models that have the index
     * @param index the index's name in the model
     * @param units the units
     * @return this builder
     * @throws InvalidModel if the model has no such index, with the nearest name
     */
    public EngineBuilder indexUnits(ModelDefinition<?> model, String index, Units units) {
        given("indexUnits", model, "model", MODEL);
        given("indexUnits", index, "index", "the name of a global index");
        given("indexUnits", units, "units", "units");
        List<String> names =
                model.globalIndexes().stream().map(GlobalSecondaryIndex::name).toList();
        if (!names.contains(index)) {
            throw new InvalidModel(
                    model.name(),
                    List.of("There is no global index '" + index + "' to give units. "
                            + Suggestion.sentence(index, names)));
        }
        String storedName = model.index(index).storedName();
        for (ModelDefinition<?> each : model.models()) {
            each.indexes().stream()
                    .filter(own -> own.storedName().equals(storedName))
                    .forEach(own -> indexUnits
                            .computeIfAbsent(each, ignored -> new HashMap<>())
                            .put(own.name(), units));
        }
        return this;
    }

    /**
     * Sets the clock for the times of writes and the age of prepared transactions.
     *
     * @param clock the clock; the system's unless it is set
     * @return this builder
     */
    public EngineBuilder clock(InstantSource clock) {
        this.clock = given(clock, "clock", "a clock");
        return this;
    }

    /**
     * Sets the supplier of authors, for columns that are marked with {@code createdBy()} and {@code modifiedBy()}.
     *
     * @param auditors supplies the author of a write; there is none unless it is set
     * @return this builder
     */
    public EngineBuilder auditor(AuditorSupplier auditors) {
        this.auditors = given(auditors, "auditor", "a supplier of the auditor");
        return this;
    }

    /**
     * Limits the requests that are in progress to the connections of the client, so that the other requests wait in turn.
     *
     * <p>Without a limit, all requests are sent at once, and those that get no connection in the time that the HTTP client
     * allows fail.
     *
     * @param requestLimit a limit of the size of the client's pool, which all engines of one client share
     * @return this builder
     */
    public EngineBuilder requestLimit(RequestLimit requestLimit) {
        this.requestLimit = given(requestLimit, "requestLimit", "a limit");
        return this;
    }

    /**
     * Sets whether items are read directly from the bytes of responses, where the client has an {@link
     * io.bloop.wire.ItemsInterceptor}.
     *
     * <p>Unless it is set, they are, if the client and all its other interceptors are the SDK's own. In this case the items
     * of puts are written as bytes of requests too. Another interceptor may have to see the items, such as one that encrypts and
     * decrypts them. Set true if no interceptor of the client reads or changes the items of responses; beside other
     * interceptors the items of requests are left to the SDK all the same.
     *
     * @param readFromBytes true to read items past other interceptors, false to leave all items to the SDK, those of
     *     requests too
     * @return this builder
     */
    public EngineBuilder readFromBytes(boolean readFromBytes) {
        this.readFromBytes = readFromBytes;
        return this;
    }

    /**
     * Encrypts and authenticates the continuation tokens of searches.
     *
     * <p>Without secrets, a token shows the values of the keys of the item that it stands for, to everybody who has the
     * token: the keys of the table and those of the index that is searched. Anybody can make a token that starts the
     * same search elsewhere, though never in another partition of a query. With secrets, a token shows only how long
     * these values are, and tokens that the engine has not made are {@link io.bloop.query.InvalidToken}.
     *
     * <p>To change the secret without refusing the tokens that are in use, put the new one before the old one, and
     * remove the old one later. Instances that serve the same clients need the same secrets.
     *
     * @param secrets texts of at least 32 random characters, such as from {@code openssl rand -base64 32}. The first one
     *     encrypts, and all decrypt
     * @return this builder
     * @throws io.bloop.InvalidArgument if there is no secret, or one is too short
     */
    public EngineBuilder tokenSecrets(List<String> secrets) {
        this.tokenSecrets = TokenSecrets.of(secrets);
        return this;
    }

    /**
     * Sets the client that reads the streams of the tables.
     *
     * <p>Without it, no stream can be opened. Changes can still be made of records that come from elsewhere.
     *
     * @param streamsClient the SDK's client for streams, of the same endpoint, region and credentials as the other one;
     *     remains the caller's to close
     * @return this builder
     */
    public EngineBuilder streamsClient(DynamoDbStreamsClient streamsClient) {
        this.streamsClient = given(streamsClient, "streamsClient", "a DynamoDB streams client");
        return this;
    }

    /**
     * Registers an observer of all requests. Several observers are nested, in the order in which they were registered.
     *
     * <p>An observed request asks for the capacity that it consumes. Without an observer, nothing is measured.
     *
     * @param observer the observer
     * @return this builder
     */
    public EngineBuilder observer(RequestObserver observer) {
        observers.add(given(observer, "observer", "an observer"));
        return this;
    }

    /**
     * Registers a listener for all models.
     *
     * @param listener the listener
     * @return this builder
     */
    public EngineBuilder listener(EngineListener<Object> listener) {
        listeners.add(new Registration<>(null, given(listener, "listener", LISTENER)));
        return this;
    }

    /**
     * Registers a listener for one model.
     *
     * @param <T> the class of the model's objects
     * @param model the model; of a supertype, the listener hears of all of its models
     * @param listener the listener
     * @return this builder
     */
    public <T> EngineBuilder listener(ModelDefinition<T> model, EngineListener<? super T> listener) {
        given("listener", model, "model", MODEL);
        listeners.add(new Registration<>(model, given(listener, "listener", LISTENER)));
        return this;
    }

    /**
     * Runs bulk calls and parallel scans on an executor, unless a call names another one.
     *
     * <p>Without an executor each call has threads of its own, as many as it sends requests side by side. An executor
     * with fewer threads than that makes calls slower.
     *
     * @param executor runs a task for each request; remains the caller's to close
     * @return this builder
     */
    public EngineBuilder executor(Executor executor) {
        tasks = new Tasks(given(executor, "executor", "an executor"), tasks.decorator());
        return this;
    }

    /**
     * Wraps every task of bulk calls and parallel scans, so that listeners and observers on other threads have the
     * caller's context.
     *
     * @param decorator wraps tasks, around the decorators that were given before
     * @return this builder
     */
    public EngineBuilder taskDecorator(TaskDecorator decorator) {
        given("taskDecorator", decorator, "decorator", "a decorator");
        tasks = new Tasks(tasks.executor(), decorator.around(tasks.decorator()));
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
     * Returns the limit of the requests that are in progress.
     *
     * @return the limit, or empty if there is none
     */
    public Optional<RequestLimit> requestLimit() {
        return Optional.ofNullable(requestLimit);
    }

    /**
     * Returns the client for streams.
     *
     * @return the client, or empty if there is none
     */
    public Optional<DynamoDbStreamsClient> streamsClient() {
        return Optional.ofNullable(streamsClient);
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
            ModelDefinition<?> wanted = registration.model();
            if (wanted == null || wanted.models().contains(model)) {
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

    IndexWait indexWait() {
        return indexWait;
    }

    TokenSecrets tokenSecrets() {
        return tokenSecrets;
    }

    Tasks tasks() {
        return tasks;
    }

    InstantSource clock() {
        return clock;
    }

    AuditorSupplier auditors() {
        return auditors;
    }

    /** Returns what a model wants of its table here; throughput of its own means nothing where it is billed otherwise. */
    TableSettings settings(ModelDefinition<?> model) {
        TableSettings own = model.settings();
        UnaryOperator<TableSettings> override = overrides.get(model);
        TableSettings changed = overrideOfAll.apply(model, override == null ? own : override.apply(own));
        TableSettings settings = changed == own ? own : model.resolved(changed);
        if (BillingOverride.isOf(Billing.ON_DEMAND, own, settings)) {
            return settings.units(
                    unlessOwn(settings.readUnits(), own.readUnits()),
                    unlessOwn(settings.writeUnits(), own.writeUnits()));
        }
        if (BillingOverride.isOf(Billing.PROVISIONED, own, settings)) {
            return settings.onDemandMaximum(
                    unlessOwn(settings.maximumReadUnits(), own.maximumReadUnits()),
                    unlessOwn(settings.maximumWriteUnits(), own.maximumWriteUnits()));
        }
        return settings;
    }

    private static @Nullable Long unlessOwn(@Nullable Long units, @Nullable Long own) {
        return Objects.equals(units, own) ? null : units;
    }

    Map<String, Units> indexUnits(ModelDefinition<?> model) {
        return indexUnits.getOrDefault(model, Map.of());
    }
}
