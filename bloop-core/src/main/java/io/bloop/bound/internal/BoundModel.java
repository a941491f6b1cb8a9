package io.bloop.bound.internal;

import io.bloop.expression.UpdateTexts;
import io.bloop.mapping.internal.Mapping;
import io.bloop.mapping.internal.Signature;
import io.bloop.model.AuditorSupplier;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.Index;
import io.bloop.model.ModelDefinition;
import io.bloop.request.Target;
import io.bloop.settings.Billing;
import io.bloop.settings.TableSettings;
import io.bloop.settings.Units;
import io.bloop.settings.internal.BillingOverride;
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
    private final Mapping<T> mapping;
    private final ItemClaim<T> claim;

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
                new TableModels());
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
     */
    public BoundModel(
            ModelDefinition<T> definition,
            String tableName,
            TableSettings settings,
            Map<String, Units> indexUnits,
            ModelEvents<T> events,
            InstantSource clock,
            AuditorSupplier auditors,
            TableModels neighbours) {
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
    }

    private static Map<String, String> keyColumns(ModelDefinition<?> definition) {
        Map<String, String> names = new LinkedHashMap<>();
        definition.keys().forEach(column -> names.put(column.attribute(), column.name()));
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
        models.forEach(model -> byTable.computeIfAbsent(model.tableName(), table -> new ArrayList<>())
                .add(model));
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
