package io.bloop.write;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.read.Consistency.STRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.BaseModel;
import io.bloop.model.BinaryColumn;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.KeyColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.BinaryType;
import io.bloop.type.StringType;
import io.bloop.type.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Covers items whose keys are stored in another form than the model writes. */
@BothClients
class StoredKeyTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    /** A tracked object with a range key of any type. */
    static class Entry<K> extends BaseModel {
        String id;
        K k;
        String v;
        String other;
        Long version;
    }

    /** An object that remembers nothing, with a range key of any type. */
    static class Plain<K> {
        String id;
        K k;
        String v;
        String other;
        Long version;
    }

    /** The members of either class. */
    record Accessors<T, K>(
            Function<T, String> id,
            BiConsumer<T, String> setId,
            Function<T, K> k,
            BiConsumer<T, K> setK,
            Function<T, String> v,
            BiConsumer<T, String> setV,
            Function<T, String> other,
            BiConsumer<T, String> setOther,
            Function<T, Long> version,
            BiConsumer<T, Long> setVersion) {}

    static final class AnyModel<T, K> extends ModelDefinition<T> {

        private final Function<Values<T>, T> maker;
        final StringColumn<T, String> id;
        final KeyColumn<T, K> k;
        final StringColumn<T, String> v;
        final StringColumn<T, String> other;
        final NumberColumn<T, Long> version;
        final GlobalSecondaryIndex<T> byV;

        AnyModel(Class<T> type, Function<Values<T>, T> maker, Accessors<T, K> a, Object keyType, boolean versioned) {
            super(type, "Entry");
            this.maker = maker;
            this.id =
                    column("id", Types.STRING).getter(a.id()).setter(a.setId()).hashKey();
            this.k = rangeKey(a, keyType);
            this.v = column("v", Types.STRING).getter(a.v()).setter(a.setV());
            this.other = column("other", Types.STRING).getter(a.other()).setter(a.setOther());
            NumberColumn<T, Long> number =
                    column("version", Types.LONG).getter(a.version()).setter(a.setVersion());
            this.version = versioned ? number.version() : number;
            this.byV = globalIndex("byV", ALL).hashKey(v);
        }

        @SuppressWarnings("unchecked")
        private KeyColumn<T, K> rangeKey(Accessors<T, K> a, Object keyType) {
            if (keyType instanceof StringType<?> string) {
                StringColumn<T, K> column =
                        column("k", (StringType<K>) string).getter(a.k()).setter(a.setK());
                return column.rangeKey();
            }
            BinaryColumn<T, K> column =
                    column("k", (BinaryType<K>) keyType).getter(a.k()).setter(a.setK());
            return column.rangeKey();
        }

        @Override
        protected T create(Values<T> values) {
            return maker.apply(values);
        }
    }

    private <T> BloopTemplate<T> bound(ModelDefinition<T> model) {
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(model));
        return engine.template(model);
    }

    private static <K> AnyModel<Entry<K>, K> tracked(Object keyType, boolean versioned) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Class<Entry<K>> type = (Class) Entry.class;
        return new AnyModel<>(
                type,
                values -> new Entry<>(),
                new Accessors<>(
                        e -> e.id,
                        (e, x) -> e.id = x,
                        e -> e.k,
                        (e, x) -> e.k = x,
                        e -> e.v,
                        (e, x) -> e.v = x,
                        e -> e.other,
                        (e, x) -> e.other = x,
                        e -> e.version,
                        (e, x) -> e.version = x),
                keyType,
                versioned);
    }

    private static <K> AnyModel<Plain<K>, K> plain(Object keyType, boolean versioned) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Class<Plain<K>> type = (Class) Plain.class;
        return new AnyModel<>(
                type,
                values -> new Plain<>(),
                new Accessors<>(
                        e -> e.id,
                        (e, x) -> e.id = x,
                        e -> e.k,
                        (e, x) -> e.k = x,
                        e -> e.v,
                        (e, x) -> e.v = x,
                        e -> e.other,
                        (e, x) -> e.other = x,
                        e -> e.version,
                        (e, x) -> e.version = x),
                keyType,
                versioned);
    }

    /** A type of which several stored forms mean one value, with a form that the type itself does not write. */
    record Form(Object type, AttributeValue stored) {
        @Override
        public String toString() {
            return type.toString();
        }
    }

    static Stream<Form> forms() {
        StringType<String> caseless =
                StringType.of(String.class, value -> value, stored -> stored.toLowerCase(Locale.ROOT));
        return Stream.of(
                new Form(Types.INSTANT, fromS("2020-12-23T07:05:29Z")),
                new Form(Types.INSTANT, fromS("2020-12-23T07:05:29.123456789Z")),
                new Form(Types.OFFSET_DATE_TIME, fromS("2020-12-23T08:05:29+01:00")),
                new Form(Types.ZONED_DATE_TIME, fromS("2020-12-23T08:05:29.5+01:00")),
                new Form(Types.LOCAL_DATE_TIME, fromS("2020-12-23T08:05")),
                new Form(Types.LOCAL_TIME, fromS("08:05")),
                new Form(Types.UUID, fromS("0A5B7C1D-0000-4000-8000-00000000ABCD")),
                new Form(Types.DURATION, fromS("PT60S")),
                new Form(Types.LOCALE, fromS("EN-us")),
                new Form(Types.BASE64_BYTES, fromB(SdkBytes.fromUtf8String("YQ"))),
                new Form(caseless, fromS("ABC")));
    }

    /** One way of writing an object. */
    enum Way {
        SAVE,
        REPLACE,
        DELETE,
        REPLACE_ALL,
        DELETE_ALL,
        SAVE_EACH,
        DELETE_EACH,
        ENGINE_SAVE_EACH,
        ENGINE_DELETE_EACH,
        TRANSACTION_SAVE,
        TRANSACTION_REPLACE,
        TRANSACTION_DELETE,
        LOAD_AND_SAVE,
        ONCE;

        boolean deletes() {
            return name().contains("DELETE");
        }

        <T> void write(Engine engine, BloopTemplate<T> entries, T object) {
            switch (this) {
                case SAVE -> entries.save(object);
                case REPLACE -> entries.replace(object);
                case DELETE -> entries.delete(object);
                case REPLACE_ALL -> entries.bulk().replaceAll(List.of(object));
                case DELETE_ALL -> entries.bulk().deleteAll(List.of(object));
                case SAVE_EACH -> entries.bulk().saveEach(List.of(object));
                case DELETE_EACH -> entries.bulk().deleteEach(List.of(object));
                case ENGINE_SAVE_EACH -> engine.saveEach(List.of(object));
                case ENGINE_DELETE_EACH -> engine.deleteEach(List.of(object));
                case TRANSACTION_SAVE -> engine.writeTransaction(tx -> tx.save(object));
                case TRANSACTION_REPLACE -> engine.writeTransaction(tx -> tx.replace(object));
                case TRANSACTION_DELETE -> engine.writeTransaction(tx -> tx.delete(object));
                case LOAD_AND_SAVE -> entries.save(object);
                case ONCE -> entries.save(object, WriteOptions.once());
            }
        }
    }

    private <T, K> T loaded(AnyModel<T, K> model, BloopTemplate<T> entries, int how) {
        T found = switch (how % 3) {
            case 0 -> entries.query().where(model.id.eq("1")).one();
            case 1 -> entries.query(model.byV).where(model.v.eq("old")).one();
            default -> entries.scan().one();
        };
        if (how % 2 == 1) {
            entries.load(found, STRONG);
            return entries.loadAll(List.of(found), STRONG).get(0);
        }
        return found;
    }

    private <T, K> void writesTheItemThatWasLoaded(
            AnyModel<T, K> model, Form form, BiConsumer<T, String> set, boolean versioned) {
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(model));
        BloopTemplate<T> entries = engine.template(model);
        for (Way way : Way.values()) {
            Map<String, AttributeValue> item = new HashMap<>(
                    Map.of("id", fromS("1"), "k", form.stored(), "v", fromS("old"), "other", fromS("kept")));
            if (versioned) {
                item.put("version", fromN("7"));
            }
            dynamoDb.put("Entry", item);
            T object = loaded(model, entries, way.ordinal());
            set.accept(object, "new");

            way.write(engine, entries, object);

            List<Map<String, AttributeValue>> left = new ArrayList<>(dynamoDb.client()
                    .scan(s -> s.tableName(dynamoDb.tableName("Entry")))
                    .items());
            if (way.deletes()) {
                assertThat(left).as("%s %s", form, way).isEmpty();
            } else {
                item.put("v", fromS("new"));
                if (versioned) {
                    item.put("version", fromN("8"));
                }
                assertThat(left).as("%s %s", form, way).containsExactly(item);
                dynamoDb.client()
                        .deleteItem(d -> d.tableName(dynamoDb.tableName("Entry"))
                                .key(Map.of("id", fromS("1"), "k", form.stored())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("E18 a tracked object is written to the item that it was loaded from, whatever form its key has")
    void trackedObjects(Form form) {
        writesTheItemThatWasLoaded(StoredKeyTests.<Object>tracked(form.type(), false), form, (e, v) -> e.v = v, false);
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("E18 a tracked object with a version is written to the item that it was loaded from")
    void versionedObjects(Form form) {
        writesTheItemThatWasLoaded(StoredKeyTests.<Object>tracked(form.type(), true), form, (e, v) -> e.v = v, true);
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("E18 an object that remembers nothing is written to the item that it was loaded from")
    void untrackedObjects(Form form) {
        writesTheItemThatWasLoaded(StoredKeyTests.<Object>plain(form.type(), false), form, (e, v) -> e.v = v, false);
    }

    @Test
    @DisplayName("E18 another value of a key member makes another item, an equal one does not")
    void otherKeys() {
        AnyModel<Entry<Instant>, Instant> model = tracked(Types.INSTANT, false);
        BloopTemplate<Entry<Instant>> entries = bound(model);
        dynamoDb.put("Entry", Map.of("id", fromS("1"), "k", fromS("2020-12-23T07:05:29Z"), "v", fromS("old")));
        Entry<Instant> entry = entries.scan().one();

        entry.k = Instant.parse("2020-12-23T07:05:29.000Z");
        entry.other = "x";
        entries.save(entry);
        assertThat(dynamoDb.item("Entry", Map.of("id", fromS("1"), "k", fromS("2020-12-23T07:05:29Z"))))
                .containsEntry("other", fromS("x"));
        entry.k = Instant.parse("2020-12-24T07:05:29Z");
        entries.save(entry);
        assertThat(dynamoDb.item("Entry", Map.of("id", fromS("1"), "k", fromS("2020-12-24T07:05:29.000000+00:00"))))
                .containsEntry("other", fromS("x"))
                .containsEntry("v", fromS("old"));
    }

    @Test
    @DisplayName("E18 a snapshot of an object is met by the item that it was loaded from")
    void snapshots() {
        AnyModel<Entry<Instant>, Instant> model = tracked(Types.INSTANT, false);
        BloopTemplate<Entry<Instant>> entries = bound(model);
        dynamoDb.put("Entry", Map.of("id", fromS("1"), "k", fromS("2020-12-23T07:05:29Z"), "v", fromS("old")));
        Entry<Instant> entry = entries.scan().one();
        io.bloop.expression.Condition<Entry<Instant>> snapshot = entries.snapshot(entry);
        entry.other = "x";

        entries.save(entry, WriteOptions.onlyIf(snapshot));

        assertThat(dynamoDb.item("Entry", Map.of("id", fromS("1"), "k", fromS("2020-12-23T07:05:29Z"))))
                .containsEntry("other", fromS("x"));
    }

    /** An immutable object, in whose place a save returns another. */
    record Stay(String id, Instant k, @Nullable Long version) {}

    static final class StayModel extends ModelDefinition<Stay> {

        final StringColumn<Stay, String> id =
                column("id", Types.STRING).getter(Stay::id).hashKey();
        final StringColumn<Stay, Instant> k =
                column("k", Types.INSTANT).getter(Stay::k).rangeKey();
        final NumberColumn<Stay, Long> version =
                column("version", Types.LONG).getter(Stay::version).version();

        StayModel() {
            super(Stay.class, "Entry");
        }

        @Override
        protected Stay create(Values<Stay> values) {
            return new Stay(values.get(id), values.get(k), values.get(version));
        }
    }

    @Test
    @DisplayName("E18 the object that a save returns in place of an immutable one is written to the same item")
    void returnedObjects() {
        BloopTemplate<Stay> stays = bound(new StayModel());
        Map<String, AttributeValue> key = Map.of("id", fromS("1"), "k", fromS("2020-12-23T07:05:29Z"));
        dynamoDb.put("Entry", key);

        stays.save(stays.save(stays.scan().one()));

        assertThat(dynamoDb.item("Entry", key)).containsEntry("version", fromN("2"));
        assertThat(stays.scan().all()).hasSize(1);
    }

    @Test
    @DisplayName("E18 an object that was deleted is new, and is written under the key that its type writes")
    void deletedObjects() {
        AnyModel<Plain<Instant>, Instant> model = plain(Types.INSTANT, false);
        BloopTemplate<Plain<Instant>> entries = bound(model);
        dynamoDb.put("Entry", Map.of("id", fromS("1"), "k", fromS("2020-12-23T07:05:29Z"), "v", fromS("old")));
        Plain<Instant> entry = entries.scan().one();

        entries.delete(entry);
        entries.insert(entry);

        assertThat(dynamoDb.item("Entry", Map.of("id", fromS("1"), "k", fromS("2020-12-23T07:05:29.000000+00:00"))))
                .containsEntry("v", fromS("old"));
    }
}
