package io.bloop.boot;

import java.io.Serializable;

/**
 * One mistake in the properties.
 *
 * @param key the full key, such as {@code bloop.tables.link.read-units}
 * @param problem what is wrong, to be read after the key
 * @param action the one thing to do about it
 */
record PropertyProblem(String key, String problem, String action) implements Serializable {

    String description() {
        return "'" + key + "' " + problem + ".";
    }
}
