package io.bloop.model;

import io.bloop.InvalidArgument;
import io.bloop.model.internal.NearestClass;
import io.bloop.settings.TableSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The model of a supertype: a sealed interface, an interface or an abstract class whose models share a table.
 *
 * <p>Its objects are those of its models. It has no items of its own and makes no objects: an item is read and written by the
 * model that claims it. It declares the columns that all of its models have, with their types and without functions, the
 * keys of the table, and the indexes that searches of it use:
 *
 * <pre>{@code
 * public final class ShopItemModel extends SupertypeDefinition<ShopItem> {
 *     public static final ShopItemModel SHOP_ITEM = new ShopItemModel();
 *
 *     public final StringColumn<ShopItem, String> customerId = column("customerId", STRING);
 *     public final StringColumn<ShopItem, String> pk = template("PK", "CUSTOMER#{customerId}").hashKey();
 *     public final StringColumn<ShopItem, String> sk = column("SK", STRING).rangeKey();
 *
 *     private ShopItemModel() {
 *         super(ShopItem.class, List.of(CustomerModel.CUSTOMER, OrderModel.ORDER));
 *     }
 * }
 * }</pre>
 *
 * <p>A column is that of the models with the same attribute. The keys of an index and their parts need to be columns of those
 * models only that have the index. A key whose template is the same in all models may have this template here; otherwise it is
 * a column of texts. The name of the table and the claim are those of the models.
 *
 * @param <T> the supertype
 * @since 0.1.0
 */
public abstract class SupertypeDefinition<T> extends ModelDefinition<T> {

    private final List<@Nullable ModelDefinition<? extends T>> declared;
    private final List<ModelDefinition<? extends T>> members;

    /**
     * Creates a definition that is named after the supertype.
     *
     * @param type the supertype
     * @param models the models of its objects, of one table and of a class each; a supertype among them stands for its own
     *     models. Where several claim an item, the first one has it
     */
    protected SupertypeDefinition(Class<T> type, Collection<? extends ModelDefinition<? extends T>> models) {
        this(type, type.getSimpleName(), models);
    }

    /**
     * Creates a definition.
     *
     * @param type the supertype, without type arguments
     * @param name the model's name
     * @param models the models of its objects, of one table and of a class each; a supertype among them stands for its own
     *     models. Where several claim an item, the first one has it
     */
    protected SupertypeDefinition(
            Class<? super T> type, String name, Collection<? extends ModelDefinition<? extends T>> models) {
        super(type, name);
        this.declared = new ArrayList<>(models);
        Set<ModelDefinition<? extends T>> found = new LinkedHashSet<>();
        for (ModelDefinition<? extends T> model : declared) {
            if (model != null) {
                found.addAll(model.models());
            }
        }
        this.members = List.copyOf(found);
    }

    @Override
    final List<ModelDefinition<? extends T>> members() {
        return members;
    }

    @Override
    final Claim impliedClaim(List<Column<T, ?>> keys) {
        return new SupertypeClaim(members.stream().map(ModelDefinition::claim).toList());
    }

    @Override
    final TableSettings impliedSettings(TableSettings declared) {
        String table = members.get(0).settings().name();
        return table == null ? declared : declared.named(table);
    }

    @Override
    final void check(List<Column<T, ?>> columns, List<Index<T>> indexes, Consumer<String> problems) {
        new SupertypeCheck<>(this, columns, indexes, problems).check();
    }

    /** Tells whether one of the models was null when this definition was made. */
    final boolean lacksModel() {
        return declared.contains(null);
    }

    /**
     * Returns the model of an object.
     *
     * @param object an object of the supertype
     * @return the model of its class, or of the nearest superclass that has one
     * @throws InvalidModel if no model has its class
     */
    public final ModelDefinition<? extends T> modelOf(T object) {
        InvalidArgument.required(object, "modelOf()", "object", "an object of " + name());
        return NearestClass.<ModelDefinition<? extends T>>of(object, members, ModelDefinition::type).stream()
                .findFirst()
                .orElseThrow(() -> new InvalidModel(
                        name(),
                        List.of("None of its models " + members + " has the class "
                                + object.getClass().getName() + "; give it the model of that class.")));
    }

    /**
     * Makes a key of the supertype of a key of one of its models.
     *
     * @param key the key
     * @return a key of the same item
     * @throws InvalidKey if the key is of another model
     */
    public final Key<T> keyOf(Key<? extends T> key) {
        InvalidArgument.required(key, "keyOf()", "key", "a key of a model of " + name());
        if (key.model() != this && !members.contains(key.model())) {
            throw new InvalidKey(name(), "a key of one of " + members, "one of " + key.model());
        }
        return new Key<>(this, key.attributes());
    }

    @Override
    protected final @Nullable Object get(T object, int column) {
        return value(modelOf(object), draft().declared(column).attribute(), object);
    }

    @SuppressWarnings("unchecked") // the model is that of the object's class
    private static <M> @Nullable Object value(ModelDefinition<M> model, String attribute, Object object) {
        Column<M, ?> own = model.findStoredColumn(attribute).orElse(null);
        return own == null ? null : own.get((M) object);
    }

    @Override
    protected final void set(T object, int column, @Nullable Object value) {
        throw new IllegalStateException(this + " writes no objects; its models do.");
    }

    @Override
    protected final T create(Values<T> values) {
        throw new IllegalStateException(this + " makes no objects; its models do.");
    }

    @Override
    protected final void fill(T object, Values<T> values) {
        throw new IllegalStateException(this + " fills no objects; its models do.");
    }

    @Override
    protected final boolean isImmutable() {
        return true;
    }
}
