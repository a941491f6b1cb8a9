package io.bloop.write;

import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.write.WriteOptions.clear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.InvalidArgument;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.model.BaseModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.SentOperations;
import io.bloop.testing.WayOfWriting;
import io.bloop.type.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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

/** Covers the auditors of the first and the last write. */
@BothClients
class AuditorTests {

    private static final PageModel PAGE = new PageModel();
    private static final SheetModel SHEET = new SheetModel();
    private static final String ADA = "00000000-0000-0000-0000-0000000000aa";
    private static final UUID ADA_ID = UUID.fromString(ADA);

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final AtomicInteger asked = new AtomicInteger();
    private @Nullable Object auditor = "ada";
    private final SentOperations sent = new SentOperations();
    private Engine engine;
    private BloopTemplate<Page> pages;

    private static final class Page extends BaseModel {

        private String id;
        private String text;
        private String createdBy;
        private String modifiedBy;
        private Instant modified;

        Page(String id) {
            this.id = id;
        }
    }

    private static final class PageModel extends ModelDefinition<Page> {

        private final StringColumn<Page, String> id = column("id", STRING)
                .getter(p -> p.id)
                .setter((p, v) -> p.id = v)
                .hashKey();
        private final StringColumn<Page, String> text =
                column("text", STRING).getter(p -> p.text).setter((p, v) -> p.text = v);
        private final StringColumn<Page, String> createdBy = column("createdBy", STRING)
                .getter(p -> p.createdBy)
                .setter((p, v) -> p.createdBy = v)
                .createdBy();
        private final StringColumn<Page, String> modifiedBy = column("modifiedBy", STRING)
                .getter(p -> p.modifiedBy)
                .setter((p, v) -> p.modifiedBy = v)
                .storedAs("by")
                .modifiedBy();
        private final StringColumn<Page, Instant> modified = column("modified", INSTANT)
                .getter(p -> p.modified)
                .setter((p, v) -> p.modified = v)
                .modified();

        PageModel() {
            super(Page.class);
        }

        @Override
        protected Page create(Values<Page> values) {
            return new Page(null);
        }
    }

    /** A record, which comes back with its auditors. */
    private record Sheet(String id, UUID createdBy, Long modifiedBy) {}

    private static final class SheetModel extends ModelDefinition<Sheet> {

        private final StringColumn<Sheet, String> id =
                column("id", STRING).getter(Sheet::id).hashKey();
        private final StringColumn<Sheet, UUID> createdBy =
                column("createdBy", Types.UUID).getter(Sheet::createdBy).createdBy();
        private final NumberColumn<Sheet, Long> modifiedBy =
                column("modifiedBy", LONG).getter(Sheet::modifiedBy);

        SheetModel() {
            super(Sheet.class);
        }

        @Override
        protected Sheet create(Values<Sheet> values) {
            return new Sheet(values.get(id), values.get(createdBy), values.get(modifiedBy));
        }
    }

    @BeforeEach
    void bind() {
        engine = dynamoDb.engineBuilder()
                .observer(sent)
                .auditor(() -> {
                    asked.incrementAndGet();
                    return Optional.ofNullable(auditor);
                })
                .build();
        engine.bind(List.of(PAGE, SHEET));
        pages = engine.template(PAGE);
    }

    private Map<String, AttributeValue> raw() {
        return dynamoDb.item("Page", Map.of("id", fromS("a")));
    }

    /** Writes a page. */
    private interface Writing {
        void write(AuditorTests test, Page page);
    }

    private static Arguments byRequest(String name, Writing writing) {
        return Arguments.of(Named.of(name, writing), true);
    }

    /** The ways of writing, with whether they are updates by request, which know no object. */
    static Stream<Arguments> ways() {
        return Stream.concat(
                waysOfObjects(WayOfWriting.values()),
                Stream.of(
                        byRequest(
                                "UPDATE",
                                (t, page) -> t.pages
                                        .update("a")
                                        .set(PAGE.text, page.text)
                                        .run()),
                        byRequest(
                                "UPDATE_ONCE",
                                (t, page) -> t.pages
                                        .update("a")
                                        .set(PAGE.text, page.text)
                                        .once()
                                        .run()),
                        byRequest(
                                "TRANSACTION_UPDATE",
                                (t, page) -> t.engine.writeTransaction(
                                        tx -> tx.update(t.pages.update("a").set(PAGE.text, page.text))))));
    }

    private static Stream<Arguments> waysOfObjects(WayOfWriting... ways) {
        return Stream.of(ways).map(way -> {
            Writing writing = (t, page) -> way.write(t.engine, PAGE, page);
            return Arguments.of(Named.of(way.name(), writing), false);
        });
    }

    static Stream<Arguments> waysOfLaterWrites() {
        return ways().filter(way -> !way.get()[0].toString().contains("INSERT"));
    }

    private static Page page(String text) {
        Page page = new Page("a");
        page.text = text;
        return page;
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("E4 the first write of an item gives it both auditors, however it is written")
    void firstWritesHaveBothAuditors(Writing way, boolean byRequest) {
        Page page = page("one");

        way.write(this, page);

        assertThat(raw())
                .containsEntry("text", fromS("one"))
                .containsEntry("createdBy", fromS("ada"))
                .containsEntry("by", fromS("ada"));
        assertThat(asked).hasValue(1);
        if (!byRequest) {
            assertThat(page.modifiedBy).isEqualTo("ada");
        }
    }

    @ParameterizedTest
    @MethodSource("waysOfLaterWrites")
    @DisplayName("E4 a later write of a loaded object moves the auditor of the last write alone, however it is written")
    void laterWritesHaveTheirOwnAuditor(Writing way) {
        pages.save(page("one"));
        Page loaded = pages.find("a").orElseThrow();
        loaded.text = "two";
        auditor = "bob";

        way.write(this, loaded);

        assertThat(raw())
                .containsEntry("text", fromS("two"))
                .containsEntry("createdBy", fromS("ada"))
                .containsEntry("by", fromS("bob"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("E4 without an auditor both columns are written as the object has them, however it is written")
    void withoutAnAuditorTheObjectSays(Writing way, boolean byRequest) {
        auditor = null;
        Page page = page("one");
        page.createdBy = "given";

        way.write(this, page);

        if (byRequest) {
            assertThat(raw()).doesNotContainKeys("createdBy", "by");
        } else {
            assertThat(raw()).containsEntry("createdBy", fromS("given")).doesNotContainKey("by");
        }
    }

    @Test
    @DisplayName(
            "E4 without an auditor a later write leaves the auditors in the table, and takes what the object is given")
    void withoutAnAuditorTheTableKeepsItsOwn() {
        Page page = pages.save(page("one"));
        auditor = null;

        page.text = "two";
        pages.save(page);
        pages.update("a").set(PAGE.text, "three").run();
        assertThat(raw()).containsEntry("createdBy", fromS("ada")).containsEntry("by", fromS("ada"));

        page.modifiedBy = "import";
        pages.save(page);
        assertThat(raw()).containsEntry("by", fromS("import"));
    }

    @Test
    @DisplayName("E4 an auditor of the first write that is given by hand is kept, and that of the item stays")
    void keepsTheFirstAuditor() {
        Page given = page("one");
        given.createdBy = "import";
        pages.insert(given);
        assertThat(raw()).containsEntry("createdBy", fromS("import")).containsEntry("by", fromS("ada"));

        Page over = page("two");
        pages.save(over);
        assertThat(over.createdBy).isEqualTo("import");
        assertThat(raw()).containsEntry("createdBy", fromS("import")).containsEntry("text", fromS("two"));
    }

    @Test
    @DisplayName("E4 auditors are not cleared, by whichever way the object lost them")
    void clearsNoAuditor() {
        Page page = pages.save(page("one"));
        page.text = "two";
        page.modifiedBy = null;

        pages.save(page, clear(PAGE.modifiedBy));

        assertThat(page.modifiedBy).isEqualTo("ada");
        assertThat(raw()).containsEntry("by", fromS("ada"));
        pages.save(page("three"), clear(PAGE.createdBy, PAGE.modifiedBy));
        assertThat(raw()).containsEntry("createdBy", fromS("ada")).containsEntry("by", fromS("ada"));
    }

    @Test
    @DisplayName("E22 an explicit NULL counts as no auditor of the first write")
    void nullCountsAsAbsent() {
        for (boolean byRequest : new boolean[] {true, false}) {
            dynamoDb.put("Page", Map.of("id", fromS("a"), "createdBy", AttributeValue.fromNul(true)));

            if (byRequest) {
                pages.update("a").set(PAGE.text, "one").run();
            } else {
                pages.save(page("one"));
            }

            assertThat(raw()).containsEntry("createdBy", fromS("ada")).containsEntry("text", fromS("one"));
        }
    }

    @Test
    @DisplayName("E4 a write that changes nothing asks for no auditor and sends nothing")
    void asksOnlyWhereSomethingIsWritten() {
        Page page = pages.save(page("one"));
        sent.clear();
        asked.set(0);

        pages.save(page);

        assertThat(sent.operations()).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    @DisplayName("E4 the auditor is asked for after listeners were heard, and once for each write")
    void asksAfterListeners() {
        Engine listening = dynamoDb.engineBuilder()
                .auditor(() -> Optional.ofNullable(auditor))
                .listener(PAGE, new EngineListener<>() {
                    @Override
                    public void beforeSave(Engine engine, ModelDefinition<? extends Page> model, Page page) {
                        auditor = "listener";
                    }
                })
                .build();

        listening.template(PAGE).save(page("one"));

        assertThat(raw()).containsEntry("by", fromS("listener"));
    }

    @Test
    @DisplayName("E4 a record comes back with its auditor, of the type of the column")
    void recordsComeBackWithAuditors() {
        auditor = ADA_ID;

        Sheet sheet = engine.template(SHEET).save(new Sheet("a", null, 7L));

        assertThat(sheet).isEqualTo(new Sheet("a", ADA_ID, 7L));
        assertThat(dynamoDb.item("Sheet", Map.of("id", fromS("a"))))
                .containsEntry("createdBy", fromS(ADA))
                .containsEntry("modifiedBy", fromN("7"));
    }

    @Test
    @DisplayName("E21 an auditor of another class than the column is told with both, and nothing is sent")
    void refusesAnAuditorOfAnotherClass() {
        auditor = 7L;
        sent.clear();

        assertThatThrownBy(() -> pages.save(page("one")))
                .isInstanceOf(InvalidArgument.class)
                .hasMessage(
                        "auditor() of Page: 'auditor' has to be of class java.lang.String, like column 'modifiedBy', "
                                + "and is of class java.lang.Long.");
        assertThatThrownBy(() -> pages.update("a").set(PAGE.text, "one").run()).isInstanceOf(InvalidArgument.class);
        assertThat(sent.operations()).isEmpty();
    }

    @Test
    @DisplayName("E21 what a supplier of the auditor throws prevents the write, and leaves the object as it was")
    void anExceptionOfTheSupplierPreventsTheWrite() {
        Engine failing = dynamoDb.engineBuilder()
                .observer(sent)
                .auditor(() -> {
                    throw new IllegalStateException("no session");
                })
                .build();
        failing.bind(List.of(PAGE));
        sent.clear();
        Page page = page("one");

        assertThatThrownBy(() -> failing.template(PAGE).save(page)).hasMessage("no session");

        assertThat(sent.operations()).isEmpty();
        assertThat(page.modifiedBy).isNull();
        assertThat(page.modified).isNull();
    }
}
