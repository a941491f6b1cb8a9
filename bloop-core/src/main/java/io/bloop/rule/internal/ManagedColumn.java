package io.bloop.rule.internal;

import java.util.Set;

/** Names the columns that the engine itself writes at each write. */
public enum ManagedColumn {
    /** The number of the last write, against which the next one is checked. */
    VERSION,

    /** The moment of the first write. */
    CREATED,

    /** The moment of the last write. */
    MODIFIED;

    private static final Set<String> NUMBERS = Set.of("int", "long", "java.lang.Integer", "java.lang.Long");
    private static final Set<String> MOMENTS =
            Set.of("java.time.Instant", "java.time.OffsetDateTime", "java.time.ZonedDateTime");

    /**
     * Tells whether the engine can make values of a type.
     *
     * @param javaType the name of a class with its package, or a primitive
     * @return true if it can
     */
    public boolean fits(String javaType) {
        return (this == VERSION ? NUMBERS : MOMENTS).contains(javaType);
    }

    String types() {
        return this == VERSION ? "an int or a long" : "an Instant, an OffsetDateTime or a ZonedDateTime";
    }
}
