package io.bloop.expression;

import static io.bloop.expression.Item.Model.ITEM;

import io.bloop.expression.Question.Way;
import io.bloop.type.AttributeValues;
import io.bloop.type.Type;
import io.bloop.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes questions of every operation, on columns, members and elements, about values that the items are full of. */
final class Questions {

    static final List<String> TEXTS = List.of("", "a", "A", "ab", "abc", "b", "é", "\uFFFD", "😀", "😀b");
    static final List<Long> NUMBERS = List.of(-10L, -1L, 0L, 1L, 2L, 10L, 9_007_199_254_740_993L);
    static final List<BigDecimal> DECIMALS = List.of(
            new BigDecimal("-1"),
            new BigDecimal("0"),
            new BigDecimal("0.5"),
            new BigDecimal("1.0"),
            new BigDecimal("1E+30"),
            new BigDecimal("1E-30"));
    static final List<byte[]> BYTES =
            List.of(new byte[] {1}, new byte[] {1, 2}, new byte[] {2}, new byte[] {-1}, new byte[] {127});

    private final List<Arbitrary<Question>> leaves = new ArrayList<>();

    private Questions() {
        Arbitrary<String> texts = Arbitraries.of(TEXTS);
        Arbitrary<Long> numbers = Arbitraries.of(NUMBERS);
        Arbitrary<Integer> integers = Arbitraries.of(-1, 0, 1, 2, 10);
        Arbitrary<byte[]> bytes = Arbitraries.of(BYTES);

        leaves.add(Arbitraries.just(new Question(Condition.empty(), item -> true)));
        ordered(ITEM.title, column("size"), texts);
        ordered(ITEM.stock, column("stock"), numbers);
        ordered(ITEM.sold, column("sold"), numbers);
        ordered(ITEM.price, column("price"), Arbitraries.of(DECIMALS));
        ordered(ITEM.photo, column("photo"), bytes);
        ordered(element(0), item -> element(item.get("ratings"), 0), numbers);
        ordered(element(2), item -> element(item.get("ratings"), 2), numbers);
        ordered(member("s"), item -> member(item.get("sizes"), "s"), integers);
        ordered(member("a.b"), item -> member(item.get("sizes"), "a.b"), integers);
        equality(ITEM.sizes.key("a.b"), item -> member(item.get("sizes"), "a.b"), integers);
        equality(ITEM.ratings.at(0), item -> element(item.get("ratings"), 0), numbers);
        equality(ITEM.hidden, column("hidden"), Arbitraries.of(true, false));
        equality(ITEM.tags, column("tags"), texts.set().ofMinSize(1).ofMaxSize(3));
        equality(ITEM.ratings, column("ratings"), numbers.list().ofMaxSize(2));
        equality(
                ITEM.sizes,
                column("sizes"),
                Arbitraries.maps(Arbitraries.of("s", "a.b"), integers).ofMaxSize(2));

        leaves.add(texts.map(text -> beginsWith(ITEM.title.beginsWith(text), column("size"), Types.STRING, text)));
        leaves.add(bytes.map(part -> beginsWith(ITEM.photo.beginsWith(part), column("photo"), Types.BYTES, part)));
        leaves.add(texts.map(text -> contains(ITEM.title.contains(text), column("size"), Types.STRING, text)));
        leaves.add(bytes.map(part -> contains(ITEM.photo.contains(part), column("photo"), Types.BYTES, part)));
        leaves.add(texts.map(text -> contains(ITEM.tags.contains(text), column("tags"), Types.STRING, text)));
        leaves.add(numbers.map(one -> contains(ITEM.ratings.contains(one), column("ratings"), Types.LONG, one)));

        size(ITEM.title.size(), column("size"));
        size(ITEM.photo.size(), column("photo"));
        size(ITEM.tags.size(), column("tags"));
        size(ITEM.ratings.size(), column("ratings"));
        size(ITEM.sizes.size(), column("sizes"));

        beside(ITEM.stock, column("stock"), ITEM.sold, column("sold"));
        beside(ITEM.sold, column("sold"), element(0), item -> element(item.get("ratings"), 0));
        beside(element(0), item -> element(item.get("ratings"), 0), ITEM.stock, column("stock"));
    }

    /** Makes questions of other questions, to a depth. */
    static Arbitrary<Question> of(int depth) {
        Arbitrary<Question> leaves = Arbitraries.oneOf(new Questions().leaves);
        Arbitrary<Question> questions = leaves;
        for (int i = 0; i < depth; i++) {
            Arbitrary<Question> parts = questions;
            questions = Arbitraries.frequencyOf(
                    Tuple.of(2, leaves),
                    Tuple.of(2, parts.map(Question::not)),
                    Tuple.of(3, Combinators.combine(parts, parts).as(Question::and)),
                    Tuple.of(3, Combinators.combine(parts, parts).as(Question::or)));
        }
        return questions;
    }

    private <V> void equality(Path<Item, V> path, Way way, Arbitrary<V> values) {
        leaves.add(values.map(value ->
                new Question(path.eq(value), item -> DocumentedRules.equal(way.find(item), dump(path.type(), value)))));
        leaves.add(values.map(value -> new Question(
                path.ne(value), item -> !DocumentedRules.equal(way.find(item), dump(path.type(), value)))));
        leaves.add(values.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(some -> new Question(
                        path.in(some),
                        item -> some.stream()
                                .anyMatch(value -> DocumentedRules.equal(way.find(item), dump(path.type(), value))))));
        leaves.add(Arbitraries.of(
                new Question(path.exists(), item -> way.find(item) != null),
                new Question(path.notExists(), item -> way.find(item) == null),
                new Question(path.eq((V) null), item -> way.find(item) == null),
                new Question(path.ne((V) null), item -> way.find(item) != null)));
    }

    private <V> void ordered(OrderedPath<Item, V> path, Way way, Arbitrary<V> values) {
        equality(path, way, values);
        leaves.add(values.map(value -> order(path.lt(value), Operator.LT, way, dump(path.type(), value))));
        leaves.add(values.map(value -> order(path.le(value), Operator.LE, way, dump(path.type(), value))));
        leaves.add(values.map(value -> order(path.gt(value), Operator.GT, way, dump(path.type(), value))));
        leaves.add(values.map(value -> order(path.ge(value), Operator.GE, way, dump(path.type(), value))));
        leaves.add(Combinators.combine(values, values).as((one, other) -> {
            AttributeValue first = dump(path.type(), one);
            AttributeValue second = dump(path.type(), other);
            boolean inOrder = DocumentedRules.ordered(Operator.LE, first, second);
            AttributeValue least = inOrder ? first : second;
            AttributeValue most = inOrder ? second : first;
            return new Question(
                    inOrder ? path.between(one, other) : path.between(other, one),
                    item -> DocumentedRules.ordered(Operator.GE, way.find(item), least)
                            && DocumentedRules.ordered(Operator.LE, way.find(item), most));
        }));
    }

    private static Question order(Condition<Item> condition, Operator operator, Way way, AttributeValue value) {
        return new Question(condition, item -> DocumentedRules.ordered(operator, way.find(item), value));
    }

    private static <V> Question beginsWith(Condition<Item> condition, Way way, Type<V> type, V prefix) {
        return new Question(condition, item -> DocumentedRules.beginsWith(way.find(item), dump(type, prefix)));
    }

    private static <V> Question contains(Condition<Item> condition, Way way, Type<V> type, V part) {
        return new Question(condition, item -> DocumentedRules.contains(way.find(item), dump(type, part)));
    }

    private void size(Size<Item> size, Way way) {
        leaves.add(Arbitraries.integers().between(0, 4).flatMap(number -> {
            AttributeValue value = AttributeValue.fromN(Integer.toString(number));
            Way measured = item -> DocumentedRules.size(way.find(item));
            return Arbitraries.of(
                    new Question(size.eq(number), item -> DocumentedRules.equal(measured.find(item), value)),
                    new Question(size.ne(number), item -> !DocumentedRules.equal(measured.find(item), value)),
                    order(size.lt(number), Operator.LT, measured, value),
                    order(size.le(number), Operator.LE, measured, value),
                    order(size.gt(number), Operator.GT, measured, value),
                    order(size.ge(number), Operator.GE, measured, value));
        }));
    }

    private void beside(NumberPath<Item, Long> left, Way a, NumberPath<Item, Long> right, Way b) {
        leaves.add(Arbitraries.of(
                new Question(left.eq(right), item -> DocumentedRules.equal(a.find(item), b.find(item))),
                new Question(left.ne(right), item -> !DocumentedRules.equal(a.find(item), b.find(item))),
                new Question(left.lt(right), item -> DocumentedRules.ordered(Operator.LT, a.find(item), b.find(item))),
                new Question(left.le(right), item -> DocumentedRules.ordered(Operator.LE, a.find(item), b.find(item))),
                new Question(left.gt(right), item -> DocumentedRules.ordered(Operator.GT, a.find(item), b.find(item))),
                new Question(
                        left.ge(right), item -> DocumentedRules.ordered(Operator.GE, a.find(item), b.find(item)))));
    }

    private static Way column(String attribute) {
        return item -> item.get(attribute);
    }

    private static NumberPath<Item, Long> element(int index) {
        return new NestedPath.OfNumber<>(Step.element(ITEM.ratings, index), Types.LONG);
    }

    private static NumberPath<Item, Integer> member(String name) {
        return new NestedPath.OfNumber<>(Step.member(ITEM.sizes, name), Types.INTEGER);
    }

    private static @Nullable AttributeValue element(@Nullable AttributeValue list, int index) {
        return list != null && list.hasL() && list.l().size() > index ? list.l().get(index) : null;
    }

    private static @Nullable AttributeValue member(@Nullable AttributeValue map, String name) {
        return map != null && map.hasM() ? map.m().get(name) : null;
    }

    private static <V> AttributeValue dump(Type<V> type, V value) {
        return Objects.requireNonNull(AttributeValues.dump(type, value));
    }
}
