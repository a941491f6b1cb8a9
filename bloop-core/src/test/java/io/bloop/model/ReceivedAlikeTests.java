package io.bloop.model;

import static io.bloop.testing.Mappings.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.type.InvalidValue;
import io.bloop.type.StoredItem;
import io.bloop.wire.RandomAttributes;
import io.bloop.wire.internal.ReceivedItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads items of which nothing is certain from attribute values and from bytes, which has to come to the same. */
@Tag("once")
class ReceivedAlikeTests {

    private static final Notebook.LiveModel MODEL = new Notebook.LiveModel();
    private static final Object ENGINE = new Object();

    /** An object, what it remembers, and its key; or why there is none. */
    private record Read(
            @Nullable Map<String, AttributeValue> object,
            @Nullable Object @Nullable [] remembered,
            @Nullable Key<?> key,
            @Nullable String failure) {}

    private static Read read(StoredItem item, boolean partly) {
        Set<Column<Notebook.Live, ?>> loaded =
                partly ? Set.copyOf(MODEL.columns().subList(0, MODEL.columns().size() / 2)) : null;
        try {
            Notebook.Live object = mapping(MODEL).read(item, loaded, ENGINE);
            return new Read(
                    mapping(MODEL).item(object),
                    object.baseline().remembered(ENGINE),
                    mapping(MODEL).itemKey(item),
                    null);
        } catch (InvalidValue | MissingKey ex) {
            return new Read(null, null, null, ex.getMessage());
        }
    }

    @Provide
    Arbitrary<Map<String, AttributeValue>> items() {
        return Arbitraries.randomValue(random -> {
            RandomAttributes any = new RandomAttributes(random);
            Map<String, AttributeValue> item = new LinkedHashMap<>();
            if (random.nextInt(20) > 0) {
                item.put("id", AttributeValue.fromS("1"));
            }
            item.put("unknown", any.value(2));
            for (String name :
                    List.of("title", "pages", "cover", "tags", "notes", "counts", "nested", "place", "shapes")) {
                int chance = random.nextInt(20);
                if (chance == 0) {
                    item.put(name, any.value(2));
                } else if (chance < 14) {
                    item.put(name, usual(name, any));
                } else if (chance < 16) {
                    item.put(name, AttributeValue.fromNul(true));
                }
            }
            return item;
        });
    }

    private static AttributeValue usual(String name, RandomAttributes any) {
        return switch (name) {
            case "title" -> AttributeValue.fromS(any.text());
            case "pages" -> AttributeValue.fromN(any.wholeNumber());
            case "cover" -> AttributeValue.fromB(any.bytes());
            case "tags" -> AttributeValue.fromSs(any.some(any::text));
            case "notes" -> AttributeValue.fromL(any.some(() -> AttributeValue.fromS(any.text())));
            case "counts" -> AttributeValue.fromM(Map.of(any.text(), AttributeValue.fromN(any.wholeNumber())));
            case "nested" -> AttributeValue.fromL(any.some(() -> AttributeValue.fromNs(any.some(any::wholeNumber))));
            case "place" -> place(any);
            default -> AttributeValue.fromL(any.some(() -> shape(any)));
        };
    }

    /** Returns a document that may lack each of its members, and may have more. */
    private static AttributeValue place(RandomAttributes any) {
        Map<String, AttributeValue> place = new LinkedHashMap<>();
        maybe(place, "city", AttributeValue.fromS(any.text()));
        maybe(place, "rooms", AttributeValue.fromL(any.some(() -> room(any))));
        maybe(place, "byName", AttributeValue.fromM(Map.of("1", room(any))));
        maybe(place, "more", any.value(2));
        return AttributeValue.fromM(place);
    }

    private static AttributeValue room(RandomAttributes any) {
        Map<String, AttributeValue> room = new LinkedHashMap<>();
        maybe(room, "name", AttributeValue.fromS(any.text()));
        maybe(room, "size", any.value(1));
        return AttributeValue.fromM(room);
    }

    private static AttributeValue shape(RandomAttributes any) {
        Map<String, AttributeValue> shape = new LinkedHashMap<>();
        boolean isCircle = any.text().length() % 2 == 0;
        shape.put("type", AttributeValue.fromS(isCircle ? "circle" : "square"));
        maybe(shape, isCircle ? "radius" : "side", isCircle ? AttributeValue.fromN("3") : AttributeValue.fromS("4"));
        maybe(shape, "more", any.value(1));
        return AttributeValue.fromM(shape);
    }

    private static void maybe(Map<String, AttributeValue> map, String name, AttributeValue value) {
        int chance = value.hashCode() % 4;
        if (chance == 0) {
            map.put(name, AttributeValue.fromNul(true));
        } else if (chance > 0) {
            map.put(name, value);
        }
    }

    @Property(tries = 500)
    void objectsBaselinesKeysAndErrorsAreEqual(
            @ForAll("items") Map<String, AttributeValue> item, @ForAll boolean partly) {
        Read fromBytes = read(ReceivedItem.of(item), partly);
        Read fromValues = read(StoredItem.of(item), partly);
        assertThat(fromBytes).usingRecursiveComparison().isEqualTo(fromValues);
    }

    @Property(tries = 300)
    void anItemHasNothingOfTheOnesBeforeItInItsResponse(@ForAll("several") List<Map<String, AttributeValue>> items) {
        List<StoredItem> received = ReceivedItem.all(items);
        for (int i = 0; i < items.size(); i++) {
            Read fromBytes = read(received.get(i), false);
            Read fromValues = read(StoredItem.of(items.get(i)), false);
            assertThat(fromBytes).usingRecursiveComparison().isEqualTo(fromValues);
        }
    }

    @Provide
    Arbitrary<List<Map<String, AttributeValue>>> several() {
        return items().list().ofMaxSize(5);
    }
}
