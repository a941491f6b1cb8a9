package io.bloop.model;

import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Covers two definitions of one class on one table. */
@BothClients
class TwoDefinitionsTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    static class Thing extends BaseModel {
        String id;
        String a;
        String b;
        long number;
        long version;
    }

    /** Has a column that the other lacks, so that places differ. */
    static final class Wide extends ModelDefinition<Thing> {
        final StringColumn<Thing, String> b =
                column("b", STRING).getter(t -> t.b).setter((t, v) -> t.b = v);
        final StringColumn<Thing, String> a =
                column("a", STRING).getter(t -> t.a).setter((t, v) -> t.a = v);
        final NumberColumn<Thing, Long> number =
                column("number", LONG.orElse(0L)).getter(t -> t.number).setter((t, v) -> t.number = v);
        final StringColumn<Thing, String> id = column("id", STRING)
                .getter(t -> t.id)
                .setter((t, v) -> t.id = v)
                .hashKey();
        final NumberColumn<Thing, Long> version = column("version", LONG.orElse(0L))
                .getter(t -> t.version)
                .setter((t, v) -> t.version = v)
                .version();
        final GlobalSecondaryIndex<Thing> byA =
                globalIndex("byA", IndexProjection.of(a)).hashKey(a);

        Wide() {
            super(Thing.class, "Wide");
            table(t -> t.named("Thing"));
        }

        @Override
        protected Thing create(Values<Thing> values) {
            return new Thing();
        }
    }

    static final class Narrow extends ModelDefinition<Thing> {
        final StringColumn<Thing, String> id = column("id", STRING)
                .getter(t -> t.id)
                .setter((t, v) -> t.id = v)
                .hashKey();
        final StringColumn<Thing, String> b =
                column("b", STRING).getter(t -> t.b).setter((t, v) -> t.b = v);
        final NumberColumn<Thing, Long> number =
                column("number", LONG.orElse(0L)).getter(t -> t.number).setter((t, v) -> t.number = v);

        Narrow() {
            super(Thing.class, "Narrow");
            table(t -> t.named("Thing"));
        }

        @Override
        protected Thing create(Values<Thing> values) {
            return new Thing();
        }
    }

    private final Wide wide = new Wide();
    private final Narrow narrow = new Narrow();
    private BloopTemplate<Thing> wides;
    private BloopTemplate<Thing> narrows;

    @BeforeEach
    void bind() {
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(wide, narrow));
        wides = engine.template(wide);
        narrows = engine.template(narrow);
        dynamoDb.put(
                "Thing",
                Map.of(
                        "id", fromS("1"),
                        "a", fromS("a"),
                        "b", fromS("b"),
                        "number", fromN("7"),
                        "version", fromN("3")));
    }

    private Map<String, AttributeValue> item() {
        return dynamoDb.item("Thing", Map.of("id", fromS("1")));
    }

    @Test
    @DisplayName("E19 what was loaded through a projection of one definition erases nothing through another")
    void erasesNothing() {
        Thing thing = wides.query(wide.byA).where(wide.a.eq("a")).one();
        thing.b = "new";

        narrows.save(thing);

        assertThat(item())
                .containsEntry("b", fromS("new"))
                .containsEntry("number", fromN("7"))
                .containsEntry("a", fromS("a"));
    }

    @Test
    @DisplayName("E19 an assigned value is written through another definition, whatever the places of the columns are")
    void writesWhatWasAssigned() {
        Thing thing = narrows.scan().select(narrow.id).one();
        thing.number = 8;
        thing.a = "x";
        thing.b = "y";
        thing.version = 3;

        wides.save(thing);

        assertThat(item())
                .containsEntry("a", fromS("x"))
                .containsEntry("b", fromS("y"))
                .containsEntry("number", fromN("8"))
                .containsEntry("version", fromN("4"));
    }

    @Test
    @DisplayName("E19 an object of another definition counts as new, so that null says nothing")
    void countsAsNew() {
        Thing thing = narrows.scan().one();
        thing.b = null;
        thing.version = 3;

        wides.save(thing);

        assertThat(item()).containsEntry("b", fromS("b")).containsEntry("a", fromS("a"));
    }
}
