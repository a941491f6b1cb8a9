package io.bloop.expression;

import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Is a condition beside what it means for an item in memory. */
record Question(Condition<Item> condition, Predicate<Map<String, AttributeValue>> meaning) {

    /** Finds a value in an item; null where nothing is there. */
    @FunctionalInterface
    interface Way {
        @Nullable
        AttributeValue find(Map<String, AttributeValue> item);
    }

    Question not() {
        return new Question(condition.not(), condition.isEmpty() ? meaning : meaning.negate());
    }

    Question and(Question other) {
        return joined(other, condition.and(other.condition), meaning.and(other.meaning));
    }

    Question or(Question other) {
        return joined(other, condition.or(other.condition), meaning.or(other.meaning));
    }

    private Question joined(Question other, Condition<Item> both, Predicate<Map<String, AttributeValue>> bothMeanings) {
        // the empty condition is neutral: it neither allows nor forbids anything
        if (condition.isEmpty()) {
            return new Question(both, other.meaning);
        }
        return new Question(both, other.condition.isEmpty() ? meaning : bothMeanings);
    }

    @Override
    public String toString() {
        return condition.toString();
    }
}
