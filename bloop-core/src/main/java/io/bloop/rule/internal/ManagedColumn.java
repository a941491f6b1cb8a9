package io.bloop.rule.internal;

import java.util.Set;

/** Names the columns that the engine itself writes at each write. */
public enum ManagedColumn {
    /** The number of the last write, against which the next one is checked. */
    VERSION("version", Of.NUMBERS, "an int or a long"),

    /** The moment of the first write. */
    CREATED("created", Of.MOMENTS, "an Instant, an OffsetDateTime or a ZonedDateTime"),

    /** The moment of the last write. */
    MODIFIED("modified", Of.MOMENTS, "an Instant, an OffsetDateTime or a ZonedDateTime"),

    /** The auditor of the first write. */
    CREATED_BY("createdBy", Of.AUDITORS, "a String, a UUID, an Integer or a Long"),

    /** The auditor of the last write. */
    MODIFIED_BY("modifiedBy", Of.AUDITORS, "a String, a UUID, an Integer or a Long");

    private final String method;
    private final Set<String> fitting;
    private final String types;

    ManagedColumn(String method, Set<String> fitting, String types) {
        this.method = method;
        this.fitting = fitting;
        this.types = types;
    }

    /** Names the classes whose values the engine makes or is given. */
    private static final class Of {

        static final Set<String> NUMBERS = Set.of("int", "long", "java.lang.Integer", "java.lang.Long");
        static final Set<String> MOMENTS =
                Set.of("java.time.Instant", "java.time.OffsetDateTime", "java.time.ZonedDateTime");
        static final Set<String> AUDITORS =
                Set.of("java.lang.String", "java.util.UUID", "java.lang.Integer", "java.lang.Long");
    }

    /**
     * Tells whether the engine can make values of a type.
     *
     * @param javaType the name of a class with its package, or a primitive
     * @return true if it can
     */
    public boolean fits(String javaType) {
        return fitting.contains(javaType);
    }

    String types() {
        return types;
    }

    /**
     * Returns the method that marks a column.
     *
     * @return the name, such as {@code createdBy}
     */
    public String method() {
        return method;
    }
}
