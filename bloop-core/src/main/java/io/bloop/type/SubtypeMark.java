package io.bloop.type;

import org.jspecify.annotations.Nullable;

/**
 * Names the class of a stored document.
 *
 * @param attribute the name of the member that says it
 * @param name what it says
 */
record SubtypeMark(String attribute, String name) {

    /** Returns how many stored members a mark is. */
    static int size(@Nullable SubtypeMark mark) {
        return mark == null ? 0 : 1;
    }

    static void write(@Nullable SubtypeMark mark, MemberWriter map) {
        if (mark != null) {
            map.name(mark.attribute);
            map.string(mark.name);
        }
    }
}
