package io.bloop.rule.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have to know of a column that a key template names.
 *
 * @param name the column's name
 * @param type the type of its values, for messages
 * @param javaType the name of the class of its values, with its package
 * @param isText whether it is stored as a string
 * @param isNumber whether it is stored as a number
 * @param isStamped whether the engine itself writes it
 * @param isTemplate whether it is made by a template itself
 */
public record PartFacts(
        String name,
        String type,
        String javaType,
        boolean isText,
        boolean isNumber,
        boolean isStamped,
        boolean isTemplate) {

    private static final Set<String> WITH_FRACTIONS =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float", "java.math.BigDecimal");

    /**
     * Finds what keeps the column from being a part of a key.
     *
     * @param part how the template names it
     * @return what is wrong, as the end of a sentence; null where nothing is
     */
    public @Nullable String problem(TemplateText.Part part) {
        if (isTemplate) {
            return "which is made by a template too; name the parts of that one";
        }
        if (isStamped) {
            return "which the engine itself writes; name a column that objects have a value for";
        }
        if (isText) {
            return part.width() != 0 ? "which is a text, and only numbers have a width; leave the width out" : null;
        }
        if (!isNumber || WITH_FRACTIONS.contains(javaType)) {
            return "whose type " + type
                    + " cannot be a part of a key; a part is stored as a string, or is a whole number";
        }
        return part.width() == 0
                ? "which is a number and needs a width, so that keys are in the order of the numbers; write {" + name
                        + ":5} for at most 5 digits"
                : null;
    }
}
