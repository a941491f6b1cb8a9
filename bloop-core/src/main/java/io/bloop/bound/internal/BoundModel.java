package io.bloop.bound.internal;

import io.bloop.expression.Condition;
import io.bloop.expression.Placeholders;
import io.bloop.expression.UpdateTexts;
import io.bloop.mapping.internal.Mapping;
import io.bloop.mapping.internal.Signature;
import io.bloop.model.AuditorSupplier;
import io.bloop.model.Column;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.Index;
import io.bloop.model.ModelDefinition;
import io.bloop.model.SupertypeDefinition;
import io.bloop.request.Target;
import io.bloop.settings.Billing;
import io.bloop.settings.TableSettings;
import io.bloop.settings.Units;
import io.bloop.settings.internal.BillingOverride;
import io.bloop.type.StoredItem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model as one engine has bound it: with the table's name there, and the settings of that environment.
 *
 * <p>For the engine. Equal only to itself, which is how objects know where they came from. Immutable and thread-safe.
 *
 * @param <T> the class of the model's objects
 */
public final class BoundModel<T> {

    private final ModelDefinition<T> definition;
    private final String tableName;
    private final TableSettings settings;
    private final Map<String, Units> indexUnits;
    private final ModelEvents<T> events;
    private final InstantSource clock;
    private final AuditorSupplier auditors;
    private final Target target;
    private final UpdateTexts updateTexts = new UpdateTexts();
    private @Nullable FreeKey<T> freeKey;
    private final Mapping<T> mapping;
    private final ItemClaim<T> claim;
    private final List<BoundModel<? extends T>> members;
    private final boolean takesBytes;

    /**
     * Asks whether a key is free.
     *
     * @param condition the condition, one object for all writes
     * @param text its text
     * @param names names by placeholder
     */
    public record FreeKey<T>(
            Condition<T> condition, String text, @Nullable Map<String, String> names) {}

    /**
     * Creates a bound model that nobody listens to, and whose clock is the system's.
     *
     * @param definition the model
     * @param tableName the name of its table
     * @param settings what it wants of the table in this environment
     * @param indexUnits throughput of global indexes in this environment, by the index's name
     */
    public BoundModel(
            ModelDefinition<T> definition, String tableName, TableSettings settings, Map<String, Units> indexUnits) {
        this(
                definition,
                tableName,
                settings,
                indexUnits,
                ModelEvents.none(),
                InstantSource.system(),
                Optional::empty,
                new TableModels(),
                false);
    }

    /**
     * Creates the bound model of a supertype, which is told nothing itself.
     *
     * @param definition the supertype
     * @param members its models as they are bound, of one table and in its order
     * @param neighbours the models that are bound to the table
     */
    public BoundModel(
            SupertypeDefinition<T> definition, List<BoundModel<? extends T>> members, TableModels neighbours) {
        this(
                definition,
                members.get(0).tableName(),
                definition.settings(),
                Map.of(),
                ModelEvents.none(),
                InstantSource.system(),
                Optional::empty,
                neighbours,
                members,
                false);
    }

    /**
     * Creates a bound model.
     *
     * @param definition the model
     * @param tableName the name of its table
     * @param settings what it wants of the table in this environment
     * @param indexUnits throughput of global indexes in this environment, by the index's name
     * @param events is told what happens to the model and its objects
     * @param clock tells the time of writes
     * @param auditors tells who writes
     * @param neighbours the models that are bound to the table, among them this one once it is
     * @param takesBytes whether items are put as bytes
     */
    public BoundModel(
            ModelDefinition<T> definition,
            String tableName,
            TableSettings settings,
            Map<String, Units> indexUnits,
            ModelEvents<T> events,
            InstantSource clock,
            AuditorSupplier auditors,
            TableModels neighbours,
            boolean takesBytes) {
        this(definition, tableName, settings, indexUnits, events, clock, auditors, neighbours, List.of(), takesBytes);
    }

    private BoundModel(
            ModelDefinition<T> definition,
            String tableName,
            TableSettings settings,
            Map<String, Units> indexUnits,
            ModelEvents<T> events,
            InstantSource clock,
            AuditorSupplier auditors,
            TableModels neighbours,
            List<BoundModel<? extends T>> members,
            boolean takesBytes) {
        this.definition = definition;
        this.mapping = new Mapping<>(definition.internals());
        this.tableName = tableName;
        this.settings = settings;
        this.indexUnits = Map.copyOf(indexUnits);
        this.events = events;
        this.clock = clock;
        this.auditors = auditors;
        this.target = new Target(definition.name(), tableName, null, List.of(), keyColumns(definition));
        this.claim = new ItemClaim<>(this, neighbours);
        this.members = List.copyOf(members);
        this.takesBytes = takesBytes;
    }

    private static Map<String, String> keyColumns(ModelDefinition<?> definition) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Column<?, ?> column : definition.keys()) {
            names.put(column.attribute(), column.name());
        }
        return names;
    }

    /**
     * Returns the model.
     *
     * @return the model
     */
    public ModelDefinition<T> definition() {
        return definition;
    }

    /**
     * Tells whether items are put as bytes, past the SDK.
     *
     * @return false if the client may not have them so
     */
    public boolean takesBytes() {
        return takesBytes;
    }

    /**
     * Returns the models of a supertype.
     *
     * @return the models as they are bound; none unless this is the model of a supertype
     */
    public List<BoundModel<? extends T>> members() {
        return members;
    }

    /**
     * Returns the model that reads and writes an object.
     *
     * @param object the object
     * @return this model; of a supertype, the one of the object's class
     * @throws io.bloop.model.InvalidModel if a supertype has no model of that class
     */
    @SuppressWarnings("unchecked") // the model of an object's class takes the object
    public BoundModel<T> of(T object) {
        if (!(definition instanceof SupertypeDefinition<T> supertype)) {
            return this;
        }
        ModelDefinition<? extends T> wanted = supertype.modelOf(object);
        return (BoundModel<T>) members.stream()
                .filter(member -> member.definition == wanted)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the model that an item belongs to.
     *
     * @param item the item
     * @return this model, or of a supertype the first one that claims the item; null where the item is another's
     */
    public @Nullable BoundModel<? extends T> claimant(StoredItem item) {
        if (members.isEmpty()) {
            return claim.admits(item) ? this : null;
        }
        for (BoundModel<? extends T> member : members) {
            if (member.claim.admits(item)) {
                return member;
            }
        }
        return null;
    }

    /**
     * Makes an object of an item, which counts as loaded, and tells of it.
     *
     * @param item the item
     * @return a new object
     * @throws io.bloop.request.ForeignItem if the item does not belong to the model
     */
    public T load(StoredItem item) {
        return owner(item).loadOwn(item);
    }

    private T loadOwn(StoredItem item) {
        T object = mapping.read(item, null, this);
        events.afterLoad(object);
        return object;
    }

    /**
     * Gives an object the values of an item, and tells of it.
     *
     * @param object an object of this model, which is no supertype
     * @param item the item
     * @return the object, or another one of a record
     * @throws io.bloop.request.ForeignItem if the item does not belong to the model
     */
    public T fill(T object, StoredItem item) {
        claim.require(item);
        T filled = mapping.filled(object, item, this);
        events.afterLoad(filled);
        return filled;
    }

    /**
     * Makes an object of an item, and tells nobody.
     *
     * @param item the item
     * @param origin what the object is known to come from; null for the model that the item belongs to
     * @return a new object
     * @throws io.bloop.request.ForeignItem if the item does not belong to the model
     */
    public T read(StoredItem item, @Nullable Object origin) {
        BoundModel<? extends T> owner = owner(item);
        return owner.mapping.read(item, null, origin == null ? owner : origin);
    }

    private BoundModel<? extends T> owner(StoredItem item) {
        BoundModel<? extends T> owner = claimant(item);
        if (owner == null) {
            throw claim.foreign(item, null);
        }
        return owner;
    }

    /**
     * Returns what moves values between the model's objects and items.
     *
     * @return the mapping
     */
    public Mapping<T> mapping() {
        return mapping;
    }

    /**
     * Returns what tells the model's items from those of others.
     *
     * @return the claim
     */
    public ItemClaim<T> claim() {
        return claim;
    }

    /**
     * Returns the name of the model's table.
     *
     * @return the name
     */
    public String tableName() {
        return tableName;
    }

    /**
     * Returns what the model wants of the table in this environment.
     *
     * @return the settings
     */
    public TableSettings settings() {
        return settings;
    }

    /**
     * Returns the texts of updates that were written for the model.
     *
     * @return the texts
     */
    public UpdateTexts updateTexts() {
        return updateTexts;
    }

    /**
     * Returns the condition that there is no item of a key.
     *
     * @return the same condition at every call, unless two threads make it at once
     */
    public FreeKey<T> freeKey() {
        FreeKey<T> known = freeKey;
        if (known == null) {
            Condition<T> condition = definition.hashKey().notExists();
            Placeholders placeholders = new Placeholders();
            known = new FreeKey<>(condition, condition.render(placeholders), placeholders.names());
            freeKey = known;
        }
        return known;
    }

    /**
     * Returns what is told what happens to the model and its objects.
     *
     * @return the events
     */
    public ModelEvents<T> events() {
        return events;
    }

    /**
     * Returns the time, by the clock of the engine.
     *
     * @return now
     */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Tells when and by whom a write is that is prepared now.
     *
     * @return the time, and the auditor if the model asks for it
     */
    public Signature signature() {
        return new Signature(now(), mapping.asksForAuditor() ? auditor() : null);
    }

    private @Nullable Object auditor() {
        Optional<?> auditor = auditors.currentAuditor();
        return auditor.orElse(null);
    }

    /**
     * Returns the throughput that the model wants of a global index in this environment.
     *
     * @param index an index of the model
     * @return the units
     */
    public Units units(GlobalSecondaryIndex<?> index) {
        Units own = becomes(Billing.ON_DEMAND) ? Units.UNSET : new Units(index.readUnits(), index.writeUnits());
        return indexUnits.getOrDefault(index.name(), own);
    }

    /**
     * Returns the most throughput on demand that the model wants of a global index in this environment.
     *
     * @param index an index of the model
     * @return the units
     */
    public Units maximum(GlobalSecondaryIndex<?> index) {
        return becomes(Billing.PROVISIONED)
                ? Units.UNSET
                : new Units(index.maximumReadUnits(), index.maximumWriteUnits());
    }

    /**
     * Groups models by their tables.
     *
     * @param models the models
     * @return the models of each table by its name, tables and models in the order in which they come first
     */
    public static Map<String, List<BoundModel<?>>> byTable(Collection<? extends BoundModel<?>> models) {
        Map<String, List<BoundModel<?>>> byTable = new LinkedHashMap<>();
        for (BoundModel<?> model : models) {
            byTable.computeIfAbsent(model.tableName(), table -> new ArrayList<>())
                    .add(model);
        }
        return byTable;
    }

    private boolean becomes(Billing mode) {
        return BillingOverride.isOf(mode, definition.settings(), settings);
    }

    /**
     * Names what a request of this model is about.
     *
     * @param index the index, or null
     * @return the target
     */
    public Target target(@Nullable Index<?> index) {
        return index == null ? target : new Target(definition.name(), tableName, index.storedName());
    }
}
