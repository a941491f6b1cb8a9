package io.bloop.expression;

import static io.bloop.expression.Item.Model.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.expression.RandomConditions.Case;
import io.bloop.testing.LocalDynamoDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Compares what DynamoDB Local finds by random conditions with what they mean. {@code -Dbloop.conditions=10000} asks
 * for more of them, {@code -Dbloop.seed=1} for others.
 */
@Tag("once")
class ConditionMeaningTests {

    private static final int CONDITIONS = Integer.getInteger("bloop.conditions", 300);
    private static final long SEED = Long.getLong("bloop.seed", 20261124);
    private static final int ITEMS = 60;
    private static final int DEPTH = 4;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final List<Map<String, AttributeValue>> stored = new ArrayList<>();
    private BloopTemplate<Item> items;

    @Test
    @DisplayName("C1 DynamoDB finds by random conditions what they mean")
    void findsWhatConditionsMean() {
        Random random = new Random(SEED);
        items = dynamoDb.engine().template(ITEM);
        items.scan().all();
        RandomItems values = new RandomItems(random);
        for (int i = 0; i < ITEMS; i++) {
            stored.add(values.item(i));
            dynamoDb.put("Item", stored.get(i));
        }
        RandomConditions conditions = new RandomConditions(random);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < CONDITIONS; i++) {
            Case condition = conditions.next(DEPTH);
            if (!found(condition).equals(meant(condition))) {
                differences.add(describe(i, least(condition)));
            }
        }
        assertThat(differences).isEmpty();
    }

    private TreeSet<String> found(Case condition) {
        return items.scan().filter(condition.condition()).select(ITEM.id).all().stream()
                .map(Item::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private TreeSet<String> meant(Case condition) {
        return stored.stream()
                .filter(condition.holds())
                .map(item -> item.get("id").s())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Case least(Case wrong) {
        return wrong.parts().stream()
                .filter(part -> !found(part).equals(meant(part)))
                .findFirst()
                .map(this::least)
                .orElse(wrong);
    }

    private String describe(int number, Case wrong) {
        TreeSet<String> missing = meant(wrong);
        missing.removeAll(found(wrong));
        TreeSet<String> unwanted = found(wrong);
        unwanted.removeAll(meant(wrong));
        String example = missing.isEmpty() ? unwanted.first() : missing.first();
        return "condition " + number + " of seed " + SEED + ": " + wrong.condition() + " misses " + missing
                + " and finds " + unwanted + ", as " + stored.get(Integer.parseInt(example));
    }
}
