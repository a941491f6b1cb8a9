package io.bloop.model;

import io.bloop.BloopException;
import io.bloop.model.internal.ModelInternals;
import io.bloop.rule.internal.ManagedColumn;
import io.bloop.settings.TableSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A definition as it stands once it is in use: checked, and in an order that never changes. */
final class ResolvedDefinition<T> extends ModelInternals<T> {

    private final ModelDefinition<T> model;
    private final List<Column<T, ?>> columns;
    private final List<Column<T, ?>> keys;
    private final List<Index<T>> indexes;
    private final TableSettings settings;
    private final Claim claim;
    private final KeyValues<T> keyValues;
    private final ObjectText<T> text;

    private ResolvedDefinition(
            ModelDefinition<T> model,
            List<Column<T, ?>> columns,
            List<Column<T, ?>> keys,
            List<Index<T>> indexes,
            TableSettings settings) {
        this.model = model;
        this.columns = columns;
        this.keys = keys;
        this.indexes = indexes;
        this.settings = settings;
        List<Claim> claims = model.draft().claims();
        this.claim = claims.isEmpty() ? model.impliedClaim(keys) : claims.get(0);
        this.keyValues = KeyValues.of(model, keys);
        this.text = new ObjectText<>(model, columns, keys);
    }

    static <T> ResolvedDefinition<T> of(
            ModelDefinition<T> model, List<Column<T, ?>> columns, List<Index<T>> indexes, TableSettings settings) {
        TableSettings resolved = ModelCheck.check(model, columns, indexes, settings);
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).stand(i);
        }
        List<Column<T, ?>> keys = keys(columns);
        for (Column<T, ?> column : keys) {
            column.beKeyOf("a key of the table has to be");
        }
        for (Index<T> index : indexes) {
            String rule = "a key of the index '" + index.name() + "' has to be (null leaves the item out of the index)";
            for (KeyColumn<T, ?> column : index.ownKeys()) {
                ((Column<T, ?>) column).beKeyOf(rule);
            }
        }
        return new ResolvedDefinition<>(
                model, List.copyOf(columns), keys, List.copyOf(indexes), model.impliedSettings(resolved));
    }

    private static <T> List<Column<T, ?>> keys(List<Column<T, ?>> columns) {
        List<Column<T, ?>> keys = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            if (column.isHashKey()) {
                keys.add(column);
            }
        }
        for (Column<T, ?> column : columns) {
            if (column.isRangeKey()) {
                keys.add(column);
            }
        }
        return List.copyOf(keys);
    }

    @Override
    public ModelDefinition<T> model() {
        return model;
    }

    @Override
    public List<Column<T, ?>> columns() {
        return columns;
    }

    @Override
    public List<Column<T, ?>> keys() {
        return keys;
    }

    List<Index<T>> indexes() {
        return indexes;
    }

    TableSettings settings() {
        return settings;
    }

    Key<T> keyOf(Object... values) {
        return keyValues.keyOf(values);
    }

    String print(T object) {
        return text.print(object);
    }

    @Override
    public Claim claim() {
        return claim;
    }

    @Override
    public @Nullable Column<T, ?> managed(ManagedColumn kind) {
        for (Column<T, ?> column : columns) {
            if (column.stamps().contains(kind)) {
                return column;
            }
        }
        return null;
    }

    @Override
    public void requireKeyable(Column<T, ?> column, @Nullable AttributeValue value) {
        column.requireKeyable(value);
    }

    @Override
    public T create(Values<T> values) {
        return model.create(values);
    }

    @Override
    public T createInitial(Values<T> values) {
        return model.createInitial(values);
    }

    @Override
    public void fill(T object, Values<T> values) {
        model.fill(object, values);
    }

    @Override
    public void set(T object, Column<T, ?> column, @Nullable Object value) {
        column.set(object, value);
    }

    @Override
    public void write(T object, ColumnSink<T> out) {
        model.write(object, out);
    }

    @Override
    public Key<T> key(Map<String, AttributeValue> attributes) {
        return new Key<>(model, attributes);
    }

    @Override
    public BloopException failed(Exception ex, Column<T, ?> column, T object) {
        return text.failed(ex, column, object);
    }

    @Override
    public String printKey(T object) {
        return text.printKey(object);
    }
}
