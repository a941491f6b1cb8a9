package io.bloop.settings.internal;

import io.bloop.settings.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;

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
