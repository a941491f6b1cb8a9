package io.bloop.query;

import io.bloop.expression.Condition;
import io.bloop.expression.Operator;
import io.bloop.model.KeyTemplate;
import io.bloop.model.StringColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The range of a key's texts that an order on one of its parts stands for.
 *
 * @param least the least text; null where there is no least one
 * @param most the greatest text; null where there is no greatest one
 * @param prefix the text that all begin with, where that is the range; null where it has bounds
 * @param excluded a bound that is not in the range itself; null where both are
 */
record KeyRange(
        @Nullable String least,
        @Nullable String most,
        @Nullable String prefix,
        @Nullable String excluded) {

    /**
     * Finds the range of a condition.
     *
     * @param part the place of the part that the condition is on; those before it are known
     * @param before the text of the key before the part
     * @return the range; null where the texts of keys are not in the order that is asked for
     */
    static @Nullable KeyRange of(
            KeyTemplate<?> template, int part, String before, Operator operator, List<AttributeValue> values) {
        if (operator == Operator.BEGINS_WITH) {
            String text = values.get(0).s();
            return text == null || text.isEmpty()
                    ? null
                    : new KeyRange(null, null, before + template.printBeginning(part, text), null);
        }
        if (!template.isSortable(part)) {
            return null;
        }
        boolean isLast =
                part == template.parts().size() - 1 && template.separator(part).isEmpty();
        String first = before + template.print(part, values.get(0));
        // what follows a part of a fixed width is greater than the part, and less than the part with a greater text
        String pastFirst = isLast ? first : first + template.separator(part) + KeyTemplate.LAST;
        String end = before.isEmpty() ? null : before + KeyTemplate.LAST;
        String begin = before.isEmpty() ? null : before;
        return switch (operator) {
            case GE -> new KeyRange(first, end, null, null);
            case GT -> new KeyRange(pastFirst, end, null, isLast ? first : null);
            case LE -> new KeyRange(begin, pastFirst, null, null);
            case LT -> new KeyRange(begin, first, null, isLast ? first : null);
            case BETWEEN -> {
                String last = before + template.print(part, values.get(1));
                yield new KeyRange(
                        first, isLast ? last : last + template.separator(part) + KeyTemplate.LAST, null, null);
            }
            default -> null;
        };
    }

    /** Returns the condition on the key. */
    <T> Condition<T> on(StringColumn<T, String> key) {
        if (prefix != null) {
            return key.beginsWith(prefix);
        }
        if (least != null && most != null) {
            return key.between(least, most);
        }
        if (least != null) {
            return key.ge(least);
        }
        return most == null ? Condition.empty() : key.le(most);
    }
}
