package io.bloop.table.internal;

import java.util.Locale;

/** Writes names in camel case otherwise. */
final class CamelCase {

    private CamelCase() {}

    /**
     * Returns the words of a name in small letters, such as {@code sse-specification} of {@code SSESpecification}.
     *
     * @param name the name in camel case
     * @param separator what stands between two words
     */
    static String joined(String name, String separator) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1" + separator + "$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1" + separator + "$2")
                .toLowerCase(Locale.ROOT);
    }
}
