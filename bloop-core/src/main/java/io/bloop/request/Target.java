package io.bloop.request;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names what a request is about.
 *
 * @param models the names of the models, in words
 * @param table the table's name
 * @param index the index's name, or null
 * @param parts what is joined here, each of one table; empty for a target that is one
 * @param keyColumns the names of the key columns by attribute, the hash key first; empty where no single model is meant
 * @since 0.1.0
 */
public record Target(
        String models, String table, @Nullable String index, List<Target> parts, Map<String, String> keyColumns)
        implements Serializable {

    /**
     * Creates a target that keeps copies of its parts and its key columns.
     *
     * @param models the names of the models
     * @param table the table's name
     * @param index the index's name
     * @param parts what is joined here
     * @param keyColumns the names of the key columns by attribute
     */
    public Target {
        parts = List.copyOf(parts);
        keyColumns = Collections.unmodifiableMap(new LinkedHashMap<>(keyColumns));
    }

    /**
     * Makes a target of one table.
     *
     * @param models the names of the models, in words
     * @param table the table's name
     * @param index the index's name, or null
     */
    public Target(String models, String table, @Nullable String index) {
        this(models, table, index, List.of(), Map.of());
    }

    /**
     * Returns several targets as one.
     *
     * @param targets targets without an index
     * @return their models and tables, each named once
     */
    public static Target joined(Collection<Target> targets) {
        List<Target> parts = targets.stream().distinct().toList();
        return parts.size() == 1
                ? parts.get(0)
                : new Target(
                        parts.stream().map(Target::models).distinct().collect(Collectors.joining(", ")),
                        parts.stream().map(Target::table).distinct().collect(Collectors.joining("', '")),
                        null,
                        parts,
                        Map.of());
    }

    /** Returns the target for people, such as {@code User in table 'users' (index 'by_email')}. */
    @Override
    public String toString() {
        return toString(models);
    }

    /**
     * Returns the target with another subject in place of the models.
     *
     * @param subject the subject
     * @return the target for people
     */
    public String toString(String subject) {
        return subject + " in table '" + table + "'" + (index == null ? "" : " (index '" + index + "')");
    }
}
