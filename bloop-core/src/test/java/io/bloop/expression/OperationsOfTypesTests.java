package io.bloop.expression;

import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOfAny;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.model.Column;
import io.bloop.model.KeyColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.AttributeValues;
import io.bloop.type.DocumentType;
import io.bloop.type.Member;
import io.bloop.type.MemberValues;
import io.bloop.type.Tag;
import io.bloop.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compares what DynamoDB finds by each operation of each type with what the Java values say. */
class OperationsOfTypesTests {

    /** An object of any columns. */
    record Thing(Map<String, Object> values) {}

    private record Box<V>(V value) {}

    private static final class BoxType<V> extends DocumentType<Box<V>> {

        private final Member<Box<V>, V> value;

        @SuppressWarnings("unchecked") // a class has no type arguments
        BoxType(Type<V> type) {
            super((Class<Box<V>>) (Class<?>) Box.class);
            value = member("v", type).getter(Box::value);
        }

        @Override
        protected Box<V> create(MemberValues<Box<V>> values) {
            return new Box<>(values.get(value));
        }
    }

    private static final class BoxPath<M, V> extends DocumentPath<M, Box<V>> {

        BoxPath(Path<M, Box<V>> place) {
            super(place);
        }

        Path<M, V> value(Type<V> type) {
            return NestedPath.of(PathSegment.member(place(), "v"), type);
        }
    }

    /** A model of objects of any columns. */
    private abstract static class AnyModel extends ModelDefinition<Thing> {

        AnyModel() {
            super(Thing.class);
        }

        final <X> Column<Thing, X> any(String name, Type<X> type) {
            return column(name, type).getter(thing -> value(thing, name));
        }

        @SuppressWarnings("unchecked") // objects are filled with the values of their columns
        private static <X> X value(Thing thing, String name) {
            return (X) thing.values().get(name);
        }

        @Override
        protected final Thing create(Values<Thing> values) {
            Map<String, Object> all = new HashMap<>();
            columns().forEach(column -> all.put(column.name(), values.get(column)));
            return new Thing(all);
        }
    }

    /** Has a column of a type, and what holds values of that type. */
    private static final class ThingModel<V> extends AnyModel {

        private final List<Path<Thing, V>> places;
        private final ListPath<Thing, V> list;
        private final @Nullable SetPath<Thing, V> set;

        ThingModel(Type<V> type) {
            ((StringColumn<Thing, String>) any("id", STRING)).hashKey();
            Column<Thing, V> plain = any("plain", type);
            list = (ListPath<Thing, V>) any("list", listOf(type));
            MapPath<Thing, String, V> map = (MapPath<Thing, String, V>) any("map", mapOf(type));
            BoxPath<Thing, V> document = new BoxPath<>(any("document", new BoxType<>(type)));
            places = List.of(plain, list.at(0), map.key("k.1"), document.value(type));
            set = ELEMENTS.contains(type.tag()) ? (SetPath<Thing, V>) any("set", setOfAny(type)) : null;
        }
    }

    /** Has a range key of a type. */
    private static final class KeyedModel<V> extends AnyModel {

        private final StringColumn<Thing, String> hash = (StringColumn<Thing, String>) any("hash", STRING);
        private final Column<Thing, V> range;

        KeyedModel(Type<V> type) {
            hash.hashKey();
            range = any("range", type);
            ((KeyColumn<Thing, V>) range).rangeKey();
            any("id", STRING);
        }
    }

    /** A condition with what it means for a Java value. */
    private record Case<V>(Condition<Thing> condition, Predicate<V> holds) {}

    private static final Set<Tag> ELEMENTS = EnumSet.of(Tag.S, Tag.N, Tag.B);
    private static final Set<AttributeValue.Type> ORDERED =
            EnumSet.of(AttributeValue.Type.S, AttributeValue.Type.N, AttributeValue.Type.B);

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static <V> AttributeValue dump(Type<V> type, V value) {
        return AttributeValues.dump(type, value);
    }

    private static <V> boolean isSame(TypeValues<V> type, V left, V right) {
        return type.type().isSame(left, type.type().remember(right));
    }

    /** Makes every condition that the places of a model have. */
    private static <V> List<Case<V>> cases(TypeValues<V> type, ThingModel<V> model) {
        List<Case<V>> cases = new ArrayList<>();
        V last = type.values().get(type.values().size() - 1);
        for (V value : type.values()) {
            Predicate<V> same = one -> isSame(type, one, value);
            for (Path<Thing, V> path : model.places) {
                cases.add(new Case<>(path.eq(value), same));
                cases.add(new Case<>(path.ne(value), same.negate()));
                cases.add(new Case<>(path.in(List.of(value, last)), same.or(one -> isSame(type, one, last))));
                addOrders(cases, type, path, value);
            }
            cases.add(new Case<>(model.list.contains(value), same));
            if (model.set != null) {
                cases.add(new Case<>(model.set.contains(value), same));
            }
        }
        for (Path<Thing, V> path : model.places) {
            if (path instanceof StringPath<Thing, V> text) {
                addParts(cases, type, text);
            } else if (path instanceof BinaryPath<Thing, V> binary) {
                addPrefixes(cases, type, binary);
            }
        }
        return cases;
    }

    private static <V> void addOrders(List<Case<V>> cases, TypeValues<V> type, Path<Thing, V> path, V value) {
        AttributeValue raw = dump(type.type(), value);
        if (path instanceof OrderedPath<Thing, V> ordered && ORDERED.contains(raw.type())) {
            cases.add(new Case<>(ordered.lt(value), one -> DynamoDbRules.isLess(dump(type.type(), one), raw)));
            cases.add(new Case<>(ordered.le(value), one -> DynamoDbRules.isAtMost(dump(type.type(), one), raw)));
            cases.add(new Case<>(ordered.gt(value), one -> DynamoDbRules.isLess(raw, dump(type.type(), one))));
            cases.add(new Case<>(ordered.ge(value), one -> DynamoDbRules.isAtMost(raw, dump(type.type(), one))));
            cases.add(new Case<>(
                    ordered.between(value, value), one -> DynamoDbRules.isBetween(dump(type.type(), one), raw, raw)));
        }
    }

    private static <V> void addParts(List<Case<V>> cases, TypeValues<V> type, StringPath<Thing, V> path) {
        String stored = dump(type.type(), type.values().get(0)).s();
        String start = stored.substring(0, 1);
        String end = stored.substring(stored.length() / 2);
        cases.add(new Case<>(
                path.beginsWith(start), one -> dump(type.type(), one).s().startsWith(start)));
        cases.add(
                new Case<>(path.contains(end), one -> dump(type.type(), one).s().contains(end)));
        cases.add(new Case<>(
                path.size().eq(stored.length()),
                one -> dump(type.type(), one).s().length() == stored.length()));
    }

    /** Adds a prefix of each length, since base64 does not divide everywhere. */
    private static <V> void addPrefixes(List<Case<V>> cases, TypeValues<V> type, BinaryPath<Thing, V> path) {
        for (int length = 0; length <= 5; length++) {
            byte[] prefix = Arrays.copyOf(TypeValues.bytes(1, 2, 3, 250, 251), length);
            cases.add(new Case<>(
                    path.beginsWith(prefix), one -> beginsWith(type.bytes().apply(one), prefix)));
        }
    }

    private static boolean beginsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(Arrays.copyOf(bytes, prefix.length), prefix);
    }

    static Stream<TypeValues<?>> all() {
        return TypeValues.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("C10 every operation of every type finds what the values say, in columns and inside of them")
    <V> void findsWhatTheValuesSay(TypeValues<V> type) {
        ThingModel<V> model = new ThingModel<>(type.type());
        BloopTemplate<Thing> things = dynamoDb.engine().template(model);
        for (int i = 0; i < type.values().size(); i++) {
            things.save(thing(type, model, i));
        }
        assertThat(cases(type, model))
                .allSatisfy(one -> assertThat(found(things, one.condition())).isEqualTo(meant(type, one.holds())));
    }

    static Stream<TypeValues<?>> scalars() {
        return TypeValues.scalars();
    }

    @ParameterizedTest
    @MethodSource("scalars")
    @DisplayName("C10 every key condition of every type finds what the values say")
    <V> void queriesWhatTheValuesSay(TypeValues<V> type) {
        KeyedModel<V> model = new KeyedModel<>(type.type());
        BloopTemplate<Thing> things = dynamoDb.engine().template(model);
        for (int i = 0; i < type.values().size(); i++) {
            String id = Integer.toString(i);
            things.save(new Thing(Map.of("hash", "h", "range", type.values().get(i), "id", id)));
        }
        assertThat(keyCases(type, model.range))
                .allSatisfy(one -> assertThat(ids(things.query()
                                .where(model.hash.eq("h").and(one.condition()))
                                .all()))
                        .isEqualTo(meant(type, one.holds())));
    }

    private static <V> List<Case<V>> keyCases(TypeValues<V> type, Path<Thing, V> range) {
        List<Case<V>> cases = new ArrayList<>();
        for (V value : type.values()) {
            cases.add(new Case<>(range.eq(value), one -> isSame(type, one, value)));
            addOrders(cases, type, range, value);
        }
        if (range instanceof StringPath<Thing, V> text) {
            String start = dump(type.type(), type.values().get(0)).s().substring(0, 1);
            cases.add(new Case<>(
                    text.beginsWith(start), one -> dump(type.type(), one).s().startsWith(start)));
        } else if (range instanceof BinaryPath<Thing, V> binary) {
            byte[] prefix = TypeValues.bytes(1, 2, 3);
            cases.add(new Case<>(
                    binary.beginsWith(prefix), one -> beginsWith(type.bytes().apply(one), prefix)));
        }
        return cases;
    }

    private static <V> Thing thing(TypeValues<V> type, ThingModel<V> model, int index) {
        V value = type.values().get(index);
        Map<String, Object> values = new HashMap<>();
        values.put("id", Integer.toString(index));
        values.put("plain", value);
        values.put("list", List.of(value));
        values.put("map", Map.of("k.1", value));
        values.put("document", new Box<>(value));
        if (model.set != null) {
            values.put("set", Set.of(value));
        }
        return new Thing(values);
    }

    private static TreeSet<String> found(BloopTemplate<Thing> things, Condition<Thing> condition) {
        return ids(things.scan().filter(condition).all());
    }

    private static TreeSet<String> ids(List<Thing> things) {
        return things.stream()
                .map(thing -> (String) thing.values().get("id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <V> TreeSet<String> meant(TypeValues<V> type, Predicate<V> holds) {
        TreeSet<String> meant = new TreeSet<>();
        for (int i = 0; i < type.values().size(); i++) {
            if (holds.test(type.values().get(i))) {
                meant.add(Integer.toString(i));
            }
        }
        return meant;
    }
}
