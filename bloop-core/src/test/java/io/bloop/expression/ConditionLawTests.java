package io.bloop.expression;

import static io.bloop.expression.Item.Model.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("once")
class ConditionLawTests {

    private static final Pattern GRAMMAR = Pattern.compile("(#n\\d+|:v\\d+|[(), ]|<>|<=|>=|[=<>]|AND|OR|NOT|BETWEEN|IN"
            + "|begins_with|contains|attribute_exists|attribute_not_exists|size)*");

    @Provide
    Arbitrary<Condition<Item>> conditions() {
        return conditions(3);
    }

    private static Arbitrary<Condition<Item>> conditions(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<Condition<Item>> parts = conditions(depth - 1);
        return Arbitraries.oneOf(
                leaves(),
                parts.map(Condition::not),
                Combinators.combine(parts, parts).as((left, right) -> left.and(right)),
                Combinators.combine(parts, parts).as((left, right) -> left.or(right)));
    }

    private static Arbitrary<Condition<Item>> leaves() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(10),
                Arbitraries.of("#n0", ":v0", ") OR (1 = 1", "title", "size"));
        Arbitrary<Long> numbers = Arbitraries.longs();
        return Arbitraries.oneOf(List.<Arbitrary<Condition<Item>>>of(
                Arbitraries.just(Condition.empty()),
                texts.map(ITEM.title::eq),
                texts.map(ITEM.title::ne),
                texts.map(ITEM.title::beginsWith),
                texts.map(ITEM.title::contains),
                texts.map(ITEM.tags::contains),
                texts.list().ofMinSize(1).ofMaxSize(3).map(ITEM.title::in),
                numbers.map(ITEM.stock::gt),
                Combinators.combine(numbers, numbers).as((least, most) -> ITEM.sold.between(least, most)),
                Arbitraries.integers().map(ITEM.sizes.size()::lt),
                Arbitraries.just(ITEM.stock.lt(ITEM.sold)),
                Arbitraries.just(ITEM.photo.exists())));
    }

    @Property
    @Label("C8 neither a value nor a name ever reaches the text")
    void neitherAValueNorANameReachesTheText(@ForAll("conditions") Condition<Item> condition) {
        assertThat(condition.render(new Placeholders())).matches(GRAMMAR);
    }

    @Property
    @Label("C8 every name and value has one placeholder, and every placeholder is used")
    void everyPlaceholderIsUsedOnce(@ForAll("conditions") Condition<Item> condition) {
        Placeholders placeholders = new Placeholders();
        String text = condition.render(placeholders);
        Set<String> used = new HashSet<>();
        Pattern.compile("[#:][nv]\\d+").matcher(text).results().forEach(match -> used.add(match.group()));
        Set<String> given = new HashSet<>();
        if (placeholders.names() != null) {
            given.addAll(placeholders.names().keySet());
            assertThat(placeholders.names().values()).doesNotHaveDuplicates();
        }
        if (placeholders.values() != null) {
            given.addAll(placeholders.values().keySet());
            assertThat(placeholders.values().values()).doesNotHaveDuplicates();
        }
        assertThat(used).isEqualTo(given);
    }

    @Property
    @Label("C4 double negation cancels")
    void doubleNegationCancels(@ForAll("conditions") Condition<Item> condition) {
        assertThat(condition.not().not()).isEqualTo(condition);
    }

    @Property
    @Label("C4 conjunction and disjunction do not depend on grouping")
    void groupingDoesNotMatter(
            @ForAll("conditions") Condition<Item> a,
            @ForAll("conditions") Condition<Item> b,
            @ForAll("conditions") Condition<Item> c) {
        assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
        assertThat(a.or(b).or(c)).isEqualTo(a.or(b.or(c)));
    }

    @Property
    @Label("C4 the empty condition is neutral")
    void theEmptyConditionIsNeutral(@ForAll("conditions") Condition<Item> condition) {
        assertThat(condition.and(Condition.empty())).isEqualTo(condition);
        assertThat(Condition.<Item>empty().or(condition)).isEqualTo(condition);
    }

    @Property
    @Label("C7 rendering is repeatable")
    void renderingIsRepeatable(@ForAll("conditions") Condition<Item> condition) {
        Placeholders first = new Placeholders();
        Placeholders second = new Placeholders();
        assertThat(condition.render(first)).isEqualTo(condition.render(second));
        assertThat(first.names()).isEqualTo(second.names());
        assertThat(first.values()).isEqualTo(second.values());
    }
}
