package io.bloop.engine;

import io.bloop.InvalidArgument;
import io.bloop.bulk.Bulk;
import io.bloop.expression.Condition;
import io.bloop.model.Index;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.ProjectionDefinition;
import io.bloop.model.SupertypeDefinition;
import io.bloop.query.Query;
import io.bloop.query.Scan;
import io.bloop.query.internal.SearchContext;
import io.bloop.read.Consistency;
import io.bloop.read.internal.Reads;
import io.bloop.stream.ChangeStream;
import io.bloop.stream.Position;
import io.bloop.write.InvalidWrite;
import io.bloop.write.Update;
import io.bloop.write.WriteOptions;
import io.bloop.write.internal.Writes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Saves, loads and searches the objects of one model. Services inject it.
 *
 * <p>The model is bound at the first call, if it was not before. Every call may throw
 * {@link io.bloop.request.RequestFailed}. Thread-safe; the objects are not.
 *
 * <p>If the model tells its items from those of other models of its table, no call reads, changes or deletes an item of
 * another one: searches pass over such items, and all other calls throw {@link io.bloop.request.ForeignItem}. An insert is
 * refused for any item that is there.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public final class BloopTemplate<T> {

    private final Engine engine;
    private final ModelDefinition<T> model;

    /**
     * Creates a template; {@link Engine#template} does the same.
     *
     * @param engine the engine
     * @param model the model
     */
    public BloopTemplate(Engine engine, ModelDefinition<T> model) {
        this.engine = InvalidArgument.required(engine, "template()", "engine", "an engine");
        this.model = InvalidArgument.required(model, "template()", "model", "a model");
    }

    /**
     * Returns the model.
     *
     * @return the model
     */
    public ModelDefinition<T> model() {
        return model;
    }

    /**
     * Saves an object, like {@link #save(Object, WriteOptions)} without options.
     *
     * @param object the object
     * @return the object
     */
    public T save(T object) {
        return save(object, WriteOptions.none());
    }

    /**
     * Saves an object by UpdateItem, which does not change attributes that the model does not know.
     *
     * <p>A new object sets each column that has a value. A tracked object that was loaded from or saved to the same
     * table sends only what has changed since, and no request if nothing has changed. An untracked one sets each column
     * that has a value and removes none: {@code save(note.withText(null))} of a record clears nothing. Give such an
     * object with the one that was loaded, {@code save(after, since(before))}, which sends what differs between them.
     *
     * <p>If the model has a version, the item has to have that of the object, and the object shows the next one
     * afterwards. See {@link io.bloop.request.ConstraintViolation} for lost responses, and {@link WriteOptions#once()}
     * for writes that have to be certain.
     *
     * <p>The write goes to the item that the object was loaded from, also if its key is stored in another form of the
     * same value. A copy of a record is a new object, whose stored key is not known.
     *
     * @param object the object
     * @param options how to save
     * @return the object, or a new one if values of a record are taken over
     * @throws io.bloop.model.MissingKey if a key column has no value
     * @throws io.bloop.type.InvalidValue if a value does not fit its column
     * @throws io.bloop.request.ConstraintViolation if the condition is not met; object and table are as they were
     */
    public T save(T object, WriteOptions<T> options) {
        return writes().save(object, options);
    }

    /**
     * Inserts an object, like {@link #insert(Object, WriteOptions)} without options.
     *
     * @param object the object
     * @return the object
     */
    public T insert(T object) {
        return insert(object, WriteOptions.none());
    }

    /**
     * Puts an object into the table as a new item, if its key is free.
     *
     * <p>If the response to an earlier attempt was lost, the item may be there because of that attempt; see
     * {@link io.bloop.request.ConstraintViolation#isPerhapsApplied()}. {@link WriteOptions#once()} makes it certain.
     *
     * @param object the object
     * @param options how to insert; {@code sync(NEW)} reads back what was put
     * @return the object, or a new one if values of a record are taken over
     * @throws io.bloop.request.ConstraintViolation if there is an item with that key
     */
    public T insert(T object, WriteOptions<T> options) {
        return writes().insert(object, options);
    }

    /**
     * Replaces the item of an object, like {@link #replace(Object, WriteOptions)} without options.
     *
     * @param object the object
     * @return the object
     */
    public T replace(T object) {
        return replace(object, WriteOptions.none());
    }

    /**
     * Puts an object in place of whatever item has its key, attributes that the model does not know included.
     *
     * @param object the object
     * @param options how to replace; {@code sync(NEW)} changes nothing, since the object is what the table holds
     * @return the object, or a new one if values of a record are taken over
     * @throws io.bloop.write.IncompleteObject if the object was loaded through a projection, or saved where DynamoDB
     *     does not tell when its item was created, such as in a transaction
     * @throws io.bloop.request.ConstraintViolation if the condition is not met
     */
    public T replace(T object, WriteOptions<T> options) {
        return writes().replace(object, options);
    }

    /**
     * Deletes an object, like {@link #delete(Object, WriteOptions)} without options.
     *
     * @param object the object
     * @return the object
     */
    public T delete(T object) {
        return delete(object, WriteOptions.none());
    }

    /**
     * Deletes the item of an object, which counts as new from then on. It is no error if there is none.
     *
     * @param object the object; its key is all that matters
     * @param options how to delete
     * @return the object, or a new one if values of a record are taken over
     * @throws io.bloop.request.ConstraintViolation if the condition is not met
     */
    public T delete(T object, WriteOptions<T> options) {
        return writes().delete(object, options);
    }

    /**
     * Deletes an item by its key, like {@link #deleteByKey(Key, WriteOptions)} without options.
     *
     * @param key the key
     * @return true if there was one
     */
    public boolean deleteByKey(Key<T> key) {
        return deleteByKey(key, WriteOptions.none());
    }

    /**
     * Deletes an item by its key.
     *
     * @param key the key
     * @param options how to delete; no version is compared, unless the condition asks for one
     * @return true if there was one; after a lost response, false may mean that an earlier attempt has deleted it
     * @throws io.bloop.request.ConstraintViolation if the condition is not met
     */
    public boolean deleteByKey(Key<T> key, WriteOptions<T> options) {
        return writes().deleteByKey(key, options);
    }

    /**
     * Begins an update of one item by the values of its key.
     *
     * @param key the hash key's value, and the range key's if there is one
     * @return an update without actions, which creates the item if there is none
     * @throws io.bloop.model.InvalidKey if the values do not fit the key columns
     */
    public Update<T> update(Object... key) {
        return update(model.keyOf(key));
    }

    /**
     * Begins an update of one item by its key.
     *
     * @param key the key
     * @return an update without actions
     */
    public Update<T> update(Key<T> key) {
        if (model instanceof SupertypeDefinition<?>) {
            throw new InvalidWrite(
                    "update",
                    String.valueOf(key),
                    "may create an item, and " + model
                            + " does not say of which model; update it by the template of one of " + model.models()
                            + ".");
        }
        return new Update<>(this::writes, key);
    }

    /**
     * Finds an object by the values of its key.
     *
     * @param key the hash key's value, and the range key's if there is one
     * @return a new object, or empty if there is none
     * @throws io.bloop.model.InvalidKey if the values do not fit the key columns
     */
    public Optional<T> find(Object... key) {
        return find(model.keyOf(key));
    }

    /**
     * Finds an object by the value of its hash key.
     *
     * @param hashKey the hash key's value, where the model has no range key
     * @param consistency which writes to see
     * @return a new object, or empty if there is none
     * @throws io.bloop.model.InvalidKey if the value does not fit the key column
     */
    public Optional<T> find(Object hashKey, Consistency consistency) {
        return find(model.keyOf(hashKey), consistency);
    }

    /**
     * Finds an object by the values of its key.
     *
     * @param hashKey the hash key's value
     * @param rangeKey the range key's value
     * @param consistency which writes to see
     * @return a new object, or empty if there is none
     * @throws io.bloop.model.InvalidKey if the values do not fit the key columns
     */
    public Optional<T> find(Object hashKey, Object rangeKey, Consistency consistency) {
        return find(model.keyOf(hashKey, rangeKey), consistency);
    }

    /**
     * Finds an object by its key, like {@link #find(Key, Consistency)} with {@link Consistency#EVENTUAL}.
     *
     * @param key the key
     * @return a new object, or empty if there is none
     */
    public Optional<T> find(Key<T> key) {
        return find(key, Consistency.EVENTUAL);
    }

    /**
     * Finds an object by its key.
     *
     * @param key the key
     * @param consistency which writes to see
     * @return a new object, or empty if there is none
     * @throws io.bloop.request.ForeignItem if the item belongs to another model of the table
     */
    public Optional<T> find(Key<T> key, Consistency consistency) {
        return reads().find(key, consistency);
    }

    /**
     * Finds many objects by their keys, like {@link #findAll(Collection, Consistency)} with
     * {@link Consistency#EVENTUAL}.
     *
     * @param keys the keys
     * @return new objects in the order of the keys, those that are missing left out
     */
    public List<T> findAll(Collection<Key<T>> keys) {
        return findAll(keys, Consistency.EVENTUAL);
    }

    /**
     * Finds many objects by their keys as they are asked for, never more than 100 ahead.
     *
     * @param keys the keys, read as they are needed; a stream is given as {@code stream::iterator}
     * @param consistency which writes to see
     * @return new objects in the order of the keys, those that are missing left out; a stream without anything to close
     * @throws io.bloop.read.UnprocessedItems from the stream, if DynamoDB keeps leaving some unprocessed
     */
    public Stream<T> findEach(Iterable<Key<T>> keys, Consistency consistency) {
        return reads().findEach(keys, consistency);
    }

    /**
     * Finds many objects by their keys, in batches.
     *
     * @param keys the keys; the same key twice counts once
     * @param consistency which writes to see
     * @return new objects in the order of the keys, those that are missing left out
     * @throws io.bloop.read.UnprocessedItems if DynamoDB keeps leaving some unprocessed
     */
    public List<T> findAll(Collection<Key<T>> keys, Consistency consistency) {
        return reads().findAll(keys, consistency);
    }

    /**
     * Finds objects of another class, which have some columns of the model: {@code links.as(LINK_TITLE).find("curl")}.
     *
     * <p>Searches take a projection at their end, after {@code where} and {@code limit}.
     *
     * @param <P> the class of the projection's objects
     * @param projection a projection of the model
     * @return a template that finds such objects
     * @throws InvalidArgument if the projection is null or of another model
     */
    public <P> ProjectedTemplate<T, P> as(ProjectionDefinition<T, P> projection) {
        String method = "as() of " + model.name();
        String expected = "a projection of " + model.name();
        InvalidArgument.required(projection, method, "projection", expected);
        if (projection.model() != model) {
            throw new InvalidArgument(method, "projection", expected, projection + " of another definition");
        }
        return new ProjectedTemplate<>(projection, this::reads);
    }

    /**
     * Loads an object, like {@link #load(Object, Consistency)} with {@link Consistency#EVENTUAL}.
     *
     * @param object the object
     * @return the object, or a new one of a record
     */
    public T load(T object) {
        return load(object, Consistency.EVENTUAL);
    }

    /**
     * Loads an object by the key that it has, in place unless it is a record.
     *
     * @param object the object
     * @param consistency which writes to see
     * @return the object, or a new one of a record
     * @throws io.bloop.read.MissingObjects if the table has no such item; then the object is as it was
     */
    public T load(T object, Consistency consistency) {
        return reads().load(object, consistency);
    }

    /**
     * Loads many objects, like {@link #loadAll(Collection, Consistency)} with {@link Consistency#EVENTUAL}.
     *
     * @param objects the objects
     * @return the objects, or new ones of records
     */
    public List<T> loadAll(Collection<T> objects) {
        return loadAll(objects, Consistency.EVENTUAL);
    }

    /**
     * Loads many objects by the keys that they have, in batches, in place unless they are records.
     *
     * @param objects the objects
     * @param consistency which writes to see
     * @return the objects, or new ones of records
     * @throws io.bloop.read.MissingObjects if the table lacks some, after the others were loaded
     * @throws io.bloop.read.UnprocessedItems if DynamoDB keeps leaving some unprocessed
     */
    public List<T> loadAll(Collection<T> objects, Consistency consistency) {
        return reads().loadAll(objects, consistency);
    }

    /**
     * Tells whether there is an item, as {@link #existsByKey(Key, Consistency)} with {@link Consistency#EVENTUAL}.
     *
     * @param key the hash key's value, and the range key's if there is one
     * @return true if there is one
     * @throws io.bloop.model.InvalidKey if the values do not fit the key columns
     */
    public boolean existsByKey(Object... key) {
        return existsByKey(model.keyOf(key));
    }

    /**
     * Tells whether there is an item, as {@link #existsByKey(Key, Consistency)} with {@link Consistency#EVENTUAL}.
     *
     * @param key the key
     * @return true if there is one
     */
    public boolean existsByKey(Key<T> key) {
        return existsByKey(key, Consistency.EVENTUAL);
    }

    /**
     * Tells whether there is an item with a key, and fetches nothing but the key.
     *
     * <p>Takes as many read units as finding the item. Somebody else may write between this call and the next one: ask with a
     * condition, such as {@link #insert(Object)} does, where that matters.
     *
     * @param key the key
     * @param consistency which writes to see
     * @return true if there is one
     * @throws io.bloop.request.ForeignItem if the item belongs to another model of the table
     */
    public boolean existsByKey(Key<T> key, Consistency consistency) {
        return reads().exists(key, consistency);
    }

    /**
     * Counts the model's items.
     *
     * <p>DynamoDB reads the whole table to count it, and bills the read units of that; {@code query(..).count()} reads the items
     * of one hash key.
     *
     * @return the number
     */
    public long count() {
        return scan().count();
    }

    /**
     * Deletes every item of the model, in batches of 25.
     *
     * <p>Reads the whole table, and writes each item: it takes the read units of a scan and the write units of each item.
     * Deleting the table and creating it again takes neither. No version is checked. Items that are written meanwhile may
     * stay.
     *
     * @return the number of items
     * @throws io.bloop.bulk.BulkFailed if a request fails, with the objects that are left over
     */
    public long deleteAll() {
        return bulk().deleteAll(scan());
    }

    /**
     * Deletes the items of objects in batches of 25, as {@link Bulk#deleteAll} does.
     *
     * @param objects the objects; their keys are all that matters
     * @return the number of objects
     * @throws io.bloop.bulk.BulkFailed if a request fails, with the objects that are left over
     */
    public long deleteAll(Iterable<? extends T> objects) {
        return bulk().deleteAll(objects);
    }

    /**
     * Begins writing many objects.
     *
     * @return bulk writes with the defaults
     */
    public Bulk<T> bulk() {
        return new Bulk<>(engine.requests(), this::writes);
    }

    /**
     * Begins a query of the table.
     *
     * @return a query that still needs {@code where}
     */
    public Query<T> query() {
        return new Query<>(searches());
    }

    /**
     * Begins a query of an index.
     *
     * @param index an index of the model
     * @return a query that still needs {@code where}
     * @throws io.bloop.query.InvalidSearch if the index is null or belongs to another model
     */
    public Query<T> query(Index<T> index) {
        return new Query<>(searches(), index);
    }

    /**
     * Begins a scan of the table.
     *
     * @return a scan
     */
    public Scan<T> scan() {
        return new Scan<>(searches());
    }

    /**
     * Begins a scan of an index.
     *
     * @param index an index of the model
     * @return a scan
     * @throws io.bloop.query.InvalidSearch if the index is null or belongs to another model
     */
    public Scan<T> scan(Index<T> index) {
        return new Scan<>(searches(), index);
    }

    /**
     * Requires that the item still has the values that an object knows: {@code links.save(link,
     * onlyIf(links.snapshot(link)))}.
     *
     * <p>Of a tracked object, each column equals what was loaded or last saved, and is absent where nothing was there;
     * columns that it was loaded without are not asked about, and where it knows of no item, there has to be none. An
     * object that remembers nothing tells of its present values: take its snapshot before it is edited.
     *
     * @param object the object
     * @return the condition; unmet also where an attribute is stored in another form than this library writes
     */
    public Condition<T> snapshot(T object) {
        return writes().snapshot(object);
    }

    /**
     * Makes an object of a raw item, such as an image of a stream's record.
     *
     * <p>The object counts as loaded from the model's table: a save writes what has changed since.
     *
     * @param item the item's attributes
     * @return a new object
     * @throws io.bloop.request.ForeignItem if the item does not belong to the model
     * @throws io.bloop.type.InvalidValue if an attribute does not fit its column
     */
    public T read(Map<String, AttributeValue> item) {
        return engine.bound(model).read(ItemMapper.given("read()", item), null);
    }

    /**
     * Makes a raw item of an object, as {@link ItemMapper#write} does.
     *
     * @param object the object
     * @return every column that has a value, and the discriminator of the model
     * @throws io.bloop.model.MissingKey if a key column has no value
     * @throws io.bloop.type.InvalidValue if a value does not fit its column
     */
    public Map<String, AttributeValue> write(T object) {
        return Map.copyOf(engine.bound(model).of(object).mapping().item(object));
    }

    /**
     * Opens the stream of the model's table.
     *
     * @param position where to begin
     * @return a stream of changes; the caller closes it
     * @throws io.bloop.stream.StreamUnavailable if the table has no stream, or the engine no client for streams
     * @throws io.bloop.stream.InvalidStreamToken if the position is a token that does not fit
     */
    public ChangeStream<T> stream(Position position) {
        return engine.stream(model, position);
    }

    private Writes<T> writes() {
        return new Writes<>(engine.requests(), engine.bound(model));
    }

    private SearchContext<T> searches() {
        return new ModelSearches<>(engine, model);
    }

    private Reads<T> reads() {
        return new Reads<>(engine.requests(), engine.bound(model));
    }
}
