package io.bloop.settings.internal;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * A setting of a table: its name, what models that share a table may want of it, how it is created and compared.
 *
 * <p>For the engine. Each setting is one object of {@link Settings}. Immutable and thread-safe.
 *
 * @param <V> the class of its values
 */
public abstract class Setting<V extends Serializable> implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The error codes of requests that DynamoDB refuses because another change of the table is in progress. */
    private static final Set<String> BUSY = Set.of("ResourceInUseException", "LimitExceededException");

    private final String name;

    Setting(String name) {
        this.name = name;
    }

    /**
     * Returns the name of the setting in reports.
     *
     * @return the name, such as {@code deletion protection}
     */
    public final String name() {
        return name;
    }

    /** Returns the name of several values in messages, such as {@code billing modes}. */
    String plural() {
        return name;
    }

    /**
     * Returns the value that two models of one table want together.
     *
     * @param left the value of one model
     * @param right the value of the other
     * @param disagreement makes the exception where no table can have both
     * @return the value
     */
    public V united(V left, V right, Disagreement disagreement) {
        if (!left.equals(right)) {
            throw disagreement.of(plural(), left, right);
        }
        return left;
    }

    /**
     * Finds what DynamoDB refuses of a value.
     *
     * @param wanted the value
     * @param all all values of the table
     * @param problems takes the ends of sentences whose subject is the table or the index
     */
    public void check(V wanted, SettingValues all, Consumer<String> problems) {}

    /**
     * Adds the setting to the request that creates a table.
     *
     * @param wanted the value, or null where no model wants one
     * @param all all values of the table
     * @param request the request
     */
    public void create(@Nullable V wanted, SettingValues all, CreateTableRequest.Builder request) {}

    /**
     * Returns the value that a table has.
     *
     * @param table the table
     * @return the value, or null where the table has none
     */
    public abstract @Nullable V actual(DescribedTable table);

    /**
     * Tells whether the description of a table says anything about the setting.
     *
     * @param wanted the value that models want
     * @param actual the value that was found
     * @param table the table
     * @return false if the setting cannot be compared
     */
    public boolean isComparable(V wanted, @Nullable V actual, DescribedTable table) {
        return true;
    }

    /**
     * Tells whether a table has all that models want.
     *
     * @param wanted the value that models want
     * @param actual the value that the table has
     * @return true if nothing has to be done
     */
    public boolean isMet(V wanted, @Nullable V actual) {
        return wanted.equals(actual);
    }

    /**
     * Prints the value that models want, where it is not met.
     *
     * @param wanted the value
     * @param actual the value that the table has
     * @return the value for people
     */
    public abstract String printExpected(V wanted, @Nullable V actual);

    /**
     * Prints the value that a table has, where it does not meet what models want.
     *
     * @param wanted the value that models want
     * @param actual the value
     * @return the value for people
     */
    public abstract String printActual(V wanted, @Nullable V actual);

    /**
     * Returns what to do where the setting is not met.
     *
     * @param owner what has the setting: {@code the table} or {@code the index}
     * @return a sentence
     */
    public abstract String action(String owner);

    /**
     * Returns what a table lacks that has nothing else in its place, so that adding it takes nothing away.
     *
     * @param wanted the value that models want
     * @param actual the value that the table has
     * @return the value to add; null where nothing is lacking, something else is there, or only a person adds it
     */
    public @Nullable V lacking(V wanted, @Nullable V actual) {
        return null;
    }

    /**
     * Returns the requests that give a table the value.
     *
     * @param wanted the value, which the table does not have
     * @param actual the value that the table has
     * @param all all values that the models want
     * @param table the table
     * @return the requests in order, at least one
     */
    public abstract List<TableCall<?, ?>> changes(
            V wanted, @Nullable V actual, SettingValues all, DescribedTable table);

    /**
     * Returns why a person has to decide on the change.
     *
     * @param wanted the value that models want
     * @param actual the value that the table has
     * @return a sentence
     */
    public abstract String caution(V wanted, @Nullable V actual);

    /**
     * Tells whether a refusal says that another change of the table is in progress.
     *
     * @param code the error code
     * @return true if waiting helps
     */
    public static boolean isBusy(String code) {
        return BUSY.contains(code);
    }

    /** Keeps each setting one object. */
    final Object readResolve() {
        return Settings.named(name);
    }

    @Override
    public final String toString() {
        return name;
    }
}
