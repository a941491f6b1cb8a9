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
            for (String name : List.of("title", "pages", "cover", "tags", "notes", "counts", "nested")) {
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
            default -> AttributeValue.fromL(any.some(() -> AttributeValue.fromNs(any.some(any::wholeNumber))));
        };
    }

    @Property(tries = 500)
    void objectsBaselinesKeysAndErrorsAreEqual(
            @ForAll("items") Map<String, AttributeValue> item, @ForAll boolean partly) {
        Read fromBytes = read(ReceivedItem.of(item), partly);
        Read fromValues = read(StoredItem.of(item), partly);
        assertThat(fromBytes).usingRecursiveComparison().isEqualTo(fromValues);
    }
}
