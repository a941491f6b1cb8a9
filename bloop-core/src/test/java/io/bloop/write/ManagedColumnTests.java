package io.bloop.write;

import static io.bloop.rule.internal.ManagedColumn.CREATED;
import static io.bloop.rule.internal.ManagedColumn.CREATED_BY;
import static io.bloop.rule.internal.ManagedColumn.MODIFIED;
import static io.bloop.rule.internal.ManagedColumn.MODIFIED_BY;
import static io.bloop.rule.internal.ManagedColumn.VERSION;
import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.Baseline;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Tracked;
import io.bloop.model.Values;
import io.bloop.rule.internal.ManagedColumn;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.StoppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes objects of models with any of the columns that the engine fills. */
@BothClients
class ManagedColumnTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final StoppedClock clock = new StoppedClock("2026-01-02T03:04:05Z");
    private final AtomicInteger asked = new AtomicInteger();
    private String auditor = "ada";

    private static class Sheet {
        String id = "a";
        String text = "one";
        Long version;
        Instant created;
        Instant modified;
        String createdBy;
        String modifiedBy;
    }

    private static final class TrackedSheet extends Sheet implements Tracked {

        private final Baseline baseline = new Baseline();

        @Override
        public Baseline baseline() {
            return baseline;
        }
    }

    /** The columns that are not managed are ordinary ones, which stay empty. */
    private static final class SheetModel extends ModelDefinition<Sheet> {

        private final StringColumn<Sheet, String> text;

        SheetModel(Set<ManagedColumn> managed) {
            super(Sheet.class);
            column("id", STRING).getter(s -> s.id).setter((s, v) -> s.id = v).hashKey();
            text = column("text", STRING).getter(s -> s.text).setter((s, v) -> s.text = v);
            NumberColumn<Sheet, Long> version =
                    column("version", LONG).getter(s -> s.version).setter((s, v) -> s.version = v);
            if (managed.contains(VERSION)) {
                version.version();
            }
            StringColumn<Sheet, Instant> created =
                    column("created", INSTANT).getter(s -> s.created).setter((s, v) -> s.created = v);
            if (managed.contains(CREATED)) {
                created.created();
            }
            StringColumn<Sheet, Instant> modified =
                    column("modified", INSTANT).getter(s -> s.modified).setter((s, v) -> s.modified = v);
            if (managed.contains(MODIFIED)) {
                modified.modified();
            }
            StringColumn<Sheet, String> createdBy =
                    column("createdBy", STRING).getter(s -> s.createdBy).setter((s, v) -> s.createdBy = v);
            if (managed.contains(CREATED_BY)) {
                createdBy.createdBy();
            }
            StringColumn<Sheet, String> modifiedBy =
                    column("modifiedBy", STRING).getter(s -> s.modifiedBy).setter((s, v) -> s.modifiedBy = v);
            if (managed.contains(MODIFIED_BY)) {
                modifiedBy.modifiedBy();
            }
        }

        @Override
        protected Sheet create(Values<Sheet> values) {
            return new Sheet();
        }
    }

    static Stream<Arguments> models() {
        List<ManagedColumn> all = List.of(ManagedColumn.values());
        List<Arguments> models = new ArrayList<>();
        for (int bits = 0; bits < 1 << all.size(); bits++) {
            Set<ManagedColumn> managed = EnumSet.noneOf(ManagedColumn.class);
            for (ManagedColumn column : all) {
                if ((bits & 1 << column.ordinal()) != 0) {
                    managed.add(column);
                }
            }
            models.add(Arguments.of(managed, true));
            models.add(Arguments.of(managed, false));
        }
        return models.stream();
    }

    private static Map<String, AttributeValue> item(
            Set<ManagedColumn> managed, String text, int version, String modified, String modifiedBy) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of("id", fromS("a"), "text", fromS(text)));
        Map<ManagedColumn, AttributeValue> values = Map.of(
                VERSION, fromN("" + version),
                CREATED, fromS("2026-01-02T03:04:05.000000+00:00"),
                MODIFIED, fromS("2026-01-02T03:04:0" + modified + ".000000+00:00"),
                CREATED_BY, fromS("ada"),
                MODIFIED_BY, fromS(modifiedBy));
        Map<ManagedColumn, String> names = Map.of(
                VERSION, "version",
                CREATED, "created",
                MODIFIED, "modified",
                CREATED_BY, "createdBy",
                MODIFIED_BY, "modifiedBy");
        managed.forEach(column -> item.put(names.get(column), values.get(column)));
        return item;
    }

    private Map<String, AttributeValue> stored() {
        return dynamoDb.item("Sheet", Map.of("id", fromS("a")));
    }

    private void later(String auditor) {
        clock.forward(Duration.ofSeconds(1));
        this.auditor = auditor;
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("E4 each write fills the columns that the model has of those that the engine fills, and no others")
    void fillsWhatTheModelHas(Set<ManagedColumn> managed, boolean tracked) {
        SheetModel model = new SheetModel(managed);
        Engine engine = dynamoDb.engineBuilder()
                .clock(clock)
                .auditor(() -> {
                    asked.incrementAndGet();
                    return Optional.of(auditor);
                })
                .build();
        engine.bind(List.of(model));
        BloopTemplate<Sheet> sheets = engine.template(model);
        Sheet sheet = tracked ? new TrackedSheet() : new Sheet();

        sheets.save(sheet);
        assertThat(stored()).isEqualTo(item(managed, "one", 1, "5", "ada"));

        later("bob");
        sheet.text = "two";
        sheets.save(sheet);
        assertThat(stored()).isEqualTo(item(managed, "two", 2, "6", "bob"));

        later("cid");
        sheets.update("a").set(model.text, "three").run();
        assertThat(stored()).isEqualTo(item(managed, "three", 3, "7", "cid"));

        assertThat(asked.get() > 0).isEqualTo(managed.contains(CREATED_BY) || managed.contains(MODIFIED_BY));
    }
}
