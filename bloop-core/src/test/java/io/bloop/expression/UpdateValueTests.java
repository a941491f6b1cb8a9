package io.bloop.expression;

import static io.bloop.expression.Item.Model.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class UpdateValueTests {

    @Test
    @DisplayName("E7 a term prints with names and values in place")
    void printsWithNamesAndValues() {
        AttributeValue five = AttributeValue.fromL(List.of(AttributeValue.fromN("5")));

        assertThat(ITEM.stock.plus(1L)).hasToString("stock + N 1");
        assertThat(ITEM.stock.minus(ITEM.sold)).hasToString("stock - sold");
        assertThat(UpdateValue.of(ITEM.title)).hasToString("title");
        assertThat(UpdateValue.ifAbsent(ITEM.title, AttributeValue.fromS("a")))
                .hasToString("if_not_exists(title, S \"a\")");
        assertThat(UpdateValue.appended(ITEM.ratings, five)).hasToString("list_append(if_not_exists(ratings, L), L)");
    }

    @Test
    @DisplayName("E7 terms are equal by structure")
    void areEqualByStructure() {
        assertThat(ITEM.stock.plus(1L)).isEqualTo(ITEM.stock.plus(1L)).hasSameHashCodeAs(ITEM.stock.plus(1L));
        assertThat(ITEM.stock.plus(1L)).isNotEqualTo(ITEM.stock.minus(1L)).isNotEqualTo(ITEM.stock.plus(2L));
    }

    @Test
    @DisplayName("E7 a sum with null is refused")
    void refusesNull() {
        Long none = null;

        assertThatThrownBy(() -> ITEM.stock.plus(none))
                .isInstanceOf(InvalidCondition.class)
                .hasMessage("Cannot compare 'stock' with a Long that is null or empty; use exists() or notExists() "
                        + "to ask whether the attribute is there.");
    }
}
