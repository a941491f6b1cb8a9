package io.bloop.processor;

import java.util.List;
import java.util.Set;

/** Names the operators that a method's name can ask for, those of many words before those of few. */
enum Comparing {
    GE("ge", 1, true, "IsGreaterThanEqual", "GreaterThanEqual"),
    LE("le", 1, true, "IsLessThanEqual", "LessThanEqual"),
    GT("gt", 1, true, "IsGreaterThan", "GreaterThan", "IsAfter", "After"),
    LT("lt", 1, true, "IsLessThan", "LessThan", "IsBefore", "Before"),
    BETWEEN("between", 2, true, "IsBetween", "Between"),
    BEGINS_WITH("beginsWith", 1, true, "IsStartingWith", "StartingWith", "StartsWith"),
    CONTAINS("contains", 1, false, "IsContaining", "Containing", "Contains"),
    NE("ne", 1, false, "IsNot", "Not"),
    IN("in", 1, false, "IsIn", "In"),
    EQ("eq", 1, true, "Equals", "Is", "");

    private static final Set<Kind> ORDERED = Set.of(Kind.STRING, Kind.NUMBER, Kind.BINARY);
    private static final Set<Kind> WITH_PARTS = Set.of(Kind.STRING, Kind.SET, Kind.LIST);

    private final String method;
    private final int parameters;
    private final boolean ofKeys;
    private final List<String> words;

    Comparing(String method, int parameters, boolean ofKeys, String... words) {
        this.method = method;
        this.parameters = parameters;
        this.ofKeys = ofKeys;
        this.words = List.of(words);
    }

    /** Returns the method of a column. */
    String method() {
        return method;
    }

    /** Returns the number of values that it takes. */
    int parameters() {
        return parameters;
    }

    /** Tells whether a key can be asked for in this way. */
    boolean isOfKeys() {
        return ofKeys;
    }

    /** Returns how it is written in a name. */
    List<String> words() {
        return words;
    }

    /** Tells whether columns of a kind have it. */
    boolean fits(Kind kind) {
        return switch (this) {
            case EQ, NE, IN -> true;
            case BEGINS_WITH -> kind == Kind.STRING;
            case CONTAINS -> WITH_PARTS.contains(kind);
            default -> ORDERED.contains(kind);
        };
    }
}
