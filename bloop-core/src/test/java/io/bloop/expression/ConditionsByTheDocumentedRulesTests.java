package io.bloop.expression;

import static io.bloop.expression.Item.Model.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.LocalDynamoDb;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Compares the items that DynamoDB Local finds with those that the documented rules find in memory, on items with
 * missing attributes and attributes of every type.
 */
class ConditionsByTheDocumentedRulesTests {

    private static final int ITEMS = 120;
    private static final String TABLE = "conditions-" + UUID.randomUUID();
    private static final DynamoDbClient CLIENT = new LocalDynamoDb().client();

    private static final List<Map<String, AttributeValue>> STORED = IntStream.range(0, ITEMS)
            .mapToObj(ConditionsByTheDocumentedRulesTests::item)
            .toList();

    private static Map<String, AttributeValue> item(int number) {
        Random random = new Random(number);
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("id", AttributeValue.fromS("item-" + number));
        for (String attribute :
                List.of("size", "stock", "sold", "price", "hidden", "photo", "tags", "ratings", "sizes")) {
            // often what the model says, sometimes nothing, and sometimes what another program has written
            switch (random.nextInt(6)) {
                case 0 -> {}
                case 1 -> item.put(attribute, any(random, 2));
                default -> item.put(attribute, typical(attribute, random));
            }
        }
        return item;
    }

    private static AttributeValue typical(String attribute, Random random) {
        return switch (attribute) {
            case "size" -> text(random);
            case "hidden" -> AttributeValue.fromBool(random.nextBoolean());
            case "photo" -> bytes(random);
            case "tags" -> AttributeValue.fromSs(some(random, Questions.TEXTS));
            case "ratings" ->
                AttributeValue.fromL(random.ints(random.nextInt(4), 0, 1)
                        .mapToObj(i -> integer(random))
                        .toList());
            case "sizes" -> sizes(random);
            case "price" -> decimal(random);
            default -> integer(random);
        };
    }

    private static AttributeValue any(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 10)) {
            case 0 -> text(random);
            case 1 -> integer(random);
            case 2 -> decimal(random);
            case 3 -> bytes(random);
            case 4 -> AttributeValue.fromBool(random.nextBoolean());
            case 5 -> AttributeValue.fromNul(true);
            case 6 -> AttributeValue.fromNs(some(random, List.of("0", "1", "2.0", "10")));
            case 7 ->
                AttributeValue.fromBs(some(
                        random,
                        Questions.BYTES.stream().map(SdkBytes::fromByteArray).toList()));
            case 8 -> AttributeValue.fromL(List.of(any(random, depth - 1), any(random, depth - 1)));
            default -> AttributeValue.fromM(Map.of("s", any(random, depth - 1), "x", any(random, depth - 1)));
        };
    }

    private static AttributeValue text(Random random) {
        return AttributeValue.fromS(pick(random, Questions.TEXTS));
    }

    private static AttributeValue integer(Random random) {
        return AttributeValue.fromN(pick(random, Questions.NUMBERS).toString());
    }

    private static AttributeValue decimal(Random random) {
        return AttributeValue.fromN(pick(random, Questions.DECIMALS).toString());
    }

    private static AttributeValue bytes(Random random) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(pick(random, Questions.BYTES)));
    }

    private static AttributeValue sizes(Random random) {
        Map<String, AttributeValue> sizes = new HashMap<>();
        for (String name : List.of("s", "a.b")) {
            if (random.nextBoolean()) {
                sizes.put(name, AttributeValue.fromN(Integer.toString(random.nextInt(3) - 1)));
            }
        }
        return AttributeValue.fromM(sizes);
    }

    private static <E> List<E> some(Random random, List<E> all) {
        Set<E> some = new HashSet<>(List.of(pick(random, all)));
        some.add(pick(random, all));
        return List.copyOf(some);
    }

    private static <E> E pick(Random random, List<E> all) {
        return all.get(random.nextInt(all.size()));
    }

    @BeforeContainer
    static void store() {
        Engine.builder(CLIENT).tableNames((model, name) -> TABLE).build().bind(List.of(ITEM));
        STORED.forEach(item -> CLIENT.putItem(r -> r.tableName(TABLE).item(item)));
    }

    @Provide
    Arbitrary<Question> questions() {
        return Questions.of(3);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("C1 C2 C4 C5 C6 a condition is met by the items that the documented rules say")
    void aConditionIsMetByTheItemsThatTheDocumentedRulesSay(@ForAll("questions") Question question) {
        Set<String> expected = STORED.stream()
                .filter(question.meaning())
                .map(item -> item.get("id").s())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found(question.condition())).isEqualTo(expected);
    }

    private static Set<String> found(Condition<Item> condition) {
        Placeholders placeholders = new Placeholders();
        String filter = condition.isEmpty() ? null : condition.render(placeholders);
        return CLIENT
                .scan(r -> r.tableName(TABLE)
                        .filterExpression(filter)
                        .expressionAttributeNames(placeholders.names())
                        .expressionAttributeValues(placeholders.values()))
                .items()
                .stream()
                .map(item -> item.get("id").s())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
