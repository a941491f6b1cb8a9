package io.bloop.settings.internal;

import io.bloop.settings.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.UpdateGlobalSecondaryIndexAction;

/**
 * A throughput, which a table and each of its global indexes have.
 *
 * <p>For the engine. Immutable and thread-safe.
 */
public abstract class ThroughputSetting extends Setting<Units> {

    private static final long serialVersionUID = 1L;

    private final String kind;

    /** Creates a setting; the kind precedes the units in messages, such as {@code warm read units}. */
    ThroughputSetting(String name, String kind) {
        super(name);
        this.kind = kind;
    }

    /**
     * Adds the setting to a global index that is created.
     *
     * @param wanted the value, or null where no model wants one
     * @param table all values of the table
     * @param index the index
     */
    public abstract void create(@Nullable Units wanted, SettingValues table, GlobalSecondaryIndex.Builder index);

    /**
     * Returns the value that a global index has.
     *
     * @param table the table
     * @param index the index
     * @return the value, or null where the table is billed otherwise
     */
    public abstract @Nullable Units actual(DescribedTable table, GlobalSecondaryIndexDescription index);

    /**
     * Tells whether a table of a billing mode takes the setting at all.
     *
     * @param onDemand whether the table is billed on demand
     * @return false if the billing mode has to change first
     */
    public abstract boolean isTaken(boolean onDemand);

    /**
     * Returns the requests that give a global index the value.
     *
     * @param wanted the value, which the index does not have
     * @param actual the value that the index has
     * @param all all values that the models want of the table
     * @param table the table
     * @param index the index's name
     * @return the requests in order, at least one
     */
    public abstract List<TableCall<?, ?>> changes(
            Units wanted, @Nullable Units actual, SettingValues all, DescribedTable table, String index);

    /** Returns a request that updates a global index. */
    static TableCall<?, ?> updateIndex(
            DescribedTable table, String index, Consumer<UpdateGlobalSecondaryIndexAction.Builder> change) {
        UpdateGlobalSecondaryIndexAction.Builder update =
                UpdateGlobalSecondaryIndexAction.builder().indexName(index);
        change.accept(update);
        return TableCall.update(
                table,
                r -> r.globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                        .update(update.build())
                        .build()));
    }

    @Override
    public String caution(Units wanted, @Nullable Units actual) {
        return "It changes what the table costs, and how much it can do.";
    }

    @Override
    public final Units united(Units left, Units right, Disagreement disagreement) {
        return new Units(
                united(kind + "read units", left.read(), right.read(), disagreement),
                united(kind + "write units", left.write(), right.write(), disagreement));
    }

    private static @Nullable Long united(
            String what, @Nullable Long left, @Nullable Long right, Disagreement disagreement) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        if (!left.equals(right)) {
            throw disagreement.of(what, left, right);
        }
        return left;
    }

    @Override
    public boolean isMet(Units wanted, @Nullable Units actual) {
        return actual != null
                && (wanted.read() == null || Objects.equals(wanted.read(), actual.read()))
                && (wanted.write() == null || Objects.equals(wanted.write(), actual.write()));
    }

    @Override
    public final String printExpected(Units wanted, @Nullable Units actual) {
        return print(wanted, wanted);
    }

    /** Prints the sides that are wanted. */
    static String print(Units wanted, Units shown) {
        List<String> parts = new ArrayList<>();
        if (wanted.read() != null) {
            parts.add("read " + (shown.read() == null ? "none" : shown.read()));
        }
        if (wanted.write() != null) {
            parts.add("write " + (shown.write() == null ? "none" : shown.write()));
        }
        return String.join(", ", parts);
    }
}
