package io.bloop.type;

import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.BaseModel;
import io.bloop.model.Column;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import io.bloop.request.RequestObserver.Observation;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.Samples.Circle;
import io.bloop.type.Samples.Color;
import io.bloop.type.Samples.Group;
import io.bloop.type.Samples.Shape;
import io.bloop.wire.ItemsInterceptor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Saves objects with columns of many types, loads them from attribute values and from bytes, and saves them again. */
@Tag("once")
class NewerTypesInTheTableTests {

    /** An object with a value for some of the columns. */
    static final class Thing extends BaseModel {
        private String id;
        private final Map<String, Object> values = new HashMap<>();
    }

    private record Source<V>(Type<V> type, Arbitrary<V> values) {}

    private static final Map<String, Source<?>> SOURCES = new LinkedHashMap<>();

    static {
        Arbitrary<String> text = Arbitraries.strings().alpha().ofMaxLength(3);
        Arbitrary<Color> colors = Arbitraries.of(Color.class);
        Arbitrary<Date> dates =
                Arbitraries.longs().between(0, 4_000_000_000_000L).map(Date::new);
        Arbitrary<LocalDate> days = Arbitraries.longs().between(0, 20_000).map(LocalDate::ofEpochDay);
        Arbitrary<Shape> shapes = shapes(text);
        SOURCES.put(
                "character", new Source<>(Types.CHARACTER, Arbitraries.chars().alpha()));
        SOURCES.put("date", new Source<>(Types.DATE, dates));
        SOURCES.put(
                "characters",
                new Source<>(
                        listOf(Types.CHARACTER),
                        Arbitraries.chars().alpha().list().ofMaxSize(3)));
        SOURCES.put("dates", new Source<>(Types.setOf(Types.DATE), dates.set().ofMaxSize(3)));
        SOURCES.put(
                "byColor",
                new Source<>(mapOf(Types.enumOf(Color.class), Types.LONG), maps(colors, Arbitraries.longs())));
        SOURCES.put(
                "byId",
                new Source<>(
                        mapOf(Types.UUID, listOf(Types.DATE)),
                        maps(Samples.uuids(), dates.list().ofMaxSize(2))));
        SOURCES.put(
                "byNumber",
                new Source<>(mapOf(Types.INTEGER, Types.STRING), maps(Arbitraries.integers(), text.injectNull(0.2))));
        SOURCES.put(
                "byDay",
                new Source<>(
                        mapOf(Types.LOCAL_DATE, mapOf(Types.BOOLEAN)),
                        maps(days, maps(text.map(one -> one + "x"), Arbitraries.of(true, false)))));
        SOURCES.put("shape", new Source<>(Samples.SHAPE, shapes));
        SOURCES.put(
                "shapes",
                new Source<>(
                        listOf(Samples.SHAPE), shapes.injectNull(0.2).list().ofMaxSize(3)));
        SOURCES.put(
                "shapeByColor", new Source<>(mapOf(Types.enumOf(Color.class), Samples.SHAPE), maps(colors, shapes)));
    }

    private static Arbitrary<Shape> shapes(Arbitrary<String> text) {
        Arbitrary<Shape> circles = Combinators.combine(Arbitraries.integers().injectNull(0.2), text.injectNull(0.2))
                .as(Circle::new);
        return Arbitraries.oneOf(
                circles,
                Combinators.combine(circles.injectNull(0.2).list().ofMaxSize(2), text)
                        .as(Group::new));
    }

    private static <K, V> Arbitrary<Map<K, V>> maps(Arbitrary<K> keys, Arbitrary<V> values) {
        return Arbitraries.maps(keys, values).ofMaxSize(3).map(HashMap::new);
    }

    /** A column of each type. */
    private static final class ThingModel extends ModelDefinition<Thing> {

        static final ThingModel THING = new ThingModel();

        private ThingModel() {
            super(Thing.class, "NewerTypes");
            column("id", Types.STRING)
                    .getter(thing -> thing.id)
                    .setter((thing, id) -> thing.id = id)
                    .hashKey();
            SOURCES.forEach((name, source) -> declare(name, source.type()));
        }

        @SuppressWarnings("unchecked") // values are those of the type
        private <V> Column<Thing, V> declare(String name, Type<V> type) {
            return column(name, type)
                    .getter(thing -> (V) thing.values.get(name))
                    .setter((thing, value) -> thing.values.put(name, value));
        }

        @Override
        protected Thing create(Values<Thing> values) {
            return new Thing();
        }
    }

    /** An engine that counts its updates. */
    private static final class Counting {

        static final Counting PLAIN = new Counting(LocalDynamoDb.clientBuilder().build());
        static final Counting FROM_BYTES = new Counting(LocalDynamoDb.clientBuilder()
                .overrideConfiguration(c -> c.addExecutionInterceptor(new ItemsInterceptor()))
                .build());

        final AtomicInteger updates = new AtomicInteger();
        final BloopTemplate<Thing> things;

        private Counting(DynamoDbClient client) {
            this.things = Engine.builder(client)
                    .observer((operation, target) -> {
                        if (operation.equals("UpdateItem")) {
                            updates.incrementAndGet();
                        }
                        return Observation.NONE;
                    })
                    .build()
                    .template(ThingModel.THING);
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> values() {
        List<Arbitrary<Object>> all = new ArrayList<>();
        SOURCES.values().forEach(source -> all.add(source.values().asGeneric().injectNull(0.2)));
        List<String> names = List.copyOf(SOURCES.keySet());
        return Combinators.combine(all).as(values -> {
            Map<String, Object> named = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                named.put(names.get(i), values.get(i));
            }
            return named;
        });
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    @Label("T7 T8 every value comes back from the table, and is not written again by a save that changes nothing")
    void everyValueComesBackFromTheTable(@ForAll("values") Map<String, Object> values, @ForAll boolean fromBytes) {
        Counting engine = fromBytes ? Counting.FROM_BYTES : Counting.PLAIN;
        Thing thing = new Thing();
        thing.id = "try-" + Thread.currentThread().getId();
        thing.values.putAll(values);
        engine.things.replace(thing);
        Thing found = engine.things.find(thing.id).orElseThrow();
        SOURCES.forEach((name, source) ->
                assertThat(found.values.get(name)).isEqualTo(expected(source.type(), values.get(name))));
        int before = engine.updates.get();
        engine.things.save(found);
        assertThat(engine.updates).hasValue(before);
    }

    private static @Nullable Object expected(Type<?> type, @Nullable Object value) {
        return value == null ? type.absent() : value;
    }
}
