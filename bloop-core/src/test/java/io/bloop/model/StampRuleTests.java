package io.bloop.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.model.StampRuleTests.Paper;
import io.bloop.type.NumberType;
import io.bloop.type.StringType;
import io.bloop.type.Types;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StampRuleTests {

    static class Paper {}

    private static final class PaperModel extends ModelDefinition<Paper> {

        PaperModel() {
            super(Paper.class);
            string("id", Types.STRING).hashKey();
        }

        <V> StringColumn<Paper, V> string(String name, StringType<V> type) {
            return column(name, type).getter(paper -> null).setter((paper, value) -> {});
        }

        <V> NumberColumn<Paper, V> number(String name, NumberType<V> type) {
            return column(name, type).getter(paper -> null).setter((paper, value) -> {});
        }

        @Override
        protected Paper create(Values<Paper> values) {
            return new Paper();
        }
    }

    private final PaperModel model = new PaperModel();

    private void assertProblems(String... problems) {
        assertThatThrownBy(model::columns)
                .isInstanceOf(InvalidModel.class)
                .extracting(refused -> ((InvalidModel) refused).problems())
                .isEqualTo(List.of(problems));
    }

    @Test
    @DisplayName("M25 a version is an int or a long, and moments are of a type that is one")
    void theRightTypesAreTaken() {
        model.number("version", Types.INTEGER).version();
        model.string("created", Types.OFFSET_DATE_TIME).created();
        model.number("modified", Types.TIMESTAMP).modified();

        assertThatCode(model::columns).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("M25 two versions are refused, naming both")
    void twoVersionsAreRefused() {
        model.number("one", Types.LONG).version();
        model.number("two", Types.LONG).version();

        assertProblems("Columns [one, two] are all marked with version(); keep one.");
    }

    @Test
    @DisplayName("M25 two moments of the first write are refused, as are two of the last")
    void twoMomentsAreRefused() {
        model.string("a", Types.INSTANT).created();
        model.string("b", Types.INSTANT).created();
        model.string("c", Types.INSTANT).modified();
        model.string("d", Types.INSTANT).modified();

        assertProblems(
                "Columns [a, b] are all marked with created(); keep one.",
                "Columns [c, d] are all marked with modified(); keep one.");
    }

    @Test
    @DisplayName("M25 a version of another type than int and long is refused")
    void aVersionOfAnotherTypeIsRefused() {
        model.number("version", Types.BIG_DECIMAL).version();

        assertProblems("Column 'version' is marked with version() and of type BigDecimal; make it an int or a long.");
    }

    @Test
    @DisplayName("M25 a moment of a type that is none is refused")
    void aMomentOfAnotherTypeIsRefused() {
        model.string("since", Types.LOCAL_DATE_TIME).created();

        assertProblems("Column 'since' is marked with created() and of type LocalDateTime; "
                + "make it an Instant, an OffsetDateTime or a ZonedDateTime.");
    }

    @Test
    @DisplayName("M25 a column cannot be the moment of both the first and the last write")
    void oneMarkIsEnough() {
        model.string("when", Types.INSTANT).modified().created();

        assertProblems("Column 'when' is marked with all of [created(), modified()]; keep one.");
    }

    @Test
    @DisplayName("M25 an auditor is of a type that one can be stored as")
    void anAuditorOfAnotherTypeIsRefused() {
        model.string("by", Types.UUID).createdBy();
        model.string("last", Types.INSTANT).modifiedBy();

        assertProblems("Column 'last' is marked with modifiedBy() and of type Instant; make it a String, a UUID, an "
                + "Integer or a Long.");
    }

    @Test
    @DisplayName("M25 two auditors of the last write are refused, naming both")
    void twoAuditorsAreRefused() {
        model.string("a", Types.STRING).modifiedBy();
        model.number("b", Types.LONG).modifiedBy();

        assertProblems("Columns [a, b] are all marked with modifiedBy(); keep one.");
    }

    @Test
    @DisplayName("M25 a time to live that the engine would write to is refused")
    void aTimeToLiveIsRefused() {
        NumberColumn<Paper, Instant> modified =
                model.number("modified", Types.TIMESTAMP).modified();
        model.table(t -> t.ttl(modified));

        assertProblems("Column 'modified' is the table's time to live and marked with modified(), which says nothing "
                + "of when an item expires; use another column.");
    }

    @Test
    @DisplayName("M25 a key that the engine would write to is refused")
    void aKeyIsRefused() {
        model.string("when", Types.INSTANT).rangeKey().created();

        assertProblems("Column 'when' is marked with created() and is a key, and keys never change; "
                + "mark another column.");
    }
}
