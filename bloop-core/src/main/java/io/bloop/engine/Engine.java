package io.bloop.engine;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.bound.internal.ModelEvents;
import io.bloop.bound.internal.TableModels;
import io.bloop.collection.CollectionKey;
import io.bloop.collection.CollectionQuery;
import io.bloop.collection.ItemCollectionDefinition;
import io.bloop.expression.Condition;
import io.bloop.migration.LedgerModels;
import io.bloop.migration.MigrationsBuilder;
import io.bloop.model.Column;
import io.bloop.model.Index;
import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.SupertypeDefinition;
import io.bloop.query.Query;
import io.bloop.query.TokenSecrets;
import io.bloop.read.Consistency;
import io.bloop.request.Target;
import io.bloop.request.internal.Requests;
import io.bloop.request.internal.StreamRequests;
import io.bloop.request.internal.TableRequests;
import io.bloop.rule.internal.NameRules;
import io.bloop.settings.TableSettings;
import io.bloop.stream.ChangeMapper;
import io.bloop.stream.ChangeStream;
import io.bloop.stream.Position;
import io.bloop.stream.StreamUnavailable;
import io.bloop.table.TableExport;
import io.bloop.table.internal.Exports;
import io.bloop.table.internal.TableBinder;
import io.bloop.transaction.PreparedTransaction;
import io.bloop.transaction.ReadTransaction;
import io.bloop.transaction.WriteTransaction;
import io.bloop.transaction.internal.Models;
import io.bloop.write.WriteOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Binds models to the tables of one account and region, and gives each its template.
 *
 * <p>Engines share nothing: two of them may bind the same models to different accounts. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Engine {

    private static final String MODELS_OF_A_TABLE = "models of one table";
    private static final String OBJECT = "an object of a bound model";

    private final Requests requests;
    private final EngineBuilder configuration;
    private final TableRequests tableRequests;
    private final @Nullable StreamRequests streamRequests;
    private final TableBinder binder;
    private final Map<ModelDefinition<?>, BoundModel<?>> bound = new ConcurrentHashMap<>();
    private final Map<SupertypeDefinition<?>, BoundModel<?>> supertypes = new ConcurrentHashMap<>();
    private final Map<String, TableModels> byTable = new ConcurrentHashMap<>();
    private final SharedTables sharedTables = new SharedTables();
    private final ReentrantLock binding = new ReentrantLock();
    private final Models models = new BoundModels(this);
    private final LedgerModels ledgers = new LedgerModels();
    private final ManyObjects many = new ManyObjects(this, models);
    private final Bindings bindings;

    Engine(DynamoDbClient client, EngineBuilder configuration) {
        this.requests = new Requests(
                client,
                configuration.observers(),
                configuration.requestLimit().orElse(null),
                configuration.readFromBytes(),
                configuration.tasks());
        this.configuration = configuration;
        this.tableRequests = new TableRequests(
                client, configuration.observers(), configuration.requestLimit().orElse(null));
        DynamoDbStreamsClient streams = configuration.streamsClient().orElse(null);
        this.streamRequests = streams == null ? null : new StreamRequests(streams, configuration.observers());
        this.binder = new TableBinder(
                tableRequests, configuration.bindMode(), configuration.indexWait(), configuration.bindTimeout());
        this.bindings = new Bindings(client, binder, configuration.bindMode(), this::allBound);
    }

    /**
     * Begins an engine.
     *
     * @param client the SDK's client; remains the caller's to close
     * @return a builder with the defaults
     */
    public static EngineBuilder builder(DynamoDbClient client) {
        return new EngineBuilder(InvalidArgument.required(client, "builder()", "client", "a DynamoDB client"));
    }

    /**
     * Binds models: creates the tables that are missing, waits for them, and compares them with the models.
     *
     * <p>Tables are bound side by side. Models that are bound already are passed over. Either all of the others are
     * bound afterwards, or none. A supertype stands for its models.
     *
     * @param models the models
     * @throws InvalidModel if models have mistakes, with all of them
     * @throws InvalidTableName if tables would have names that DynamoDB does not allow, with all of them
     * @throws io.bloop.table.TableMismatch if tables do not match, with every difference of every table
     * @throws io.bloop.table.TableNotReady if a table does not become ready in time
     * @throws io.bloop.request.NoAnswer if a request gets no response in time
     * @throws IllegalStateException if a listener asks for it before a table is created
     */
    public void bind(Collection<? extends ModelDefinition<?>> models) {
        List<BoundModel<?>> fresh = new ArrayList<>();
        List<ModelEvents<?>> verified = new ArrayList<>();
        Set<ModelDefinition<?>> wanted = each("bind()", models);
        begin(wanted);
        try {
            fresh.addAll(fresh(models, wanted));
            verified.addAll(binder.bind(fresh));
            for (BoundModel<?> model : fresh) {
                bound.put(model.definition(), model);
                modelsOf(model.tableName()).add(model);
            }
            sharedTables.warn(bound.values());
        } finally {
            binding.unlock();
        }
        // called without the lock, since listeners may use the bound models
        for (ModelEvents<?> events : verified) {
            events.afterVerify();
        }
        for (BoundModel<?> model : fresh) {
            model.events().afterBind();
        }
    }

    /** Returns the models, those of supertypes in place of these. */
    private static Set<ModelDefinition<?>> each(String method, Collection<? extends ModelDefinition<?>> models) {
        InvalidArgument.required(models, method, "models", "a collection of models");
        for (ModelDefinition<?> model : models) {
            InvalidArgument.required(model, method, "models", "a model");
        }
        Set<ModelDefinition<?>> each = new LinkedHashSet<>();
        for (ModelDefinition<?> model : models) {
            each.addAll(model.models());
        }
        return each;
    }

    /** A thread that binds tables would wait here for itself. */
    private void begin(Collection<? extends ModelDefinition<?>> models) {
        if (binder.isBinding()) {
            throw new IllegalStateException("A listener cannot have "
                    + models.stream().map(ModelDefinition::name).toList()
                    + " bound while tables are being bound; use the models in afterBind().");
        }
        binding.lock();
    }

    /**
     * Binds all bound models again: creates missing tables, and compares all tables.
     *
     * <p>What is bound stays bound, whatever is found. For tests that empty their database, and for checks of the
     * tables.
     *
     * @throws io.bloop.table.TableMismatch if tables do not match, with every difference of every table
     * @throws io.bloop.table.TableNotReady if a table does not become ready in time
     * @throws io.bloop.request.NoAnswer if a request gets no response in time
     * @throws IllegalStateException if a listener asks for it before a table is created
     */
    public void rebind() {
        List<ModelEvents<?>> verified = new ArrayList<>();
        begin(bound.keySet());
        try {
            verified.addAll(binder.bind(List.copyOf(bound.values())));
        } finally {
            binding.unlock();
        }
        verified.forEach(ModelEvents::afterVerify);
    }

    private List<BoundModel<?>> fresh(Collection<? extends ModelDefinition<?>> given, Set<ModelDefinition<?>> models) {
        List<BoundModel<?>> fresh = new ArrayList<>();
        List<InvalidModel> invalid = new ArrayList<>();
        for (ModelDefinition<?> model : given) {
            try {
                requireOneTable(model);
            } catch (InvalidModel ex) {
                // the mistakes of its models are found below
                if (ex.model().equals(model.name())) {
                    invalid.add(ex);
                }
            }
        }
        for (ModelDefinition<?> model : models) {
            try {
                if (!bound.containsKey(model)) {
                    fresh.add(resolved(model));
                }
            } catch (InvalidModel ex) {
                invalid.add(ex);
            }
        }
        if (!invalid.isEmpty()) {
            throw InvalidModel.joined(invalid);
        }
        checkNames(fresh);
        Namesakes.check(fresh, bound.values());
        SharedTables.check(fresh, bound.values());
        return fresh;
    }

    /** Requires a supertype whose models are bound to one table. */
    private void requireOneTable(ModelDefinition<?> model) {
        if (model instanceof SupertypeDefinition<?> && !model.columns().isEmpty()) {
            Set<String> tables = new LinkedHashSet<>();
            model.models().forEach(member -> tables.add(tableName(member, configuration.settings(member))));
            if (tables.size() > 1) {
                throw new InvalidModel(
                        model.name(),
                        List.of(
                                "Its models are of the tables " + tables
                                        + " in this engine; give them the same name, by the settings or the table names of the engine."));
            }
        }
    }

    private static void checkNames(List<BoundModel<?>> fresh) {
        List<InvalidTableName.Name> invalid = new ArrayList<>();
        for (BoundModel<?> model : fresh) {
            Optional<String> problem = NameRules.table(model.tableName());
            if (problem.isPresent()) {
                invalid.add(new InvalidTableName.Name(
                        model.definition().name(),
                        givenName(model.definition(), model.settings()),
                        model.tableName(),
                        problem.get()));
            }
        }
        if (!invalid.isEmpty()) {
            throw new InvalidTableName(invalid);
        }
    }

    private static String givenName(ModelDefinition<?> model, TableSettings settings) {
        return settings.name() == null ? model.name() : settings.name();
    }

    private <T> BoundModel<T> resolved(ModelDefinition<T> model) {
        TableSettings settings = configuration.settings(model);
        String tableName = tableName(model, settings);
        List<EngineListener<? super T>> listeners = configuration.listeners(model);
        ModelEvents<T> events =
                listeners.isEmpty() ? ModelEvents.none() : new Listening<>(this, model, tableName, listeners);
        return new BoundModel<>(
                model,
                tableName,
                settings,
                configuration.indexUnits(model),
                events,
                configuration.clock(),
                configuration.auditors(),
                modelsOf(tableName),
                requests.areBytesTaken());
    }

    private TableModels modelsOf(String table) {
        return byTable.computeIfAbsent(table, name -> new TableModels());
    }

    private String tableName(ModelDefinition<?> model, TableSettings settings) {
        return configuration.tableNames().tableName(model, givenName(model, settings));
    }

    /**
     * Returns the template of a model. The model is bound at the first use of the template, unless it is bound already.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @return a template
     */
    public <T> BloopTemplate<T> template(ModelDefinition<T> model) {
        return new BloopTemplate<>(this, model);
    }

    /**
     * Returns the models that are bound so far, with the names of their tables.
     *
     * @return table names by model
     */
    public Map<ModelDefinition<?>, String> tables() {
        Map<ModelDefinition<?>, String> tables = new LinkedHashMap<>();
        bound.forEach((model, found) -> tables.put(model, found.tableName()));
        return tables;
    }

    /**
     * Writes items of any bound models together, or not at all: commits when the callback returns, and sends nothing
     * when it throws.
     *
     * @param operations adds the operations
     * @throws io.bloop.transaction.TransactionCancelled if it was cancelled; then nothing was applied
     */
    public void writeTransaction(Consumer<WriteTransaction> operations) {
        prepare("writeTransaction()", operations).commit();
    }

    /**
     * Prepares a transaction that may be committed more than once, and is applied once.
     *
     * @param operations adds the operations
     * @return the prepared transaction
     */
    public PreparedTransaction prepareTransaction(Consumer<WriteTransaction> operations) {
        return prepare("prepareTransaction()", operations);
    }

    private PreparedTransaction prepare(String method, Consumer<WriteTransaction> operations) {
        InvalidArgument.required(operations, method, "operations", "a function that adds the operations");
        WriteTransaction transaction = new WriteTransaction(models);
        operations.accept(transaction);
        return new PreparedTransaction(requests, transaction, configuration.clock());
    }

    /**
     * Reads items of any bound models in one consistent state.
     *
     * @param items adds the items
     * @return what is there
     */
    public ReadTransaction.ReadResult readTransaction(Consumer<ReadTransaction> items) {
        InvalidArgument.required(items, "readTransaction()", "items", "a function that adds the items");
        ReadTransaction transaction = new ReadTransaction(models, requests);
        items.accept(transaction);
        return transaction.run();
    }

    /**
     * Saves objects of any bound models, each by its own request and side by side; not atomic.
     *
     * @param objects the objects; the same one twice counts once
     * @return the objects
     * @throws io.bloop.model.InvalidModel if an object is of no bound model, or of several; then nothing was sent
     * @throws io.bloop.bulk.BulkFailed if one could not be saved, with those that are left over
     */
    public List<Object> saveEach(Collection<?> objects) {
        return many.saveEach(objects);
    }

    /**
     * Deletes objects of any bound models, each by its own request and side by side; not atomic.
     *
     * @param objects the objects; the same one twice counts once
     * @return the objects
     * @throws io.bloop.model.InvalidModel if an object is of no bound model, or of several; then nothing was sent
     * @throws io.bloop.bulk.BulkFailed if one could not be deleted, with those that are left over
     */
    public List<Object> deleteEach(Collection<?> objects) {
        return many.deleteEach(objects);
    }

    /**
     * Loads objects of any bound models, like {@link #loadAll(Collection, Consistency)} with
     * {@link Consistency#EVENTUAL}.
     *
     * @param objects the objects; the same one twice counts once
     * @return the objects in order; of records, others
     */
    public List<Object> loadAll(Collection<?> objects) {
        return loadAll(objects, Consistency.EVENTUAL);
    }

    /**
     * Loads objects of any bound models by the keys that they have, in batches, in place unless they are records.
     *
     * @param objects the objects; the same one twice counts once
     * @param consistency which writes to see
     * @return the objects in order; of records, others
     * @throws io.bloop.model.InvalidModel if an object is of no bound model, or of several; then nothing was sent
     * @throws io.bloop.read.MissingObjects if tables lack some, after the others were loaded
     */
    public List<Object> loadAll(Collection<?> objects, Consistency consistency) {
        return many.loadAll(objects, consistency);
    }

    /**
     * Saves an object of any bound model, as the template of its model does.
     *
     * @param <T> the class of the object
     * @param object the object
     * @return the object; where values of a record are taken over, another one
     * @throws io.bloop.model.InvalidModel if the object is of no bound model, or of several
     */
    public <T> T save(T object) {
        return many.writes(InvalidArgument.required(object, "save()", "object", OBJECT))
                .save(object, WriteOptions.none());
    }

    /**
     * Deletes the item of an object of any bound model, as the template of its model does.
     *
     * @param <T> the class of the object
     * @param object the object; its key is all that matters
     * @return the object; where values of a record are taken over, another one
     * @throws io.bloop.model.InvalidModel if the object is of no bound model, or of several
     */
    public <T> T delete(T object) {
        return many.writes(InvalidArgument.required(object, "delete()", "object", OBJECT))
                .delete(object, WriteOptions.none());
    }

    /**
     * Begins a query of a model's table, as its template does.
     *
     * @param <T> the class of the model's objects
     * @param model the model; a supertype hands out the objects of all of its models
     * @return a query that still needs {@code where}
     */
    public <T> Query<T> query(ModelDefinition<T> model) {
        return template(InvalidArgument.required(model, "query()", "model", "a model"))
                .query();
    }

    /**
     * Begins a query of an index, as the template of its model does.
     *
     * @param <T> the class of the model's objects
     * @param index an index of a model; that of a supertype hands out the objects of all of its models
     * @return a query that still needs {@code where}
     */
    public <T> Query<T> query(Index<T> index) {
        return template(InvalidArgument.required(index, "query()", "index", "an index of a model")
                        .model())
                .query(index);
    }

    /**
     * Begins a query that hands out the items of several models of one table, such as an order with its lines.
     *
     * <p>Each result is an object of the model that claims its item; the items of other models are passed over. Models
     * are bound unless they are bound already.
     *
     * @param <T> the class that the objects of all models have in common
     * @param models models of one table, at least one; where several claim an item, the first one has it
     * @param where the condition on the keys, of columns of one of the models
     * @return a query, which takes no {@code select()}
     * @throws InvalidArgument if the models are of several tables, or the condition names columns of none of them
     */
    public <T> Query<T> query(Collection<? extends ModelDefinition<? extends T>> models, Condition<? extends T> where) {
        return new Query<>(shared(models, where)).where(typed(where));
    }

    /**
     * Begins a query of an index that hands out the items of several models of one table.
     *
     * @param <T> the class that the objects of all models have in common
     * @param models models of one table, at least one; where several claim an item, the first one has it
     * @param index an index of the model whose columns the condition names, which projects all
     * @param where the condition on the keys of the index
     * @return a query, which takes no {@code select()}
     * @throws InvalidArgument if the models are of several tables, or the condition names columns of none of them
     * @throws io.bloop.query.InvalidSearch if the index belongs to another model than the columns of the condition
     */
    @SuppressWarnings("unchecked") // the context is that of the index's model, or refuses it
    public <T> Query<T> query(
            Collection<? extends ModelDefinition<? extends T>> models,
            Index<? extends T> index,
            Condition<? extends T> where) {
        return new Query<>(shared(models, where), (Index<T>) index).where(typed(where));
    }

    /**
     * Makes a collection of the items of one hash key: one query, over as many responses as it takes.
     *
     * <p>Short for {@link #query(ItemCollectionDefinition, Condition)} and {@link CollectionQuery#find()}.
     *
     * @param <C> the class of the collection
     * @param collection the collection
     * @param where the condition on the keys of the table, of columns of one of the collection's models
     * @return the collection; empty where there is no item of any of its members
     * @throws InvalidArgument if the condition names columns of no model of the collection
     * @throws io.bloop.collection.InvalidCollection if the collection has mistakes
     * @throws io.bloop.collection.CollectionMismatch if there is no item for a required member, or two for one that is no
     *     list
     * @throws io.bloop.query.InvalidSearch if the query cannot be asked in this way
     */
    public <C> Optional<C> collect(ItemCollectionDefinition<C> collection, Condition<?> where) {
        return query(collection, where).find();
    }

    /**
     * Makes the collection of a key: one query, over as many responses as it takes.
     *
     * @param <C> the class of the collection
     * @param key the key, of the typed method of a definition
     * @return the collection; empty where there is no item of any of its members
     * @throws io.bloop.collection.InvalidCollection if the collection has mistakes
     * @throws io.bloop.collection.CollectionMismatch if there is no item for a required member, or two for one that is no
     *     list
     * @throws io.bloop.query.InvalidSearch if the query cannot be asked in this way
     */
    public <C> Optional<C> collect(CollectionKey<C> key) {
        return query(key).find();
    }

    /**
     * Begins a query that makes the collection of a key.
     *
     * @param <C> the class of the collection
     * @param key the key, of the typed method of a definition
     * @return a query
     * @throws io.bloop.collection.InvalidCollection if the collection has mistakes
     */
    public <C> CollectionQuery<C> query(CollectionKey<C> key) {
        InvalidArgument.required(key, "query()", "key", "the key of a collection");
        Index<?> index = key.index();
        return index == null ? query(key.collection(), key.where()) : query(key.collection(), index, key.where());
    }

    /**
     * Begins a query of the table that makes a collection of the items of one hash key.
     *
     * @param <C> the class of the collection
     * @param collection the collection, whose models are bound if they are not bound before
     * @param where the condition on the keys, of columns of one of the collection's models
     * @return a query
     * @throws InvalidArgument if the condition names columns of no model of the collection
     * @throws io.bloop.collection.InvalidCollection if the collection has mistakes
     */
    public <C> CollectionQuery<C> query(ItemCollectionDefinition<C> collection, Condition<?> where) {
        SharedSearches<Object> context = shared(modelsOf(collection), where);
        return collecting(collection, context, null, where, new Query<>(context));
    }

    /**
     * Begins a query of an index that makes a collection of the items of one hash key.
     *
     * @param <C> the class of the collection
     * @param collection the collection, whose models are bound if they are not bound before
     * @param index an index of the model whose columns the condition names, which projects all
     * @param where the condition on the keys of the index
     * @return a query
     * @throws InvalidArgument if the condition names columns of no model of the collection
     * @throws io.bloop.collection.InvalidCollection if the collection has mistakes
     * @throws io.bloop.query.InvalidSearch if the index belongs to another model than the columns of the condition
     */
    @SuppressWarnings("unchecked") // the context is that of the index's model, or refuses it
    public <C> CollectionQuery<C> query(ItemCollectionDefinition<C> collection, Index<?> index, Condition<?> where) {
        SharedSearches<Object> context = shared(modelsOf(collection), where);
        return collecting(collection, context, index, where, new Query<>(context, (Index<Object>) index));
    }

    private static List<ModelDefinition<?>> modelsOf(ItemCollectionDefinition<?> collection) {
        return InvalidArgument.required(collection, "query()", "collection", "a collection")
                .models();
    }

    private <C> CollectionQuery<C> collecting(
            ItemCollectionDefinition<C> collection,
            SharedSearches<Object> context,
            @Nullable Index<?> index,
            Condition<?> where,
            Query<Object> query) {
        Target target = target(context.definition(), index);
        return new CollectionQuery<>(collection, target, index, where, query.where(typed(where)));
    }

    @SuppressWarnings("unchecked") // a condition only reads the model that it asks about
    private static <T> Condition<T> typed(Condition<? extends T> condition) {
        return (Condition<T>) condition;
    }

    private <T> SharedSearches<T> shared(
            Collection<? extends ModelDefinition<? extends T>> models, Condition<? extends T> where) {
        first("query()", models);
        InvalidArgument.required(where, "query()", "where", "a condition on the keys");
        List<ModelDefinition<? extends T>> read = List.copyOf(models);
        Set<ModelDefinition<?>> named = new LinkedHashSet<>();
        where.paths().forEach(path -> {
            if (path.root() instanceof Column<?, ?> column) {
                named.add(column.model());
            }
        });
        ModelDefinition<? extends T> asked = read.stream()
                .<ModelDefinition<? extends T>>flatMap(
                        model -> Stream.concat(Stream.of(model), model.models().stream()))
                .filter(named::contains)
                .findFirst()
                .orElseThrow(() -> new InvalidArgument(
                        "query()", "where", "a condition on columns of one of " + read, "one on columns of " + named));
        return new SharedSearches<>(this, asked, () -> ofOneTable("query()", read));
    }

    /**
     * Opens the stream of a model's table, which is bound unless it is bound already.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @param position where to begin
     * @return a stream of changes; the caller closes it
     * @throws io.bloop.stream.StreamUnavailable if the table has no stream, or the engine no client for streams
     * @throws io.bloop.stream.InvalidStreamToken if the position is a token that does not fit
     */
    public <T> ChangeStream<T> stream(ModelDefinition<T> model, Position position) {
        InvalidArgument.required(model, "stream()", "model", "a model");
        return stream(List.of(model), position);
    }

    /**
     * Opens the stream of a table that several models share. Models are bound unless they are bound already.
     *
     * <p>Each change has the object of the model that claims its item, such as in a {@code switch} over a sealed interface.
     * The token of such a stream fits every stream of several models of the table.
     *
     * @param <T> the class that the objects of all models have in common
     * @param models models of one table, at least one; where several claim an item, the first one has it
     * @param position where to begin
     * @return a stream of changes; the caller closes it
     * @throws InvalidArgument if the models are of several tables
     * @throws io.bloop.stream.StreamUnavailable if the table has no stream, or the engine no client for streams
     * @throws io.bloop.stream.InvalidStreamToken if the position is a token that does not fit
     */
    public <T> ChangeStream<T> stream(Collection<? extends ModelDefinition<? extends T>> models, Position position) {
        ModelDefinition<? extends T> first = first("stream()", models);
        InvalidArgument.required(position, "stream()", "position", "a position");
        if (streamRequests == null) {
            throw StreamUnavailable.withoutClient(target(first, null));
        }
        return new ChangeStream<>(ofOneTable("stream()", models), streamRequests, tableRequests, position);
    }

    private static <M> M first(String method, Collection<M> models) {
        InvalidArgument.required(models, method, "models", MODELS_OF_A_TABLE)
                .forEach(model -> InvalidArgument.required(model, method, "models", "a model"));
        return models.stream()
                .findFirst()
                .orElseThrow(() -> new InvalidArgument(method, "models", MODELS_OF_A_TABLE, "empty"));
    }

    private <T> List<BoundModel<? extends T>> ofOneTable(
            String method, Collection<? extends ModelDefinition<? extends T>> models) {
        List<BoundModel<? extends T>> found = new ArrayList<>();
        Set<String> tables = new LinkedHashSet<>();
        Set<ModelDefinition<? extends T>> each = new LinkedHashSet<>();
        models.forEach(model -> each.addAll(model.models()));
        for (ModelDefinition<? extends T> model : each) {
            BoundModel<? extends T> boundModel = bound(model);
            found.add(boundModel);
            tables.add(boundModel.tableName());
        }
        if (tables.size() > 1) {
            throw new InvalidArgument(method, "models", MODELS_OF_A_TABLE, "models of " + tables);
        }
        return found;
    }

    /**
     * Makes changes of records that come from elsewhere, such as from a Lambda event or the Kinesis Client Library.
     *
     * @param <T> the class of the model's objects
     * @param model the model, which is bound at the first record unless it is bound already
     * @return makes a change of each record
     */
    public <T> ChangeMapper<T> changes(ModelDefinition<T> model) {
        InvalidArgument.required(model, "changes()", "model", "a model");
        return changes(List.of(model));
    }

    /**
     * Makes changes of records of a table that several models share, each with the object of the model that claims its item.
     *
     * @param <T> the class that the objects of all models have in common
     * @param models models of one table, at least one, which are bound at the first record unless they are bound
     *     already; where several claim an item, the first one has it
     * @return makes a change of each record; it throws {@link InvalidArgument} if the models are of several tables
     */
    public <T> ChangeMapper<T> changes(Collection<? extends ModelDefinition<? extends T>> models) {
        first("changes()", models);
        List<ModelDefinition<? extends T>> read = List.copyOf(models);
        return new ChangeMapper<>(() -> ofOneTable("changes()", read));
    }

    /**
     * Begins to configure how data migrations are run.
     *
     * @return a builder with the defaults
     */
    public MigrationsBuilder migrations() {
        return new MigrationsBuilder(requests, models, ledgers);
    }

    /**
     * Exports the tables of models as text, with the names and the settings that this engine gives them.
     *
     * <p>Binds nothing and sends no request.
     *
     * @param models the models
     * @return the tables as text
     * @throws InvalidModel if models have mistakes, or want what DynamoDB does not create
     * @throws InvalidTableName if tables would have names that DynamoDB does not allow
     */
    public TableExport export(Collection<? extends ModelDefinition<?>> models) {
        List<BoundModel<?>> exported = new ArrayList<>();
        for (ModelDefinition<?> model : each("export()", models)) {
            exported.add(resolved(model));
        }
        checkNames(exported);
        Namesakes.check(exported, List.of());
        return Exports.of(exported);
    }

    /**
     * Returns what is bound, and ways to look at the tables: for operations.
     *
     * @return the bindings
     */
    public Bindings bindings() {
        return bindings;
    }

    /** Names a model's table and an index of it, without binding the model. */
    Target target(ModelDefinition<?> model, @Nullable Index<?> index) {
        BoundModel<?> found = model instanceof SupertypeDefinition<?> ? supertypes.get(model) : bound.get(model);
        ModelDefinition<?> ofTable = model.models().stream().findFirst().orElseThrow();
        return found != null
                ? found.target(index)
                : new Target(
                        model.name(),
                        tableName(ofTable, configuration.settings(ofTable)),
                        index == null ? null : index.storedName());
    }

    TokenSecrets tokenSecrets() {
        return configuration.tokenSecrets();
    }

    Requests requests() {
        return requests;
    }

    Collection<BoundModel<?>> allBound() {
        return bound.values();
    }

    @SuppressWarnings("unchecked") // each model is bound under itself
    <T> BoundModel<T> bound(ModelDefinition<T> model) {
        if (model instanceof SupertypeDefinition<T> supertype) {
            BoundModel<?> known = supertypes.get(supertype);
            if (known == null) {
                supertypes.putIfAbsent(supertype, boundSupertype(supertype));
                known = supertypes.get(supertype);
            }
            return (BoundModel<T>) Objects.requireNonNull(known);
        }
        BoundModel<?> found = bound.get(model);
        if (found == null) {
            bind(List.of(model));
            found = bound.get(model);
        }
        return (BoundModel<T>) Objects.requireNonNull(found);
    }

    private <T> BoundModel<T> boundSupertype(SupertypeDefinition<T> supertype) {
        bind(List.of(supertype));
        List<BoundModel<? extends T>> members = new ArrayList<>();
        supertype.models().forEach(model -> members.add(bound(model)));
        return new BoundModel<>(supertype, members, modelsOf(members.get(0).tableName()));
    }
}
