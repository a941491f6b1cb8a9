package io.bloop.write;

import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.UUID;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.since;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromNul;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.BaseModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.DocumentType;
import io.bloop.type.Member;
import io.bloop.type.MemberValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stores values in forms that the types would not write, inside of columns, and looks for them after writes. */
@BothClients
class NestedFormTests {

    static class Diary extends BaseModel {
        @Nullable
        String id;

        @Nullable
        List<Instant> moments;

        @Nullable
        Map<String, Instant> named;

        @Nullable
        Set<UUID> readers;

        @Nullable
        Page page;

        @Nullable
        List<Page> pages;

        @Nullable
        List<Set<UUID>> groups;

        long edits;
    }

    static class Page {
        @Nullable
        Instant at;

        @Nullable
        UUID author;

        @Nullable
        String text;

        @Nullable
        List<Instant> edits;

        @Nullable
        Page next;
    }

    /** Holds pages that hold pages. */
    static final class PageType extends DocumentType<Page> {

        static final PageType PAGE = new PageType();

        final Member<Page, Instant> at = member("at", INSTANT).getter(p -> p.at).setter((p, v) -> p.at = v);

        private PageType() {
            super(Page.class);
            member("author", UUID).getter(p -> p.author).setter((p, v) -> p.author = v);
            member("text", STRING).getter(p -> p.text).setter((p, v) -> p.text = v);
            member("edits", listOf(INSTANT)).getter(p -> p.edits).setter((p, v) -> p.edits = v);
            this.<Page>member("next", () -> this).getter(p -> p.next).setter((p, v) -> p.next = v);
        }

        @Override
        protected Page create(MemberValues<Page> values) {
            return new Page();
        }
    }

    static final class DiaryModel extends ModelDefinition<Diary> {

        static final DiaryModel DIARY = new DiaryModel();

        private DiaryModel() {
            super(Diary.class);
            column("id", STRING).getter(d -> d.id).setter((d, v) -> d.id = v).hashKey();
            column("moments", listOf(INSTANT)).getter(d -> d.moments).setter((d, v) -> d.moments = v);
            column("named", mapOf(INSTANT)).getter(d -> d.named).setter((d, v) -> d.named = v);
            column("readers", setOf(UUID)).getter(d -> d.readers).setter((d, v) -> d.readers = v);
            column("page", PageType.PAGE).getter(d -> d.page).setter((d, v) -> d.page = v);
            column("pages", listOf(PageType.PAGE)).getter(d -> d.pages).setter((d, v) -> d.pages = v);
            column("groups", listOf(setOf(UUID))).getter(d -> d.groups).setter((d, v) -> d.groups = v);
            column("edits", LONG.orElse(0L)).getter(d -> d.edits).setter((d, v) -> d.edits = v);
        }

        @Override
        protected Diary create(Values<Diary> values) {
            return new Diary();
        }
    }

    private static final String SHORT = "2020-12-23T07:05:29Z";
    private static final String SPACE = "2021-01-01 00:00:00+00:00";
    private static final String OTHER_ZONE = "2021-06-01T02:00:00+02:00";
    private static final String CAPITALS = "AAAAAAAA-0000-4000-8000-000000000001";
    private static final String MIXED = "BBBBBBBB-0000-4000-8000-000000000002";
    private static final Instant NEW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String NEW_TEXT = "2026-01-02T03:04:05.000000+00:00";
    private static final UUID NEW_READER = java.util.UUID.fromString("cccccccc-0000-4000-8000-000000000003");

    private static AttributeValue page(String text) {
        return fromM(Map.of(
                "at", fromS(SHORT),
                "author", fromS(CAPITALS),
                "text", fromS(text),
                "edits", fromL(List.of(fromS(SPACE), fromS(OTHER_ZONE))),
                "next", fromM(Map.of("at", fromS(SPACE), "author", fromNul(true), "more", fromN("1"))),
                "undeclared", fromS("kept")));
    }

    private static Map<String, AttributeValue> item() {
        return Map.of(
                "id", fromS("d"),
                "moments", fromL(List.of(fromS(SHORT), fromS(SPACE), fromNul(true), fromS(OTHER_ZONE))),
                "named", fromM(Map.of("a", fromS(SHORT), "b", fromS(SPACE))),
                "readers", fromSs(List.of(CAPITALS, MIXED)),
                "page", page("one"),
                "pages", fromL(List.of(page("one"), page("two"))),
                "groups", fromL(List.of(fromSs(List.of(CAPITALS)), fromSs(List.of(MIXED)))),
                "other", fromS("kept"));
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private Engine engine;
    private BloopTemplate<Diary> diaries;

    @BeforeEach
    void storeADiary() {
        engine = dynamoDb.engine();
        diaries = engine.template(DiaryModel.DIARY);
        engine.bind(List.of(DiaryModel.DIARY));
        dynamoDb.put("Diary", item());
    }

    private Map<String, AttributeValue> stored() {
        return dynamoDb.item("Diary", Map.of("id", fromS("d")));
    }

    private Diary loaded() {
        return diaries.find("d").orElseThrow();
    }

    private static Map<String, AttributeValue> changed(AttributeValue value, Map<String, AttributeValue> members) {
        Map<String, AttributeValue> changed = new HashMap<>(value.m());
        changed.putAll(members);
        return changed;
    }

    private static Arguments change(String name, Consumer<Diary> change, String attribute, AttributeValue wanted) {
        return Arguments.of(Named.of(name, change), attribute, wanted);
    }

    static Stream<Arguments> changes() {
        AttributeValue one = page("one");
        AttributeValue two = page("two");
        return Stream.of(
                change(
                        "an element is added at the end",
                        d -> d.moments.add(NEW),
                        "moments",
                        fromL(List.of(fromS(SHORT), fromS(SPACE), fromNul(true), fromS(OTHER_ZONE), fromS(NEW_TEXT)))),
                change(
                        "an element is added at the beginning",
                        d -> d.moments.add(0, NEW),
                        "moments",
                        fromL(List.of(fromS(NEW_TEXT), fromS(SHORT), fromS(SPACE), fromNul(true), fromS(OTHER_ZONE)))),
                change(
                        "an element is removed",
                        d -> d.moments.remove(0),
                        "moments",
                        fromL(List.of(fromS(SPACE), fromNul(true), fromS(OTHER_ZONE)))),
                change(
                        "an element is replaced",
                        d -> d.moments.set(1, NEW),
                        "moments",
                        fromL(List.of(fromS(SHORT), fromS(NEW_TEXT), fromNul(true), fromS(OTHER_ZONE)))),
                change(
                        "the list is another one of the same elements in another order",
                        d -> d.moments = new ArrayList<>(List.of(d.moments.get(3), d.moments.get(0))),
                        "moments",
                        fromL(List.of(fromS(OTHER_ZONE), fromS(SHORT)))),
                change(
                        "a member of a map is added",
                        d -> d.named.put("c", NEW),
                        "named",
                        fromM(Map.of("a", fromS(SHORT), "b", fromS(SPACE), "c", fromS(NEW_TEXT)))),
                change(
                        "the map is another one",
                        d -> d.named = new LinkedHashMap<>(Map.of("b", d.named.get("b"))),
                        "named",
                        fromM(Map.of("b", fromS(SPACE)))),
                change(
                        "an element is added to a set",
                        d -> d.readers.add(NEW_READER),
                        "readers",
                        fromSs(List.of(CAPITALS, MIXED, NEW_READER.toString()))),
                change(
                        "an element is removed from a set",
                        d -> d.readers.remove(java.util.UUID.fromString(CAPITALS)),
                        "readers",
                        fromSs(List.of(MIXED))),
                change(
                        "the set is another one",
                        d -> d.readers = new HashSet<>(Set.of(java.util.UUID.fromString(MIXED), NEW_READER)),
                        "readers",
                        fromSs(List.of(MIXED, NEW_READER.toString()))),
                change(
                        "a member of a document changes",
                        d -> d.page.text = "new",
                        "page",
                        fromM(changed(one, Map.of("text", fromS("new"))))),
                change(
                        "a list inside of a document changes",
                        d -> d.page.edits.add(0, NEW),
                        "page",
                        fromM(changed(
                                one,
                                Map.of("edits", fromL(List.of(fromS(NEW_TEXT), fromS(SPACE), fromS(OTHER_ZONE))))))),
                change(
                        "a document inside of a document changes",
                        d -> d.page.next.text = "new",
                        "page",
                        fromM(changed(
                                one,
                                Map.of(
                                        "next",
                                        fromM(Map.of(
                                                "at", fromS(SPACE),
                                                "author", fromNul(true),
                                                "text", fromS("new"),
                                                "more", fromN("1"))))))),
                change(
                        "a document of a list changes",
                        d -> d.pages.get(1).text = "new",
                        "pages",
                        fromL(List.of(one, fromM(changed(two, Map.of("text", fromS("new"))))))),
                change("a document of a list is removed", d -> d.pages.remove(0), "pages", fromL(List.of(two))),
                change(
                        "a document of a list changes and another one is added before it",
                        d -> {
                            d.pages.get(1).text = "new";
                            d.pages.add(0, new Page());
                        },
                        "pages",
                        fromL(List.of(fromM(Map.of()), one, fromM(changed(two, Map.of("text", fromS("new"))))))),
                change(
                        "a set of a list changes",
                        d -> d.groups.get(0).add(NEW_READER),
                        "groups",
                        fromL(List.of(fromSs(List.of(CAPITALS, NEW_READER.toString())), fromSs(List.of(MIXED))))));
    }

    private void assertStored(String attribute, AttributeValue wanted) {
        assertThat(unordered(stored().get(attribute))).isEqualTo(unordered(wanted));
    }

    private static Object unordered(AttributeValue value) {
        return switch (value.type()) {
            case SS -> Set.copyOf(value.ss());
            case L -> value.l().stream().map(NestedFormTests::unordered).toList();
            case M -> {
                Map<String, Object> members = new HashMap<>();
                value.m().forEach((name, one) -> members.put(name, unordered(one)));
                yield members;
            }
            default -> value;
        };
    }

    @Test
    @DisplayName("T5 where every document of a long list changes, each keeps the forms of the one at its index")
    void keepsTheFormsInALongList() {
        List<AttributeValue> many = new ArrayList<>();
        List<AttributeValue> wanted = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String at = i % 2 == 0 ? SHORT : SPACE;
            many.add(fromM(Map.of("at", fromS(at), "text", fromS("old"))));
            wanted.add(fromM(Map.of("at", fromS(at), "text", fromS("new"))));
        }
        Map<String, AttributeValue> item = new HashMap<>(item());
        item.put("pages", fromL(many));
        dynamoDb.put("Diary", item);
        Diary diary = loaded();
        diary.pages.forEach(page -> page.text = "new");

        diaries.save(diary);

        assertStored("pages", fromL(wanted));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("T5 what has not changed inside of a changed column is written in the form in which it was stored")
    void keepsTheFormsInside(Consumer<Diary> change, String attribute, AttributeValue wanted) {
        Diary diary = loaded();
        change.accept(diary);

        diaries.save(diary);

        assertStored(attribute, wanted);
        Map<String, AttributeValue> others = new HashMap<>(stored());
        others.remove(attribute);
        item().forEach((name, value) -> {
            if (!name.equals(attribute)) {
                assertStored(name, value);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("T5 what was saved is remembered in its form, for the next save and for a snapshot")
    void remembersTheFormsThatWereSaved(Consumer<Diary> change, String attribute, AttributeValue wanted) {
        Diary diary = loaded();
        change.accept(diary);
        diaries.save(diary);

        diary.edits++;
        diary.moments.add(Instant.EPOCH);
        diaries.save(diary, onlyIf(diaries.snapshot(diary)));
        diary.moments.remove(diary.moments.size() - 1);
        diaries.save(diary, onlyIf(diaries.snapshot(diary)));

        assertStored(attribute, wanted);
    }

    private static Diary copy(Diary diary) {
        Diary copy = new Diary();
        copy.id = diary.id;
        copy.moments = diary.moments;
        copy.named = diary.named;
        copy.readers = diary.readers;
        copy.page = diary.page;
        copy.pages = diary.pages;
        copy.groups = diary.groups;
        copy.edits = diary.edits;
        return copy;
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("T5 a copy that is saved since what was loaded keeps the forms inside, and remembers them")
    void copiesKeepTheFormsInside(Consumer<Diary> change, String attribute, AttributeValue wanted) {
        Diary before = loaded();
        Diary after = copy(loaded());
        change.accept(after);

        diaries.save(after, since(before));
        assertStored(attribute, wanted);

        diaries.replace(after, onlyIf(diaries.snapshot(after)));
        Map<String, AttributeValue> expected = new HashMap<>(item());
        expected.put(attribute, wanted);
        expected.remove("other");
        expected.forEach(this::assertStored);
    }

    static Stream<BiConsumer<Engine, Diary>> ways() {
        return Stream.of(
                (engine, diary) -> engine.template(DiaryModel.DIARY).save(diary),
                (engine, diary) -> engine.template(DiaryModel.DIARY).replace(diary),
                (engine, diary) -> engine.template(DiaryModel.DIARY).bulk().saveEach(List.of(diary)),
                (engine, diary) -> engine.template(DiaryModel.DIARY).bulk().replaceAll(List.of(diary)),
                (engine, diary) -> engine.saveEach(List.of(diary)),
                (engine, diary) -> engine.writeTransaction(tx -> tx.save(diary)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("T5 every way of writing a loaded object keeps the forms inside of its columns, and remembers them")
    void everyWayKeepsTheForms(BiConsumer<Engine, Diary> way) {
        Diary diary = loaded();
        diary.pages.get(0).text = "new";
        diary.moments.add(NEW);

        way.accept(engine, diary);

        assertStored(
                "moments",
                fromL(List.of(fromS(SHORT), fromS(SPACE), fromNul(true), fromS(OTHER_ZONE), fromS(NEW_TEXT))));
        assertStored("named", item().get("named"));
        assertStored("readers", item().get("readers"));
        assertStored("page", item().get("page"));
        assertStored("pages", fromL(List.of(fromM(changed(page("one"), Map.of("text", fromS("new")))), page("two"))));
        assertStored("groups", item().get("groups"));

        diary.page.text = "newer";
        way.accept(engine, diary);

        assertStored("named", item().get("named"));
        assertStored("readers", item().get("readers"));
        assertStored("page", fromM(changed(page("one"), Map.of("text", fromS("newer")))));
        assertStored("groups", item().get("groups"));
    }

    @Test
    @DisplayName("T5 a loaded object that has not changed meets its snapshot, and is stored as it was")
    void meetsItsSnapshot() {
        Diary diary = loaded();

        diaries.save(diary, onlyIf(diaries.snapshot(diary)));

        item().forEach(this::assertStored);
    }

    @Test
    @DisplayName("T5 a snapshot of a loaded object asks for the forms in which its values are stored")
    void snapshotsAskForTheStoredForms() {
        Diary diary = loaded();
        diary.edits = 5;

        diaries.save(diary, onlyIf(diaries.snapshot(diary)));

        assertThat(stored()).containsEntry("edits", fromN("5"));
    }

    @Test
    @DisplayName("T5 two stored forms of one element of a set are both kept")
    void keepsBothFormsOfAnElement() {
        String lower = CAPITALS.toLowerCase(java.util.Locale.ROOT);
        Map<String, AttributeValue> item = new HashMap<>(item());
        item.put("readers", fromSs(List.of(CAPITALS, lower)));
        dynamoDb.put("Diary", item);
        Diary diary = loaded();
        diary.readers.add(NEW_READER);

        diaries.save(diary, onlyIf(diaries.snapshot(diary)));

        assertStored("readers", fromSs(List.of(CAPITALS, lower, NEW_READER.toString())));
    }

    @Test
    @DisplayName("T5 an object of which nothing inside has changed writes nothing")
    void writesNothingWhereNothingHasChanged() {
        Diary diary = loaded();
        diary.moments = new ArrayList<>(diary.moments);
        diary.readers = new HashSet<>(diary.readers);
        diary.named = new HashMap<>(diary.named);
        dynamoDb.client()
                .deleteItem(r -> r.tableName(dynamoDb.tableName("Diary")).key(Map.of("id", fromS("d"))));

        diaries.save(diary);

        assertThat(stored()).isEmpty();
    }
}
