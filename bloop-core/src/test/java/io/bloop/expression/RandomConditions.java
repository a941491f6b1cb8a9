package io.bloop.expression;

import static io.bloop.expression.Item.Model.ITEM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import io.bloop.type.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes conditions of every kind, each with what it means. */
final class RandomConditions {

    /** A condition and what it means; of a joined one also the parts, to find the least that goes wrong. */
    record Case(Condition<Item> condition, Predicate<Map<String, AttributeValue>> holds, List<Case> parts) {

        static Case of(Condition<Item> condition, Predicate<Map<String, AttributeValue>> holds) {
            return new Case(condition, holds, List.of());
        }
    }

    /** A place and how it is found in an item. */
    private record Place<P>(P path, Function<Map<String, AttributeValue>, AttributeValue> find) {

        AttributeValue in(Map<String, AttributeValue> item) {
            return find.apply(item);
        }
    }

    private static <P extends Path<Item, ?>> Place<P> column(P path) {
        return new Place<>(path, item -> item.get(path.attribute()));
    }

    private static final List<Place<NumberPath<Item, Long>>> LONGS =
            List.of(column(ITEM.stock), column(ITEM.sold), element(0), element(1));

    private static final List<Place<? extends Path<Item, ?>>> ALL = List.of(
            column(ITEM.title),
            column(ITEM.stock),
            column(ITEM.hidden),
            column(ITEM.photo),
            column(ITEM.tags),
            column(ITEM.ratings),
            column(ITEM.sizes),
            element(0),
            member("a.b"));

    private static Place<NumberPath<Item, Long>> element(int index) {
        return new Place<>(ITEM.ratings.at(index).asNumber(), item -> {
            AttributeValue list = item.get("ratings");
            return list != null && list.hasL() && index < list.l().size()
                    ? list.l().get(index)
                    : null;
        });
    }

    private static Place<NumberPath<Item, Integer>> member(String name) {
        return new Place<>(ITEM.sizes.key(name).asNumber(), item -> {
            AttributeValue map = item.get("sizes");
            return map != null && map.hasM() ? map.m().get(name) : null;
        });
    }

    /** Has a size. */
    private record Sized(Size<Item> size, String attribute) {

        AttributeValue in(Map<String, AttributeValue> item) {
            return DynamoDbRules.size(item.get(attribute));
        }
    }

    private static final List<Sized> SIZES = List.of(
            new Sized(ITEM.title.size(), "size"),
            new Sized(ITEM.photo.size(), "photo"),
            new Sized(ITEM.tags.size(), "tags"),
            new Sized(ITEM.ratings.size(), "ratings"),
            new Sized(ITEM.sizes.size(), "sizes"));

    private final Random random;
    private final RandomItems values;

    RandomConditions(Random random) {
        this.random = random;
        this.values = new RandomItems(random);
    }

    Case next(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaf();
        }
        Case left = next(depth - 1);
        if (random.nextInt(4) == 0) {
            return new Case(left.condition().not(), left.holds().negate(), List.of(left));
        }
        Case right = next(depth - 1);
        return random.nextBoolean()
                ? new Case(
                        left.condition().and(right.condition()), left.holds().and(right.holds()), List.of(left, right))
                : new Case(
                        left.condition().or(right.condition()), left.holds().or(right.holds()), List.of(left, right));
    }

    private Case leaf() {
        return switch (random.nextInt(13)) {
            case 0 -> presence();
            case 1 -> type();
            case 2 -> numberWithValue();
            case 3 -> numberWithNumber();
            case 4 -> textWithValue();
            case 5 -> textPart();
            case 6 -> bytes();
            case 7 -> element();
            case 8 -> size();
            case 9 -> among();
            case 10 -> whole();
            case 11 -> amongPlaces();
            default -> between();
        };
    }

    private Case presence() {
        Place<? extends Path<Item, ?>> place = values.any(ALL);
        return switch (random.nextInt(4)) {
            case 0 -> Case.of(place.path().exists(), item -> place.in(item) != null);
            case 1 -> Case.of(place.path().notExists(), item -> place.in(item) == null);
            case 2 -> Case.of(isNothing(place.path()), item -> saysNothing(place.in(item)));
            default -> Case.of(isNothing(place.path()).not(), item -> !saysNothing(place.in(item)));
        };
    }

    private static <V> Condition<Item> isNothing(Path<Item, V> path) {
        V none = null;
        return path.eq(none);
    }

    private static boolean saysNothing(AttributeValue found) {
        return found == null || found.nul() != null;
    }

    private Case type() {
        Place<? extends Path<Item, ?>> place = values.any(ALL);
        Tag tag = values.any(List.of(Tag.values()));
        return Case.of(place.path().hasType(tag), item -> DynamoDbRules.hasType(place.in(item), tag.name()));
    }

    private Case numberWithValue() {
        if (random.nextBoolean()) {
            Place<NumberPath<Item, Long>> place = values.any(LONGS);
            return compared(place, values.any(RandomItems.NUMBERS));
        }
        return random.nextBoolean()
                ? compared(column(ITEM.price), new BigDecimal(values.any(RandomItems.NUMBERS) + ".0"))
                : compared(member(values.any(List.of("s", "a.b"))), random.nextInt(4));
    }

    private <V> Case compared(Place<? extends OrderedPath<Item, V>> place, V value) {
        return compared(place, value, fromN(value.toString()));
    }

    private <V> Case compared(Place<? extends OrderedPath<Item, V>> place, V value, AttributeValue raw) {
        OrderedPath<Item, V> path = place.path();
        return switch (random.nextInt(6)) {
            case 0 -> Case.of(path.eq(value), item -> DynamoDbRules.isEqual(place.in(item), raw));
            case 1 -> Case.of(path.ne(value), item -> DynamoDbRules.isDifferent(place.in(item), raw));
            case 2 -> Case.of(path.lt(value), item -> DynamoDbRules.isLess(place.in(item), raw));
            case 3 -> Case.of(path.le(value), item -> DynamoDbRules.isAtMost(place.in(item), raw));
            case 4 -> Case.of(path.gt(value), item -> DynamoDbRules.isLess(raw, place.in(item)));
            default -> Case.of(path.ge(value), item -> DynamoDbRules.isAtMost(raw, place.in(item)));
        };
    }

    private Case numberWithNumber() {
        List<Place<NumberPath<Item, Long>>> two = twoOf(LONGS);
        Place<NumberPath<Item, Long>> left = two.get(0);
        Place<NumberPath<Item, Long>> right = two.get(1);
        NumberPath<Item, Long> path = left.path();
        return switch (random.nextInt(6)) {
            case 0 -> Case.of(path.eq(right.path()), item -> DynamoDbRules.isEqual(left.in(item), right.in(item)));
            case 1 -> Case.of(path.ne(right.path()), item -> DynamoDbRules.isDifferent(left.in(item), right.in(item)));
            case 2 -> Case.of(path.lt(right.path()), item -> DynamoDbRules.isLess(left.in(item), right.in(item)));
            case 3 -> Case.of(path.le(right.path()), item -> DynamoDbRules.isAtMost(left.in(item), right.in(item)));
            case 4 -> Case.of(path.gt(right.path()), item -> DynamoDbRules.isLess(right.in(item), left.in(item)));
            default -> Case.of(path.ge(right.path()), item -> DynamoDbRules.isAtMost(right.in(item), left.in(item)));
        };
    }

    /** Returns two that differ, since DynamoDB compares nothing with itself. */
    private <X> List<X> twoOf(List<X> all) {
        List<X> left = new ArrayList<>(all);
        X first = left.remove(random.nextInt(left.size()));
        return List.of(first, left.get(random.nextInt(left.size())));
    }

    private Case textWithValue() {
        String text = values.any(RandomItems.TEXTS);
        return compared(column(ITEM.title), text, fromS(text));
    }

    private Case textPart() {
        Place<? extends StringPath<Item, String>> title = column(ITEM.title);
        String text = values.any(RandomItems.TEXTS);
        return switch (random.nextInt(4)) {
            case 0 ->
                Case.of(ITEM.title.beginsWith(text), item -> DynamoDbRules.beginsWith(title.in(item), fromS(text)));
            case 1 -> Case.of(ITEM.title.contains(text), item -> DynamoDbRules.contains(title.in(item), fromS(text)));
            case 2 ->
                Case.of(
                        ITEM.id.beginsWith(ITEM.title),
                        item -> DynamoDbRules.beginsWith(item.get("id"), title.in(item)));
            default ->
                Case.of(ITEM.title.contains(ITEM.id), item -> DynamoDbRules.contains(title.in(item), item.get("id")));
        };
    }

    private Case bytes() {
        Place<? extends BinaryPath<Item, byte[]>> photo = column(ITEM.photo);
        byte[] bytes = values.any(RandomItems.BYTES);
        AttributeValue raw = fromB(SdkBytes.fromByteArray(bytes));
        return switch (random.nextInt(3)) {
            case 0 -> compared(photo, bytes, raw);
            case 1 -> Case.of(ITEM.photo.beginsWith(bytes), item -> DynamoDbRules.beginsWith(photo.in(item), raw));
            default -> Case.of(ITEM.photo.contains(bytes), item -> DynamoDbRules.contains(photo.in(item), raw));
        };
    }

    private Case element() {
        String text = values.any(RandomItems.TEXTS);
        Long number = values.any(RandomItems.NUMBERS);
        return switch (random.nextInt(4)) {
            case 0 -> Case.of(ITEM.tags.contains(text), item -> DynamoDbRules.contains(item.get("tags"), fromS(text)));
            case 1 ->
                Case.of(
                        ITEM.ratings.contains(number),
                        item -> DynamoDbRules.contains(item.get("ratings"), fromN(number.toString())));
            case 2 ->
                Case.of(
                        ITEM.tags.contains(ITEM.title),
                        item -> DynamoDbRules.contains(item.get("tags"), item.get("size")));
            default ->
                Case.of(
                        ITEM.ratings.contains(ITEM.stock),
                        item -> DynamoDbRules.contains(item.get("ratings"), item.get("stock")));
        };
    }

    private Case size() {
        List<Sized> two = twoOf(SIZES);
        Sized left = two.get(0);
        Sized right = two.get(1);
        int number = random.nextInt(4);
        AttributeValue raw = fromN(Integer.toString(number));
        return switch (random.nextInt(9)) {
            case 0 -> Case.of(left.size().eq(number), item -> DynamoDbRules.isEqual(left.in(item), raw));
            case 1 -> Case.of(left.size().ne(number), item -> DynamoDbRules.isDifferent(left.in(item), raw));
            case 2 -> Case.of(left.size().lt(number), item -> DynamoDbRules.isLess(left.in(item), raw));
            case 3 -> Case.of(left.size().ge(number), item -> DynamoDbRules.isAtMost(raw, left.in(item)));
            case 4 ->
                Case.of(
                        left.size().between(number, number + 1),
                        item -> DynamoDbRules.isBetween(left.in(item), raw, fromN(Integer.toString(number + 1))));
            case 5 ->
                Case.of(left.size().eq(right.size()), item -> DynamoDbRules.isEqual(left.in(item), right.in(item)));
            case 6 ->
                Case.of(left.size().le(right.size()), item -> DynamoDbRules.isAtMost(left.in(item), right.in(item)));
            case 7 ->
                Case.of(
                        left.size().ne(ITEM.stock),
                        item -> DynamoDbRules.isDifferent(left.in(item), item.get("stock")));
            default ->
                Case.of(left.size().gt(ITEM.stock), item -> DynamoDbRules.isLess(item.get("stock"), left.in(item)));
        };
    }

    private Case among() {
        if (random.nextInt(5) == 0) {
            List<Long> many = LongStream.range(0, 101 + random.nextInt(150))
                    .map(i -> i * 2)
                    .boxed()
                    .toList();
            return Case.of(
                    ITEM.stock.in(many),
                    item -> many.stream()
                            .anyMatch(number -> DynamoDbRules.isEqual(item.get("stock"), fromN(number.toString()))));
        }
        Set<String> texts = values.some(RandomItems.TEXTS);
        return Case.of(
                ITEM.title.in(texts),
                item -> texts.stream().anyMatch(text -> DynamoDbRules.isEqual(item.get("size"), fromS(text))));
    }

    private Case amongPlaces() {
        List<Place<NumberPath<Item, Long>>> two = twoOf(LONGS.subList(1, LONGS.size()));
        Place<NumberPath<Item, Long>> first = two.get(0);
        Place<NumberPath<Item, Long>> second = two.get(1);
        Sized sized = values.any(SIZES);
        return switch (random.nextInt(3)) {
            case 0 ->
                Case.of(
                        ITEM.stock.in(first.path(), second.path()),
                        item -> DynamoDbRules.isEqual(item.get("stock"), first.in(item))
                                || DynamoDbRules.isEqual(item.get("stock"), second.in(item)));
            case 1 ->
                Case.of(
                        sized.size().in(first.path(), second.path()),
                        item -> DynamoDbRules.isEqual(sized.in(item), first.in(item))
                                || DynamoDbRules.isEqual(sized.in(item), second.in(item)));
            default ->
                Case.of(
                        sized.size().in(List.of(0, 2)),
                        item -> DynamoDbRules.isEqual(sized.in(item), fromN("0"))
                                || DynamoDbRules.isEqual(sized.in(item), fromN("2")));
        };
    }

    private Case whole() {
        boolean hidden = random.nextBoolean();
        Set<String> tags = values.some(RandomItems.TEXTS);
        List<Long> ratings = List.copyOf(values.some(RandomItems.NUMBERS));
        AttributeValue list =
                fromL(ratings.stream().map(number -> fromN(number.toString())).toList());
        return switch (random.nextInt(4)) {
            case 0 ->
                Case.of(ITEM.hidden.eq(hidden), item -> DynamoDbRules.isEqual(item.get("hidden"), fromBool(hidden)));
            case 1 ->
                Case.of(
                        ITEM.hidden.ne(hidden),
                        item -> DynamoDbRules.isDifferent(item.get("hidden"), fromBool(hidden)));
            case 2 ->
                Case.of(ITEM.tags.eq(tags), item -> DynamoDbRules.isEqual(item.get("tags"), fromSs(List.copyOf(tags))));
            default -> Case.of(ITEM.ratings.ne(ratings), item -> DynamoDbRules.isDifferent(item.get("ratings"), list));
        };
    }

    private Case between() {
        if (random.nextBoolean()) {
            List<Place<NumberPath<Item, Long>>> two = twoOf(LONGS.subList(1, LONGS.size()));
            return Case.of(
                    ITEM.stock.between(two.get(0).path(), two.get(1).path()),
                    item -> DynamoDbRules.isBetween(
                            item.get("stock"), two.get(0).in(item), two.get(1).in(item)));
        }
        if (random.nextBoolean()) {
            Place<NumberPath<Item, Long>> other = values.any(LONGS.subList(1, LONGS.size()));
            Long number = values.any(RandomItems.NUMBERS);
            AttributeValue raw = fromN(number.toString());
            return random.nextBoolean()
                    ? Case.of(
                            ITEM.stock.between(number, other.path()),
                            item -> DynamoDbRules.isBetween(item.get("stock"), raw, other.in(item)))
                    : Case.of(
                            ITEM.stock.between(other.path(), number),
                            item -> DynamoDbRules.isBetween(item.get("stock"), other.in(item), raw));
        }
        List<Long> bounds = twoOf(RandomItems.NUMBERS).stream().sorted().toList();
        Place<NumberPath<Item, Long>> place = values.any(LONGS);
        return Case.of(
                place.path().between(bounds.get(0), bounds.get(1)),
                item -> DynamoDbRules.isBetween(
                        place.in(item),
                        fromN(bounds.get(0).toString()),
                        fromN(bounds.get(1).toString())));
    }
}
