package io.bloop.model;

import io.bloop.expression.InvalidCondition;
import io.bloop.expression.Path;
import io.bloop.expression.Placeholders;
import io.bloop.rule.internal.ManagedColumn;
import io.bloop.rule.internal.TemplateText;
import io.bloop.type.BinaryType;
import io.bloop.type.BooleanType;
import io.bloop.type.DocumentType;
import io.bloop.type.DynamicType;
import io.bloop.type.InvalidValue;
import io.bloop.type.ListType;
import io.bloop.type.MapType;
import io.bloop.type.MappingFailed;
import io.bloop.type.NumberType;
import io.bloop.type.SetType;
import io.bloop.type.StringType;
import io.bloop.type.Type;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A typed place of a model: a value of the object, an attribute of the item.
 *
 * <p>The subclasses are the kinds of columns; a kind has the operations that DynamoDB has for it. Immutable once its
 * model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <V> the Java type of the values
 * @since 0.1.0
 */
public abstract sealed class Column<T, V> implements Path<T, V>
        permits StringColumn,
                NumberColumn,
                BinaryColumn,
                BooleanColumn,
                SetColumn,
                ListColumn,
                MapColumn,
                DocumentColumn,
                DynamicColumn {

    private final Declaration<T> declaration;
    private @Nullable Function<? super T, ? extends @Nullable V> getter;
    private @Nullable BiConsumer<? super T, @Nullable V> setter;
    private int ordinal;
    private String attribute;
    private @Nullable KeyRole role;
    private boolean hasTwoRoles;
    private @Nullable String keyRule;
    private List<String> inputNames = List.of();
    private boolean computed;
    private @Nullable KeyTemplate<T> template;
    private boolean keyOnly;
    private boolean keepsInitial;
    private List<Column<T, ?>> inputs = List.of();
    private final Set<ManagedColumn> stamps = EnumSet.noneOf(ManagedColumn.class);

    Column(Declaration<T> declaration) {
        this.declaration = declaration;
        this.attribute = declaration.name();
    }

    /**
     * What a column is declared with.
     *
     * @param model the model that gets the column
     * @param source the name of the group that declares the column; null for the definition itself
     * @param name the column's name
     * @param place the column's place among the declared ones, from 0
     */
    record Declaration<T>(
            ModelDefinition<T> model, @Nullable String source, String name, int place) {}

    /** Makes a column of the kind that its type is of. */
    @SuppressWarnings("unchecked") // the type's values are those of the column
    static <T, V> Column<T, V> of(Declaration<T> declaration, Type<V> type) {
        Column<T, ?> column;
        if (type instanceof StringType<?> string) {
            column = new StringColumn<>(declaration, string);
        } else if (type instanceof NumberType<?> number) {
            column = new NumberColumn<>(declaration, number);
        } else if (type instanceof BinaryType<?> binary) {
            column = new BinaryColumn<>(declaration, binary);
        } else if (type instanceof BooleanType bool) {
            column = new BooleanColumn<>(declaration, bool);
        } else if (type instanceof SetType<?> set) {
            column = new SetColumn<>(declaration, set);
        } else if (type instanceof ListType<?> list) {
            column = new ListColumn<>(declaration, list);
        } else if (type instanceof MapType<?, ?> map) {
            column = new MapColumn<>(declaration, map);
        } else if (type instanceof DynamicType dynamic) {
            column = new DynamicColumn<>(declaration, dynamic);
        } else {
            column = new DocumentColumn<>(declaration, (DocumentType<?>) type);
        }
        return (Column<T, V>) column;
    }

    /**
     * Returns the column that a path is.
     *
     * @param <T> the class of the model's objects
     * @param path a column, or the path of a column that holds a document, or documents
     * @return the column
     * @throws InvalidColumn if the path leads inside of a column
     */
    public static <T> Column<T, ?> of(Path<T, ?> path) {
        if (path.place() instanceof Column<T, ?> column) {
            return column;
        }
        throw InvalidColumn.inside(path);
    }

    /**
     * Gives the column another name in the table.
     *
     * @param attribute the name of the attribute
     * @return this column
     * @throws IllegalStateException if the model is in use already
     */
    public Column<T, V> storedAs(String attribute) {
        model().requireOpen();
        this.attribute = attribute;
        return this;
    }

    /**
     * Reads the values of objects by a function, rather than by the definition's own {@code get}.
     *
     * <p>Without a setter, objects are made with all their values, as records are.
     *
     * @param getter returns the value of an object, or null
     * @return this column
     * @throws IllegalStateException if the model is in use already
     */
    public Column<T, V> getter(Function<? super T, ? extends @Nullable V> getter) {
        model().requireOpen();
        this.getter = getter;
        return this;
    }

    /**
     * Writes the values of objects by a function.
     *
     * @param setter takes the value of an object; is given null where the attribute is absent
     * @return this column, which needs a getter as well
     * @throws IllegalStateException if the model is in use already
     */
    public Column<T, V> setter(BiConsumer<? super T, @Nullable V> setter) {
        model().requireOpen();
        this.setter = setter;
        return this;
    }

    /**
     * Lets objects keep the initial value of the member where the attribute is absent, or of the type NULL, rather than
     * take null, 0, false or an empty collection.
     *
     * <p>The initial value is that of an object of {@link ModelDefinition#createInitial}. An object that was loaded with
     * it counts as unchanged, so that a save writes the value only if it was changed. A column that a projection left out
     * does not have its initial value.
     *
     * @return this column, which is no key, and is neither computed nor written by the engine
     * @throws IllegalStateException if the model is in use already
     */
    public Column<T, V> keepInitial() {
        model().requireOpen();
        keepsInitial = true;
        return this;
    }

    /**
     * Tells whether objects keep the initial value of the member where the attribute is absent.
     *
     * @return true if the column was declared so
     */
    public final boolean keepsInitial() {
        return keepsInitial;
    }

    /**
     * Makes the column one whose value is computed by its getter: every write of an object stores it, and reading an
     * item never assigns it.
     *
     * <p>A computed column may be a key of the table or of an index. The getter reads the named columns and no others:
     * an update by request that changes one of them has to set the computed column too, and an object that was loaded
     * without one of them leaves the computed column as it is stored.
     *
     * @param columns the names of the columns that the getter reads, at least one
     * @return this column, which needs a getter and no setter
     * @throws IllegalStateException if the model is in use already
     */
    public Column<T, V> computedFrom(String... columns) {
        model().requireOpen();
        computed = true;
        inputNames = List.of(columns);
        return this;
    }

    /** Makes the column a key of the form of a template. */
    @SuppressWarnings("unchecked") // only columns of strings are declared so
    final void compose(KeyTemplate<T> template) {
        this.template = template;
        computed = true;
        inputNames = template.declared().parts().stream()
                .map(TemplateText.Part::name)
                .toList();
        getter = object -> (V) template.of(object);
    }

    /**
     * Returns the template that the column's values are made by.
     *
     * @return the template; empty unless the column was declared by one
     */
    public final Optional<KeyTemplate<T>> template() {
        return Optional.ofNullable(template);
    }

    final void beKeyOnly() {
        model().requireOpen();
        keyOnly = true;
    }

    /**
     * Tells whether the column is stored as a part of the table's key and has no attribute of its own.
     *
     * @return true if the column was declared so
     */
    public final boolean isKeyOnly() {
        return keyOnly;
    }

    /** Returns the names of the columns that the value is computed from, as they were declared. */
    final List<String> inputNames() {
        return inputNames;
    }

    /** Sets the columns that the declaration refers to. */
    final void resolve(List<Column<T, ?>> inputs) {
        this.inputs = List.copyOf(inputs);
    }

    /**
     * Tells whether the value is computed from other columns, written with them, and never read into objects.
     *
     * @return true if the column was declared so
     * @see #computedFrom
     */
    public final boolean isComputed() {
        return computed;
    }

    /**
     * Returns the columns that the value is computed from.
     *
     * @return the columns once the definition is in use, in the order in which they were named; none unless the column
     *     is computed
     */
    public final List<Column<T, ?>> inputs() {
        return inputs;
    }

    final void become(KeyRole role) {
        model().requireOpen();
        hasTwoRoles |= this.role != null && this.role != role;
        this.role = role;
    }

    final void become(ManagedColumn stamp) {
        model().requireOpen();
        stamps.add(stamp);
    }

    /**
     * Returns the model that the column belongs to.
     *
     * @return the model
     */
    public final ModelDefinition<T> model() {
        return declaration.model();
    }

    @Override
    public final String name() {
        return declaration.name();
    }

    @Override
    public final String qualifiedName() {
        return model().name() + "." + name();
    }

    @Override
    public final String attribute() {
        return attribute;
    }

    @Override
    public final String render(Placeholders placeholders) {
        if (keyOnly) {
            throw new InvalidCondition(
                    "'" + qualifiedName() + "' is only a part of the key, and has no attribute that a "
                            + "condition or an update could name; ask for it in where(), or store it as a column too.");
        }
        return Path.super.render(placeholders);
    }

    /**
     * Tells whether the column is the table's hash key.
     *
     * @return true if it is
     */
    public final boolean isHashKey() {
        return role == KeyRole.HASH;
    }

    /**
     * Tells whether the column is the table's range key.
     *
     * @return true if it is
     */
    public final boolean isRangeKey() {
        return role == KeyRole.RANGE;
    }

    /**
     * Tells whether the column is the version of the items.
     *
     * @return true if it is
     */
    public final boolean isVersion() {
        return stamps.contains(ManagedColumn.VERSION);
    }

    /** Returns the name of the group that has declared the column; null where the definition itself has. */
    final @Nullable String source() {
        return declaration.source();
    }

    /**
     * Tells whether the column is a key of the table.
     *
     * @return true if it is the hash key or the range key
     */
    public final boolean isKey() {
        return role != null;
    }

    final boolean hasTwoRoles() {
        return hasTwoRoles;
    }

    final Set<ManagedColumn> stamps() {
        return stamps;
    }

    /** Gives the column its place among those that the model has at last. */
    final void stand(int ordinal) {
        this.ordinal = ordinal;
    }

    /** Takes note that the column is a key, unless it is one already. */
    final void beKeyOf(String rule) {
        keyRule = keyRule == null ? rule : keyRule;
    }

    /** Requires a value that a key can have, if the column is a key of the table or of an index. */
    final void requireKeyable(@Nullable AttributeValue value) {
        if (keyRule != null && value != null && KeyValues.isEmpty(value)) {
            throw InvalidValue.unstorable(type() + " that is not empty, as " + keyRule, "an empty value");
        }
    }

    /**
     * Returns the column's place among the model's.
     *
     * @return the place, from 0, once the definition is in use
     */
    public final int ordinal() {
        return ordinal;
    }

    /** Tells whether the definition itself reads and writes the values, by the column's place. */
    private boolean isOwn() {
        return getter == null;
    }

    /** Tells whether the declaration says how values are read, written, computed or made up. */
    final boolean hasBehaviour() {
        return template == null && (getter != null || setter != null || computed || keepsInitial) || !stamps.isEmpty();
    }

    /** Returns what is wrong with the functions of the column; null where nothing is. */
    final @Nullable String problem() {
        if (template != null) {
            String wrong = template.declared().problem();
            return wrong == null ? null : "The template of '" + name() + "', '" + template + "', " + wrong + ".";
        }
        if (computed && setter != null) {
            return "Column '" + name()
                    + "' is computed and has a setter; remove one of the two, since a computed value "
                    + "is never read into an object.";
        }
        if (keepsInitial && (computed || isKey() || !stamps.isEmpty())) {
            String what =
                    computed ? "computed" : isKey() ? "a key, which is never absent" : "written by the engine itself";
            return "Column '" + name() + "' keeps its initial value and is " + what + "; remove keepInitial().";
        }
        if (isOwn() && setter != null) {
            return "Column '" + name() + "' has a setter and no getter; give it a getter as well.";
        }
        return isOwn() && declaration.source() != null
                ? "Column '" + name() + "' of " + declaration.source() + " has no getter; give it one, since a group "
                        + "cannot read objects itself."
                : null;
    }

    /**
     * Tells whether an object can be given a value for the column after it was made.
     *
     * @return false if the value is given when the object is made, as those of records are, or is computed
     */
    public final boolean hasSetter() {
        return !computed && (isOwn() ? !model().isImmutable() : setter != null);
    }

    @SuppressWarnings("unchecked") // the definition's switch gives each place its column's type
    private @Nullable V read(T object) {
        Function<? super T, ? extends @Nullable V> function = getter;
        return function == null ? (V) model().get(object, declaration.place()) : function.apply(object);
    }

    /**
     * Returns the value that an object has for the column.
     *
     * @param object an object of the model
     * @return the value, or null
     * @throws MappingFailed if the object's own code throws
     */
    public final @Nullable V get(T object) {
        try {
            return read(object);
        } catch (InvalidModel | InvalidKey ex) {
            throw ex;
        } catch (Exception ex) {
            throw model().internals().failed(ex, this, object);
        }
    }

    /** Returns the value for a message, which has to come about whatever the object's code does. */
    final @Nullable V peek(T object) {
        try {
            return read(object);
        } catch (Exception ex) {
            return null;
        }
    }

    @SuppressWarnings("unchecked") // values stand at the ordinal of the column whose type has read them
    final void set(T object, @Nullable Object value) {
        BiConsumer<? super T, @Nullable V> function = setter;
        if (isOwn()) {
            model().set(object, declaration.place(), value);
        } else if (function != null) {
            function.accept(object, (V) value);
        }
    }

    /** Returns the column for people, such as {@code Column[User.id=hash]}. */
    @Override
    public final String toString() {
        String key = isHashKey() ? "=hash" : isRangeKey() ? "=range" : "";
        return "Column[" + model().name() + "." + name() + key + "]";
    }
}
