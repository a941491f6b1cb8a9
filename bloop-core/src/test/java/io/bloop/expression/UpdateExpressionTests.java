package io.bloop.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.type.Type;
import io.bloop.type.Types;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class UpdateExpressionTests {

    /** A column, as far as an update sees it. */
    private record Place(String name) implements Path<Object, String> {
        @Override
        public String attribute() {
            return name;
        }

        @Override
        public Type<String> type() {
            return Types.STRING;
        }
    }

    private static final AttributeValue ONE = AttributeValue.fromN("1");

    private final Placeholders placeholders = new Placeholders();
    private final UpdateExpression update = new UpdateExpression(placeholders);

    @Test
    void clausesStandInOneOrderWhateverTheOrderOfTheActions() {
        AttributeValue tags = AttributeValue.fromSs(List.of("a"));
        update.delete(new Place("tags"), tags);
        update.add(new Place("clicks"), ONE);
        update.remove(new Place("owner"));
        update.set(new Place("size"), ONE);
        assertThat(update.render()).isEqualTo("SET #n3 = :v1 REMOVE #n2 ADD #n1 :v1 DELETE #n0 :v0");
        assertThat(placeholders.names())
                .isEqualTo(Map.of("#n0", "tags", "#n1", "clicks", "#n2", "owner", "#n3", "size"));
        assertThat(placeholders.values()).isEqualTo(Map.of(":v0", tags, ":v1", ONE));
    }

    @Test
    void actionsOfOneKindShareAClause() {
        update.set(new Place("a"), ONE);
        update.set(new Place("b"), AttributeValue.fromN("2"));
        update.remove(new Place("c"));
        update.remove(new Place("d"));
        assertThat(update.render()).isEqualTo("SET #n0 = :v0, #n1 = :v1 REMOVE #n2, #n3");
    }

    @Test
    void withoutActionsThereIsNoText() {
        assertThat(update.isEmpty()).isTrue();
        assertThat(update.render()).isEmpty();
        update.remove(new Place("a"));
        assertThat(update.isEmpty()).isFalse();
    }

    @Test
    void itSharesPlaceholdersWithAConditionOfTheSameRequest() {
        update.set(new Place("stock"), ONE);
        assertThat(Item.Model.ITEM.stock.lt(1L).render(placeholders)).isEqualTo("(#n0 < :v0)");
    }
}
