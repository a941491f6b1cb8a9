package io.bloop.expression;

import static io.bloop.expression.Item.Model.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.type.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ConditionTests {

    private static final String NO_NULL =
            " that is null or empty; use exists() or notExists() to ask whether the attribute is there.";

    private final Placeholders placeholders = new Placeholders();

    private String render(Condition<Item> condition) {
        return condition.render(placeholders);
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                Arguments.of(ITEM.stock.eq(1L), "(#n0 = :v0)", "(stock = N 1)"),
                Arguments.of(ITEM.stock.ne(1L), "(#n0 <> :v0)", "(stock <> N 1)"),
                Arguments.of(ITEM.stock.lt(1L), "(#n0 < :v0)", "(stock < N 1)"),
                Arguments.of(ITEM.stock.le(1L), "(#n0 <= :v0)", "(stock <= N 1)"),
                Arguments.of(ITEM.stock.gt(1L), "(#n0 > :v0)", "(stock > N 1)"),
                Arguments.of(ITEM.stock.ge(1L), "(#n0 >= :v0)", "(stock >= N 1)"),
                Arguments.of(ITEM.stock.between(1L, 2L), "(#n0 BETWEEN :v0 AND :v1)", "(stock BETWEEN N 1 AND N 2)"),
                Arguments.of(ITEM.stock.in(List.of(1L, 2L)), "(#n0 IN (:v0, :v1))", "(stock IN (N 1, N 2))"),
                Arguments.of(ITEM.title.beginsWith("a"), "begins_with(#n0, :v0)", "begins_with(title, S \"a\")"),
                Arguments.of(ITEM.title.contains("a"), "contains(#n0, :v0)", "contains(title, S \"a\")"),
                Arguments.of(
                        ITEM.photo.beginsWith(new byte[] {1}),
                        "begins_with(#n0, :v0)",
                        "begins_with(photo, B of 1 bytes)"),
                Arguments.of(
                        ITEM.photo.contains(new byte[] {1}), "contains(#n0, :v0)", "contains(photo, B of 1 bytes)"),
                Arguments.of(ITEM.tags.contains("a"), "contains(#n0, :v0)", "contains(tags, S \"a\")"),
                Arguments.of(ITEM.ratings.contains(5L), "contains(#n0, :v0)", "contains(ratings, N 5)"),
                Arguments.of(ITEM.title.exists(), "attribute_exists(#n0)", "attribute_exists(title)"),
                Arguments.of(ITEM.title.notExists(), "attribute_not_exists(#n0)", "attribute_not_exists(title)"),
                Arguments.of(ITEM.title.size().eq(1), "(size(#n0) = :v0)", "(size(title) = N 1)"),
                Arguments.of(ITEM.photo.size().ne(1), "(size(#n0) <> :v0)", "(size(photo) <> N 1)"),
                Arguments.of(ITEM.tags.size().lt(1), "(size(#n0) < :v0)", "(size(tags) < N 1)"),
                Arguments.of(ITEM.ratings.size().le(1), "(size(#n0) <= :v0)", "(size(ratings) <= N 1)"),
                Arguments.of(ITEM.sizes.size().gt(1), "(size(#n0) > :v0)", "(size(sizes) > N 1)"),
                Arguments.of(ITEM.sizes.size().ge(1), "(size(#n0) >= :v0)", "(size(sizes) >= N 1)"),
                Arguments.of(
                        ITEM.sizes.size().between(1, 2),
                        "(size(#n0) BETWEEN :v0 AND :v1)",
                        "(size(sizes) BETWEEN N 1 AND N 2)"),
                Arguments.of(ITEM.title.hasType(Tag.S), "attribute_type(#n0, :v0)", "attribute_type(title, S \"S\")"),
                Arguments.of(
                        ITEM.title.hasType(Tag.NULL, Tag.N),
                        "(attribute_type(#n0, :v0) OR attribute_type(#n0, :v1))",
                        "(attribute_type(title, S \"NULL\") or attribute_type(title, S \"N\"))"),
                Arguments.of(ITEM.hidden.eq(true), "(#n0 = :v0)", "(hidden = BOOL true)"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    @DisplayName("C1 every operation has its text")
    void everyOperationHasItsText(Condition<Item> condition, String text, String printed) {
        assertThat(render(condition)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("operations")
    @DisplayName("C7 every operation prints with names and values in place")
    void everyOperationPrintsReadably(Condition<Item> condition, String text, String printed) {
        assertThat(condition).hasToString(printed);
    }

    @Test
    @DisplayName("C1 and, or and not join conditions")
    void andOrAndNotJoinConditions() {
        Condition<Item> condition =
                ITEM.stock.gt(0L).and(ITEM.title.eq("a").or(ITEM.hidden.eq(true).not()));
        assertThat(render(condition)).isEqualTo("((#n0 > :v0) AND ((#n1 = :v1) OR (NOT (#n2 = :v2))))");
        assertThat(condition).hasToString("((stock > N 0) and ((title = S \"a\") or (not (hidden = BOOL true))))");
    }

    @Test
    @DisplayName("C8 names are given by their stored form and values as dumped")
    void namesAndValuesArePassedBeside() {
        render(ITEM.title.eq("a").and(ITEM.stock.between(1L, 2L)));
        assertThat(placeholders.names()).isEqualTo(Map.of("#n0", "size", "#n1", "stock"));
        assertThat(placeholders.values())
                .isEqualTo(Map.of(
                        ":v0", AttributeValue.fromS("a"),
                        ":v1", AttributeValue.fromN("1"),
                        ":v2", AttributeValue.fromN("2")));
    }

    @Test
    @DisplayName("C8 the same name and the same value share a placeholder")
    void duplicatesSharePlaceholders() {
        assertThat(render(ITEM.stock.eq(1L).or(ITEM.stock.gt(1L)).or(ITEM.sold.lt(1L))))
                .isEqualTo("((#n0 = :v0) OR (#n0 > :v0) OR (#n1 < :v0))");
    }

    @Test
    @DisplayName("C8 the number 1 and the text 1 are two values")
    void valuesOfDifferentTagsDoNotShareAPlaceholder() {
        assertThat(render(ITEM.stock.eq(1L).and(ITEM.title.eq("1")))).isEqualTo("((#n0 = :v0) AND (#n1 = :v1))");
    }

    @Test
    void nothingIsPassedBesideWhereNothingIsAsked() {
        assertThat(render(Condition.empty())).isEmpty();
        assertThat(placeholders.names()).isNull();
        assertThat(placeholders.values()).isNull();
    }

    @Test
    @DisplayName("C2 E22 equal to null asks for an attribute that is absent or NULL, unequal to null for any other")
    void comparisonsWithNullAskForPresence() {
        String none = null;
        assertThat(ITEM.title.eq(none))
                .isEqualTo(ITEM.title.notExists().or(ITEM.title.hasType(Tag.NULL)))
                .hasToString("(attribute_not_exists(title) or attribute_type(title, S \"NULL\"))");
        assertThat(ITEM.title.ne(none)).isEqualTo(ITEM.title.eq(none).not());
    }

    @Test
    @DisplayName("C2 equal to an empty set, which cannot be stored, asks for an absent attribute")
    void equalToAnEmptySetAsksForAnAbsentAttribute() {
        assertThat(ITEM.tags.eq(Set.of())).isEqualTo(ITEM.tags.notExists().or(ITEM.tags.hasType(Tag.NULL)));
        assertThat(ITEM.tags.ne(Set.of())).isEqualTo(ITEM.tags.eq(Set.of()).not());
    }

    @Test
    void equalToAnEmptyListComparesWithIt() {
        assertThat(ITEM.ratings.eq(List.of())).hasToString("(ratings = L)");
    }

    @Test
    void orderWithNullIsRefused() {
        Long none = null;
        List<Runnable> wrong = List.of(
                () -> ITEM.stock.lt(none),
                () -> ITEM.stock.le(none),
                () -> ITEM.stock.gt(none),
                () -> ITEM.stock.ge(none),
                () -> ITEM.stock.between(none, 1L),
                () -> ITEM.stock.between(1L, none),
                () -> ITEM.stock.in(Arrays.asList(1L, none)));
        assertThat(wrong)
                .allSatisfy(condition -> assertThatThrownBy(condition::run)
                        .isInstanceOf(InvalidCondition.class)
                        .hasMessage("Cannot compare 'stock' with a Long" + NO_NULL));
    }

    @Test
    void aPartThatIsNullIsRefused() {
        String none = null;
        List<Runnable> wrong = List.of(
                () -> ITEM.title.beginsWith(none), () -> ITEM.title.contains(none), () -> ITEM.tags.contains(none));
        assertThat(wrong)
                .allSatisfy(condition -> assertThatThrownBy(condition::run)
                        .isInstanceOf(InvalidCondition.class)
                        .hasMessageMatching("Cannot compare '(title|tags)' with a String\\Q" + NO_NULL + "\\E"));
    }

    @Test
    @DisplayName("C4 one of no values is refused")
    void oneOfNoValuesIsRefused() {
        assertThatThrownBy(() -> ITEM.stock.in(List.of()))
                .isInstanceOf(InvalidCondition.class)
                .hasMessage("stock.in() of no values is never met; give at least one.");
    }

    @Test
    @DisplayName("C4 one of more than 100 values is split")
    void oneOfMoreThan100ValuesIsSplit() {
        Condition<Item> condition =
                ITEM.stock.in(LongStream.range(0, 201).boxed().toList());
        assertThat(render(condition)).isEqualTo("(" + in(0, 100) + " OR " + in(100, 200) + " OR " + in(200, 201) + ")");
        assertThat(placeholders.values()).hasSize(201);
    }

    private static String in(int from, int to) {
        return "(#n0 IN ("
                + String.join(
                        ", ", LongStream.range(from, to).mapToObj(i -> ":v" + i).toList())
                + "))";
    }

    @Test
    @DisplayName("C4 one of 100 values is not split")
    void oneOf100ValuesIsNotSplit() {
        assertThat(render(ITEM.stock.in(LongStream.range(0, 100).boxed().toList())))
                .isEqualTo(in(0, 100));
    }

    @Test
    @DisplayName("C4 values given twice are asked for once")
    void valuesGivenTwiceAreAskedForOnce() {
        assertThat(ITEM.stock.in(List.of(1L, 2L, 1L))).isEqualTo(ITEM.stock.in(List.of(1L, 2L)));
    }

    @Test
    @DisplayName("C4 chains of one operator flatten, however they are grouped")
    void chainsOfOneOperatorFlatten() {
        Condition<Item> a = ITEM.stock.eq(1L);
        Condition<Item> b = ITEM.title.eq("b");
        Condition<Item> c = ITEM.hidden.eq(true);
        assertThat(a.and(b.and(c))).isEqualTo(a.and(b).and(c));
        assertThat(a.or(b.or(c))).isEqualTo(a.or(b).or(c));
        assertThat(render(a.and(b.and(c)))).isEqualTo("((#n0 = :v0) AND (#n1 = :v1) AND (#n2 = :v2))");
    }

    @Test
    @DisplayName("C4 chains of different operators keep their groups")
    void chainsOfDifferentOperatorsKeepTheirGroups() {
        Condition<Item> a = ITEM.stock.eq(1L);
        Condition<Item> b = ITEM.title.eq("b");
        Condition<Item> c = ITEM.hidden.eq(true);
        assertThat(a.and(b).or(c)).hasToString("(((stock = N 1) and (title = S \"b\")) or (hidden = BOOL true))");
        assertThat(a.and(b.or(c))).hasToString("((stock = N 1) and ((title = S \"b\") or (hidden = BOOL true)))");
    }

    @Test
    @DisplayName("C4 double negation cancels")
    void doubleNegationCancels() {
        Condition<Item> condition = ITEM.stock.eq(1L).and(ITEM.title.exists());
        assertThat(condition.not().not()).isEqualTo(condition);
        assertThat(condition.not().not().not()).isEqualTo(condition.not());
    }

    @Test
    @DisplayName("C4 the empty condition is neutral")
    void theEmptyConditionIsNeutral() {
        Condition<Item> condition = ITEM.stock.eq(1L);
        assertThat(condition.and(Condition.empty())).isEqualTo(condition);
        assertThat(Condition.<Item>empty().and(condition)).isEqualTo(condition);
        assertThat(condition.or(Condition.empty())).isEqualTo(condition);
        assertThat(Condition.<Item>empty().or(condition)).isEqualTo(condition);
        assertThat(Condition.empty().not()).isEqualTo(Condition.empty());
        assertThat(Condition.empty().isEmpty()).isTrue();
        assertThat(condition.isEmpty()).isFalse();
        assertThat(Condition.empty()).hasToString("(nothing)");
    }

    @Test
    @DisplayName("C5 the right-hand side may be a column")
    void theRightHandSideMayBeAColumn() {
        assertThat(render(ITEM.stock
                        .lt(ITEM.sold)
                        .or(ITEM.stock.le(ITEM.sold))
                        .or(ITEM.stock.gt(ITEM.sold))
                        .or(ITEM.stock.ge(ITEM.sold))
                        .or(ITEM.stock.eq(ITEM.sold))
                        .or(ITEM.stock.ne(ITEM.sold))))
                .isEqualTo(
                        "((#n0 < #n1) OR (#n0 <= #n1) OR (#n0 > #n1) OR (#n0 >= #n1) OR (#n0 = #n1) OR (#n0 <> #n1))");
        assertThat(placeholders.values()).isNull();
        assertThat(ITEM.stock.lt(ITEM.sold)).hasToString("(stock < sold)");
        assertThat(ITEM.stock.lt(ITEM.sold).comparesWithValues()).isFalse();
    }

    static Stream<Arguments> comparisonsWithPlaces() {
        Size<Item> tags = ITEM.tags.size();
        Size<Item> ratings = ITEM.ratings.size();
        return Stream.of(
                Arguments.of(ITEM.stock.between(ITEM.sold, ITEM.ratings.at(0)), "(stock BETWEEN sold AND ratings[0])"),
                Arguments.of(ITEM.title.beginsWith(ITEM.id), "begins_with(title, id)"),
                Arguments.of(ITEM.title.contains(ITEM.id), "contains(title, id)"),
                Arguments.of(ITEM.tags.contains(ITEM.title), "contains(tags, title)"),
                Arguments.of(ITEM.ratings.contains(ITEM.stock), "contains(ratings, stock)"),
                Arguments.of(tags.eq(ITEM.stock), "(size(tags) = stock)"),
                Arguments.of(tags.ne(ITEM.stock), "(size(tags) <> stock)"),
                Arguments.of(tags.lt(ITEM.stock), "(size(tags) < stock)"),
                Arguments.of(tags.le(ITEM.stock), "(size(tags) <= stock)"),
                Arguments.of(tags.gt(ITEM.stock), "(size(tags) > stock)"),
                Arguments.of(tags.ge(ITEM.stock), "(size(tags) >= stock)"),
                Arguments.of(tags.eq(ratings), "(size(tags) = size(ratings))"),
                Arguments.of(tags.ne(ratings), "(size(tags) <> size(ratings))"),
                Arguments.of(tags.lt(ratings), "(size(tags) < size(ratings))"),
                Arguments.of(tags.le(ratings), "(size(tags) <= size(ratings))"),
                Arguments.of(tags.gt(ratings), "(size(tags) > size(ratings))"),
                Arguments.of(tags.ge(ratings), "(size(tags) >= size(ratings))"));
    }

    @ParameterizedTest
    @MethodSource("comparisonsWithPlaces")
    @DisplayName("C5 the right-hand side may be a place wherever a value may stand")
    void theRightHandSideMayBeAnyPlace(Condition<Item> condition, String text) {
        assertThat(condition).hasToString(text);
        assertThat(condition.comparesWithValues()).isFalse();
    }

    @Test
    @DisplayName("C3 an element of a list or a map is used as what its type is")
    void anElementIsUsedAsWhatItsTypeIs() {
        assertThat(ITEM.sizes.key("s").asNumber().gt(1)).hasToString("(sizes.s > N 1)");
        assertThat(ITEM.stock.asNumber()).isSameAs(ITEM.stock);
        assertThat(ITEM.title.asString()).isSameAs(ITEM.title);
        assertThat(ITEM.photo.asBinary()).isSameAs(ITEM.photo);
    }

    @Test
    @DisplayName("C3 an element that is used as what its type is not is refused with operation and type")
    void anElementIsNotUsedAsSomethingElse() {
        List<Runnable> wrong =
                List.of(() -> ITEM.sizes.key("s").asString(), () -> ITEM.hidden.asNumber(), () -> ITEM.tags.asBinary());
        assertThat(wrong)
                .extracting(use -> catchThrowableOfType(InvalidCondition.class, use::run))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "asString() needs a type that is stored as a string, and 'sizes.s' is of the type Integer; use an "
                                + "operation that it has.",
                        "asNumber() needs a type that is stored as a number, and 'hidden' is of the type Boolean; use an "
                                + "operation that it has.",
                        "asBinary() needs a type that is stored as a binary, and 'tags' is of the type Set<String>; use an "
                                + "operation that it has.");
    }

    @Test
    @DisplayName("C7 conditions are equal by structure")
    void conditionsAreEqualByStructure() {
        Condition<Item> one = ITEM.title.eq("a").and(ITEM.tags.size().gt(1));
        Condition<Item> other = ITEM.title.eq("a").and(ITEM.tags.size().gt(1));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one)
                .isNotEqualTo(ITEM.title.eq("b").and(ITEM.tags.size().gt(1)))
                .isNotEqualTo(ITEM.title.eq("a").or(ITEM.tags.size().gt(1)))
                .isNotEqualTo(ITEM.title.eq("a").and(ITEM.sizes.size().gt(1)))
                .isNotEqualTo("(title = S \"a\")");
        assertThat(ITEM.stock.lt(1L)).isNotEqualTo(ITEM.stock.lt(ITEM.sold));
    }

    @Test
    @DisplayName("C7 joining leaves the parts as they were")
    void joiningLeavesThePartsAsTheyWere() {
        Condition<Item> part = ITEM.stock.eq(1L).and(ITEM.sold.eq(2L));
        part.and(ITEM.title.exists());
        part.or(ITEM.title.exists());
        part.not();
        assertThat(part).hasToString("((stock = N 1) and (sold = N 2))");
    }

    @Test
    @DisplayName("C7 values that change later do not change the condition")
    void valuesThatChangeLaterDoNotChangeTheCondition() {
        byte[] prefix = {1};
        List<Long> numbers = new ArrayList<>(List.of(1L));
        Condition<Item> condition = ITEM.photo.beginsWith(prefix).and(ITEM.stock.in(numbers));
        prefix[0] = 2;
        numbers.add(2L);
        assertThat(condition).isEqualTo(ITEM.photo.beginsWith(new byte[] {1}).and(ITEM.stock.in(List.of(1L))));
    }

    @Test
    @DisplayName("C7 a condition is rendered anew for each request")
    void aConditionIsRenderedAnewForEachRequest() {
        Condition<Item> condition = ITEM.title.eq("a");
        render(ITEM.stock.eq(1L));
        assertThat(render(condition)).isEqualTo("(#n1 = :v1)");
        assertThat(condition.render(new Placeholders())).isEqualTo("(#n0 = :v0)");
    }

    @Test
    void theWholeTreeTellsItsPaths() {
        Condition<Item> condition = ITEM.stock
                .lt(ITEM.sold)
                .and(ITEM.tags.size().gt(1).or(ITEM.title.exists()).not());
        assertThat(condition.paths()).isEqualTo(List.of(ITEM.stock, ITEM.sold, ITEM.tags, ITEM.title));
    }

    @Test
    void aConjunctionTellsItsParts() {
        Condition<Item> a = ITEM.stock.eq(1L);
        Condition<Item> b = ITEM.title.exists();
        assertThat(a.and(b).conjuncts()).containsExactly(a, b);
        assertThat(a.or(b).conjuncts()).containsExactly(a.or(b));
        assertThat(Condition.empty().conjuncts()).isEmpty();
        assertThatThrownBy(() -> a.and(b).conjuncts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aPlainConditionTellsItsSubject() {
        assertThat(ITEM.stock.eq(1L).subject()).isSameAs(ITEM.stock);
        assertThat(ITEM.stock.eq(1L).operator()).isEqualTo(Operator.EQ);
        assertThat(ITEM.tags.size().eq(1).subject()).isNull();
        assertThat(ITEM.stock.eq(1L).not().subject()).isNull();
    }
}
