package io.bloop.processor;

/**
 * Is how the definition reaches a member.
 *
 * @param read the member or its getter, as {@code getSlug()}
 * @param write the assignment or the setter with {@code %s} for the value, as {@code setSlug(%s)}
 */
record Access(String read, String write) {

    String get(String object) {
        return object + "." + read;
    }

    String set(String object, String value) {
        return object + "." + write.replace("%s", value);
    }
}
