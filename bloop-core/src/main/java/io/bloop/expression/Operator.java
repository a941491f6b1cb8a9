package io.bloop.expression;

import java.util.Locale;

/**
 * Names the operators of conditions, including those that join others.
 *
 * @since 0.1.0
 */
public enum Operator {
    /** The empty condition. */
    EMPTY,
    /** All parts hold. */
    AND,
    /** At least one part holds. */
    OR,
    /** The part does not hold. */
    NOT,
    /** Equality. */
    EQ,
    /** Inequality. */
    NE,
    /** Less. */
    LT,
    /** At most. */
    LE,
    /** More. */
    GT,
    /** At least. */
    GE,
    /** Between two bounds, both included. */
    BETWEEN,
    /** One of several. */
    IN,
    /** Begins with a text or bytes. */
    BEGINS_WITH,
    /** Contains a part or an element. */
    CONTAINS,
    /** The attribute is stored as a data type. */
    TYPE,
    /** The attribute is there. */
    EXISTS,
    /** The attribute is not there. */
    NOT_EXISTS;

    /** Returns the name of the method that asks this. */
    String method() {
        return switch (this) {
            case BEGINS_WITH -> "beginsWith";
            case TYPE -> "hasType";
            case NOT_EXISTS -> "notExists";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    /** Returns the sign of a comparison. */
    String sign() {
        return switch (this) {
            case EQ -> "=";
            case NE -> "<>";
            case LT -> "<";
            case LE -> "<=";
            case GT -> ">";
            case GE -> ">=";
            default -> throw new IllegalStateException(this + " is not a comparison");
        };
    }
}
