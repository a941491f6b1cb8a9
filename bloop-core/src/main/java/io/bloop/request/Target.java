package io.bloop.request;

import java.io.Serializable;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names what a request is about.
 *
 * @param models the names of the models, in words
 * @param table the table's name
 * @param index the index's name, or null
 */
public record Target(String models, String table, @Nullable String index) implements Serializable {

    /**
     * Returns several targets as one.
     *
     * @param targets targets without an index
     * @return their models and tables, each named once
     */
    public static Target joined(Collection<Target> targets) {
        return new Target(
                targets.stream().map(Target::models).distinct().collect(Collectors.joining(", ")),
                targets.stream().map(Target::table).distinct().collect(Collectors.joining("', '")),
                null);
    }

    /** Returns the target for people, as {@code User in table 'users' (index 'by_email')}. */
    @Override
    public String toString() {
        return models + " in table '" + table + "'" + (index == null ? "" : " (index '" + index + "')");
    }
}
