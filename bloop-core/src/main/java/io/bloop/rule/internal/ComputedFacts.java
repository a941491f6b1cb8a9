package io.bloop.rule.internal;

import org.jspecify.annotations.Nullable;

/**
 * What the rules have to know of a column from which another one is computed.
 *
 * @param name the column's name
 * @param isComputed whether it is computed itself
 * @param isStamped whether the engine itself writes it
 */
public record ComputedFacts(String name, boolean isComputed, boolean isStamped) {

    /**
     * Says that a computed column names no column that it is computed from.
     *
     * @param column the name of the computed column
     * @return what is wrong and what to do about it, in a sentence
     */
    public static String noInputs(String column) {
        return "Column '" + column + "' is computed from no column; name those that its getter reads.";
    }

    /**
     * Says that a column is computed, and one that the engine itself writes.
     *
     * @param column the name of the computed column
     * @return what is wrong and what to do about it, in a sentence
     */
    public static String stamped(String column) {
        return "Column '" + column + "' is computed, and the engine itself writes it; keep one of the two.";
    }

    /**
     * Finds what keeps a column from being computed from this one.
     *
     * @param column the name of the computed column
     * @return what is wrong and what to do about it, in a sentence; null where nothing is
     */
    public @Nullable String problem(String column) {
        String what = "Column '" + column + "' is computed from '" + name + "', ";
        if (isComputed) {
            return what + "which is computed too; name the columns that this one is computed from.";
        }
        return isStamped ? what + "which the engine itself writes; name columns that objects have a value for." : null;
    }
}
