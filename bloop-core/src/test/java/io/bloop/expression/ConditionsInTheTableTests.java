package io.bloop.expression;

import static io.bloop.expression.Item.Model.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConditionsInTheTableTests {

    private static final Item LAMP = new Item(
            "1",
            "lamp",
            5L,
            3L,
            new BigDecimal("9.50"),
            false,
            new byte[] {1, 2, 3},
            Set.of("new", "docs"),
            List.of(4L, 5L),
            Map.of("s", 1));

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static List<Condition<Item>> met() {
        return List.of(
                ITEM.title.eq("lamp"),
                ITEM.title.ne("chair"),
                ITEM.stock.lt(6L),
                ITEM.stock.le(5L),
                ITEM.stock.gt(4L),
                ITEM.stock.ge(5L),
                ITEM.price.eq(new BigDecimal("9.5")),
                ITEM.stock.between(5L, 5L),
                ITEM.stock.in(LongStream.rangeClosed(-300, 5).boxed().toList()),
                ITEM.title.beginsWith("la"),
                ITEM.title.contains("am"),
                ITEM.photo.beginsWith(new byte[] {1, 2}),
                ITEM.photo.contains(new byte[] {2, 3}),
                ITEM.tags.contains("docs"),
                ITEM.ratings.contains(4L),
                ITEM.title.exists(),
                ITEM.title.size().eq(4),
                ITEM.tags.size().eq(2),
                ITEM.sizes.size().eq(1),
                ITEM.hidden.eq(false),
                ITEM.tags.eq(Set.of("docs", "new")),
                ITEM.ratings.eq(List.of(4L, 5L)),
                ITEM.sizes.eq(Map.of("s", 1)),
                ITEM.stock.gt(ITEM.sold),
                ITEM.stock.eq(1L).or(ITEM.sold.eq(3L)));
    }

    @Test
    @DisplayName("C1 the table answers every operation as it reads")
    void theTableAnswersEveryOperationAsItReads() {
        BloopTemplate<Item> items = dynamoDb.engine().template(ITEM);
        items.save(LAMP);
        Stream<Condition<Item>> unmet = met().stream().map(Condition::not);
        assertThat(met())
                .allSatisfy(condition ->
                        assertThat(items.scan().filter(condition).count()).isEqualTo(1));
        assertThat(unmet)
                .allSatisfy(condition ->
                        assertThat(items.scan().filter(condition).count()).isZero());
    }

    @Test
    @DisplayName("C2 the table answers comparisons with null by presence")
    void theTableAnswersComparisonsWithNullByPresence() {
        BloopTemplate<Item> items = dynamoDb.engine().template(ITEM);
        items.save(new Item("1", null, 5L, null, null, null, null, Set.of(), List.of(), Map.of()));
        String none = null;
        assertThat(items.scan().filter(ITEM.title.eq(none)).count()).isEqualTo(1);
        assertThat(items.scan().filter(ITEM.title.ne(none)).count()).isZero();
        assertThat(items.scan().filter(ITEM.tags.eq(Set.of())).count()).isEqualTo(1);
    }
}
