package io.bloop.write;

import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.model.BaseModel;
import io.bloop.model.Column;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.DocumentType;
import io.bloop.type.Member;
import io.bloop.type.MemberValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is remembered of documents whose classes do not show what they were given. */
@BothClients
class ReadDocumentTests {

    static class Week extends BaseModel {
        String id;
        List<Day> days;

        Week(String id) {
            this.id = id;
        }
    }

    /** Cuts blanks off its name, and computes its label. */
    static final class Day {
        private String name;
        Integer degrees;

        void name(String name) {
            this.name = name == null ? null : name.strip();
        }

        String name() {
            return name;
        }

        String label() {
            return name + " " + degrees;
        }
    }

    static final class DayType extends DocumentType<Day> {
        final Member<Day, String> label = member("label", STRING).getter(Day::label);
        final Member<Day, String> name = member("name", STRING).getter(Day::name);
        final Member<Day, Integer> degrees = member("degrees", INTEGER).getter(d -> d.degrees);

        DayType() {
            super(Day.class);
        }

        @Override
        protected Day create(MemberValues<Day> values) {
            return new Day();
        }

        @Override
        protected void fill(Day day, MemberValues<Day> values) {
            day.name(values.get(name));
            day.degrees = values.get(degrees);
        }
    }

    static final class WeekModel extends ModelDefinition<Week> {
        final StringColumn<Week, String> id = column("id", STRING)
                .getter(w -> w.id)
                .setter((w, v) -> w.id = v)
                .hashKey();
        final Column<Week, List<Day>> days =
                column("days", listOf(new DayType())).getter(w -> w.days).setter((w, v) -> w.days = v);

        private WeekModel() {
            super(Week.class);
        }

        @Override
        protected Week create(Values<Week> values) {
            return new Week(null);
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final WeekModel model = new WeekModel();
    private BloopTemplate<Week> weeks;

    @BeforeEach
    void bind() {
        weeks = dynamoDb.engine().template(model);
        weeks.save(new Week("1"));
    }

    private static AttributeValue day(String label, String name, String degrees) {
        return AttributeValue.fromM(Map.of(
                "label",
                AttributeValue.fromS(label),
                "name",
                AttributeValue.fromS(name),
                "degrees",
                AttributeValue.fromN(degrees)));
    }

    private void put(AttributeValue... days) {
        dynamoDb.put("Week", Map.of("id", AttributeValue.fromS("1"), "days", AttributeValue.fromL(List.of(days))));
    }

    private AttributeValue stored() {
        return dynamoDb.item("Week", Map.of("id", AttributeValue.fromS("1"))).get("days");
    }

    @Test
    @DisplayName(
            "M29 a member that a document computes and is not given is stored when the document changes, not before")
    void aComputedMemberIsWrittenWithItsDocument() {
        AttributeValue before = day("written by another", "Monday", "7");
        put(before);
        Week week = weeks.find("1").orElseThrow();

        weeks.save(week);
        assertThat(stored()).isEqualTo(AttributeValue.fromL(List.of(before)));

        week.days.get(0).degrees = 8;
        weeks.save(week);
        assertThat(stored()).isEqualTo(AttributeValue.fromL(List.of(day("Monday 8", "Monday", "8"))));
    }

    @Test
    @DisplayName("E2 what a document's class makes of a stored value is written by the next save, like a column's")
    void whatADocumentChangesWhileItIsReadIsWritten() {
        put(day("Monday 7", " Monday ", "7"), day("Tuesday 9", "Tuesday", "9"));

        weeks.save(weeks.find("1").orElseThrow());

        assertThat(stored())
                .isEqualTo(AttributeValue.fromL(
                        List.of(day("Monday 7", "Monday", "7"), day("Tuesday 9", "Tuesday", "9"))));
    }
}
