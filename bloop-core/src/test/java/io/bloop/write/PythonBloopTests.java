package io.bloop.write;

import static io.bloop.type.Types.BASE64_BYTES;
import static io.bloop.type.Types.BASE64_DYNAMIC;
import static io.bloop.type.Types.BIG_DECIMAL;
import static io.bloop.type.Types.BOOLEAN;
import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.TIMESTAMP;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.model.BaseModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.DocumentType;
import io.bloop.type.MemberValues;
import io.bloop.type.Types;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Shares a table with Python's bloop: the items here are what its types dump, tag by tag. */
@BothClients
class PythonBloopTests {

    static final class Meta {
        @Nullable
        Instant created;

        @Nullable
        UUID referrer;

        @Nullable
        BigDecimal price;
    }

    static final DocumentType<Meta> META = new DocumentType<>(Meta.class) {
        {
            member("created", INSTANT).getter(m -> m.created).setter((m, v) -> m.created = v);
            member("referrer", Types.UUID).getter(m -> m.referrer).setter((m, v) -> m.referrer = v);
            member("price", BIG_DECIMAL).getter(m -> m.price).setter((m, v) -> m.price = v);
        }

        @Override
        protected Meta create(MemberValues<Meta> values) {
            return new Meta();
        }
    };

    static final class Upload extends BaseModel {
        @Nullable
        String id;

        @Nullable
        UUID uuid;

        @Nullable
        Instant date;

        @Nullable
        Instant stamp;

        @Nullable
        BigDecimal number;

        @Nullable
        Integer integer;

        @Nullable
        Boolean flag;

        byte @Nullable [] data;

        @Nullable
        Set<Integer> integers;

        @Nullable
        Set<UUID> uuids;

        @Nullable
        Set<byte[]> binaries;

        @Nullable
        List<List<String>> lists;

        @Nullable
        Meta meta;

        @Nullable
        List<Meta> metas;

        @Nullable
        Map<String, Object> dynamicMap;

        @Nullable
        List<Object> dynamicList;
    }

    static final class UploadModel extends ModelDefinition<Upload> {

        static final UploadModel UPLOAD = new UploadModel();

        final StringColumn<Upload, String> id = column("id", STRING)
                .getter(u -> u.id)
                .setter((u, v) -> u.id = v)
                .hashKey();

        private UploadModel() {
            super(Upload.class);
            column("uuid", Types.UUID).getter(u -> u.uuid).setter((u, v) -> u.uuid = v);
            column("date", INSTANT).getter(u -> u.date).setter((u, v) -> u.date = v);
            column("stamp", TIMESTAMP).getter(u -> u.stamp).setter((u, v) -> u.stamp = v);
            column("number", BIG_DECIMAL).getter(u -> u.number).setter((u, v) -> u.number = v);
            column("integer", INTEGER).getter(u -> u.integer).setter((u, v) -> u.integer = v);
            column("flag", BOOLEAN).getter(u -> u.flag).setter((u, v) -> u.flag = v);
            column("data", BASE64_BYTES).getter(u -> u.data).setter((u, v) -> u.data = v);
            column("integers", setOf(INTEGER)).getter(u -> u.integers).setter((u, v) -> u.integers = v);
            column("uuids", setOf(Types.UUID)).getter(u -> u.uuids).setter((u, v) -> u.uuids = v);
            column("binaries", setOf(BASE64_BYTES)).getter(u -> u.binaries).setter((u, v) -> u.binaries = v);
            column("lists", listOf(listOf(STRING))).getter(u -> u.lists).setter((u, v) -> u.lists = v);
            column("meta", META).getter(u -> u.meta).setter((u, v) -> u.meta = v);
            column("metas", listOf(META)).getter(u -> u.metas).setter((u, v) -> u.metas = v);
            column("dynamicMap", mapOf(BASE64_DYNAMIC))
                    .getter(u -> u.dynamicMap)
                    .setter((u, v) -> u.dynamicMap = v);
            column("dynamicList", listOf(BASE64_DYNAMIC))
                    .getter(u -> u.dynamicList)
                    .setter((u, v) -> u.dynamicList = v);
        }

        @Override
        protected Upload create(Values<Upload> values) {
            return new Upload();
        }
    }

    private static final Map<String, AttributeValue> KEY = Map.of("id", s("numberoverzero"));
    private static final UUID ID = UUID.fromString("6d8b54a2-fa07-47e1-9305-717699459293");
    private static final Instant DATE = Instant.parse("2016-08-09T01:16:25.322849Z");
    private static final byte[] BYTES = {0, (byte) 255, 'x'};

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private BloopTemplate<Upload> uploads;

    @BeforeEach
    void bind() {
        uploads = dynamoDb.engine().template(UploadModel.UPLOAD);
        uploads.scan().count();
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue n(String number) {
        return AttributeValue.fromN(number);
    }

    /** What b64encode makes of some bytes, which is then stored as if it were the bytes. */
    private static SdkBytes base64(String text) {
        return SdkBytes.fromUtf8String(text);
    }

    private static AttributeValue meta() {
        return AttributeValue.fromM(Map.of(
                "created", s("2016-08-09T01:16:25.322849+00:00"), "referrer", s(ID.toString()), "price", n("9.90")));
    }

    private static Map<String, AttributeValue> stored() {
        Map<String, AttributeValue> item = new HashMap<>(KEY);
        item.put("uuid", s("6d8b54a2-fa07-47e1-9305-717699459293"));
        item.put("date", s("2016-08-09T01:16:25.322849+00:00"));
        item.put("stamp", n("1470705385"));
        item.put("number", n("3.14"));
        item.put("integer", n("-7"));
        item.put("flag", AttributeValue.fromBool(true));
        item.put("data", AttributeValue.fromB(base64("AP94")));
        item.put("integers", AttributeValue.fromNs(List.of("1", "2")));
        item.put("uuids", AttributeValue.fromSs(List.of(ID.toString())));
        item.put("binaries", AttributeValue.fromBs(List.of(base64("MQ=="), base64("Mg=="))));
        item.put(
                "lists",
                AttributeValue.fromL(
                        List.of(AttributeValue.fromL(List.of(s("a"), s("b"))), AttributeValue.fromL(List.of(s("c"))))));
        item.put("meta", meta());
        item.put("metas", AttributeValue.fromL(List.of(meta(), meta())));
        item.put(
                "dynamicMap",
                AttributeValue.fromM(Map.of(
                        "foo",
                        AttributeValue.fromL(List.of(
                                s("bar"),
                                AttributeValue.fromM(Map.of("0", s("a"))),
                                AttributeValue.fromBool(true),
                                n("3.14"),
                                AttributeValue.fromB(base64("AP94")))))));
        item.put(
                "dynamicList",
                AttributeValue.fromL(List.of(
                        n("1"), AttributeValue.fromSs(List.of("x", "y")), AttributeValue.fromNs(List.of("2")))));
        return item;
    }

    private static Upload upload() {
        Upload upload = new Upload();
        upload.id = "numberoverzero";
        upload.uuid = ID;
        upload.date = DATE;
        upload.stamp = Instant.ofEpochSecond(1470705385);
        upload.number = new BigDecimal("3.14");
        upload.integer = -7;
        upload.flag = true;
        upload.data = BYTES;
        upload.integers = Set.of(1, 2);
        upload.uuids = Set.of(ID);
        upload.binaries = Set.of("1".getBytes(StandardCharsets.US_ASCII), "2".getBytes(StandardCharsets.US_ASCII));
        upload.lists = List.of(List.of("a", "b"), List.of("c"));
        upload.meta = newMeta();
        upload.metas = List.of(newMeta(), newMeta());
        upload.dynamicMap = Map.of("foo", List.of("bar", Map.of("0", "a"), true, new BigDecimal("3.14"), BYTES));
        upload.dynamicList = List.of(1, Set.of("x", "y"), Set.of(2));
        return upload;
    }

    private static Meta newMeta() {
        Meta meta = new Meta();
        meta.created = DATE;
        meta.referrer = ID;
        meta.price = new BigDecimal("9.90");
        return meta;
    }

    private Map<String, Object> item() {
        return unordered(dynamoDb.item("Upload", KEY));
    }

    private static Map<String, Object> unordered(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> unordered(entry.getValue())));
    }

    private static Object unordered(AttributeValue value) {
        return switch (value.type()) {
            case SS -> Set.copyOf(value.ss());
            case NS -> Set.copyOf(value.ns());
            case BS -> Set.copyOf(value.bs());
            case L -> value.l().stream().map(PythonBloopTests::unordered).toList();
            case M -> unordered(value.m());
            default -> value;
        };
    }

    @Test
    @DisplayName("T4 what Python's bloop stores is read, of every type that both have")
    void reads() {
        dynamoDb.put("Upload", stored());

        Upload upload = uploads.find("numberoverzero").orElseThrow();

        assertThat(upload)
                .usingRecursiveComparison()
                .ignoringFields("baseline", "dynamicMap", "dynamicList", "binaries")
                .isEqualTo(upload());
        assertThat(upload.binaries).containsExactly("1".getBytes(), "2".getBytes());
        assertThat(upload.dynamicList).isEqualTo(List.of(BigDecimal.ONE, Set.of("x", "y"), Set.of(new BigDecimal(2))));
        List<?> foo = (List<?>) upload.dynamicMap.get("foo");
        assertThat(foo.subList(0, 4)).isEqualTo(List.of("bar", Map.of("0", "a"), true, new BigDecimal("3.14")));
        assertThat(foo.get(4)).isEqualTo(BYTES);
    }

    @Test
    @DisplayName("T4 what is saved here is what Python's bloop would have stored")
    void writes() {
        uploads.save(upload());

        assertThat(item()).isEqualTo(unordered(stored()));
    }

    @Test
    @DisplayName("T4 an object of Python's bloop that was loaded has nothing to save")
    void hasNothingToSave() {
        dynamoDb.put("Upload", stored());
        Upload upload = uploads.find("numberoverzero").orElseThrow();
        dynamoDb.client()
                .deleteItem(r -> r.tableName(dynamoDb.tableName("Upload")).key(KEY));

        uploads.save(upload);

        assertThat(dynamoDb.item("Upload", KEY)).isEmpty();
    }

    @Test
    @DisplayName("T4 an object of Python's bloop is written back as it was")
    void writesBack() {
        dynamoDb.put("Upload", stored());
        Map<String, Object> before = item();

        uploads.replace(uploads.find("numberoverzero").orElseThrow());

        assertThat(item()).isEqualTo(before);
    }

    @Test
    @DisplayName("T4 numbers in the notations of Python's decimals are read")
    void readsPythonsNumbers() {
        for (String number :
                List.of("1E+2", "1.50", "-0", "1E-128", "9.99E+125", "12345678901234567890123456789012345678")) {
            Map<String, AttributeValue> item = new HashMap<>(KEY);
            item.put("number", n(number));
            dynamoDb.put("Upload", item);
            assertThat(uploads.find("numberoverzero").orElseThrow().number).isEqualByComparingTo(number);
        }
    }

    @Test
    @DisplayName("T4 what Python's bloop leaves out reads as nothing, and as empty collections")
    void readsWhatIsLeftOut() {
        dynamoDb.put("Upload", KEY);

        Upload upload = uploads.find("numberoverzero").orElseThrow();

        assertThat(upload.data).isNull();
        assertThat(upload.meta).isNull();
        assertThat(upload.integers).isEmpty();
        assertThat(upload.lists).isEmpty();
        assertThat(upload.dynamicMap).isEmpty();
    }
}
