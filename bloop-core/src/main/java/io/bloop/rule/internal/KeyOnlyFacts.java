package io.bloop.rule.internal;

import org.jspecify.annotations.Nullable;

/**
 * What the rules have to know of a column that is declared to be a part of the table's key alone.
 *
 * @param name the column's name
 * @param isKeyOrComputed whether it is itself a key of the table or of an index, or is computed
 * @param isPart whether a template of the table's keys names it
 * @param isReadable whether one of these templates prints its letters as they are
 */
public record KeyOnlyFacts(String name, boolean isKeyOrComputed, boolean isPart, boolean isReadable) {

    /**
     * Finds what keeps the column from being a part of the key alone.
     *
     * @param words the way in which the model is declared
     * @return what is wrong and what to do about it, in a sentence; null where nothing is
     */
    public @Nullable String problem(Vocabulary words) {
        String what = "Column '" + name + "' is marked with " + words.markKeyOnly() + ", and ";
        String remedy = "remove " + words.markKeyOnly();
        if (isKeyOrComputed) {
            return what + "is itself a key, or computed; " + remedy + ", so that it has an attribute.";
        }
        if (!isPart) {
            return what
                    + "no template of the table's keys names it, so that its value would be lost; name it in one, or "
                    + remedy + ".";
        }
        return isReadable
                ? null
                : what + "the key has its letters in one case, so that its value would be lost; " + remedy
                        + ", so that it has an attribute, or let the key have the letters as they are.";
    }
}
