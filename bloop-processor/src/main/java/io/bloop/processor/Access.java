package io.bloop.processor;

/**
 * How the definition reaches a member.
 *
 * @param read the member or its getter, such as {@code getSlug()}
 * @param write the assignment or the setter with {@code %s} for the value, such as {@code setSlug(%s)}; or
 *     {@link #NOT_AFTERWARDS}
 */
record Access(String read, String write) {

    /** Stands for the setter of a member that is only given when the object is made. */
    static final String NOT_AFTERWARDS = "";

    boolean canBeSet() {
        return !write.equals(NOT_AFTERWARDS);
    }

    String get(String object) {
        return object + "." + read;
    }

    String set(String object, String value) {
        return object + "." + write.replace("%s", value);
    }
}
