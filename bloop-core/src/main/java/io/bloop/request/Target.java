package io.bloop.request;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Names what a request is about.
 *
 * @param models the names of the models, in words
 * @param table the table's name
 * @param index the index's name, or null
 */
public record Target(String models, String table, @Nullable String index) implements Serializable {

    /** Returns the target for people, as {@code User in table 'users' (index 'by_email')}. */
    @Override
    public String toString() {
        return models + " in table '" + table + "'" + (index == null ? "" : " (index '" + index + "')");
    }
}
