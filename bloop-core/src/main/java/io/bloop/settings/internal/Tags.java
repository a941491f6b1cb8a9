package io.bloop.settings.internal;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tags of a table.
 *
 * @param values the values by key, in the order of the keys
 */
public record Tags(Map<String, String> values) implements Serializable {

    /**
     * Makes tags that keep a copy.
     *
     * @param values the values by key
     */
    public Tags {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Returns the tags for people, such as {@code {team=docs}}. */
    @Override
    public String toString() {
        return values.toString();
    }
}
