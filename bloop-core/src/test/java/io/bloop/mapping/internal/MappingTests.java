package io.bloop.mapping.internal;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.Mappings.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.Link;
import io.bloop.type.InvalidValue;
import io.bloop.type.StoredItem;
import io.bloop.type.Types;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class MappingTests {

    private static final Map<String, AttributeValue> CURL = Map.of("slug", AttributeValue.fromS("curl"));

    private record Count(String id, long number) {}

    private static final class CountModel extends ModelDefinition<Count> {

        final StringColumn<Count, String> id =
                column("id", Types.STRING).getter(Count::id).hashKey();
        final NumberColumn<Count, Long> number = column("number", Types.LONG).getter(Count::number);
        private final BiFunction<CountModel, Values<Count>, Count> constructor;

        CountModel(BiFunction<CountModel, Values<Count>, Count> constructor) {
            super(Count.class);
            this.constructor = constructor;
        }

        @Override
        protected Count create(Values<Count> values) {
            return constructor.apply(this, values);
        }

        Count read(Map<String, AttributeValue> item) {
            return mapping(this).read(item, this);
        }
    }

    private static final class Counter {
        String id;
        long number;
    }

    private static class CounterModel extends ModelDefinition<Counter> {

        final StringColumn<Counter, String> id = column("id", Types.STRING)
                .getter(c -> c.id)
                .setter((c, v) -> c.id = v)
                .hashKey();
        final NumberColumn<Counter, Long> number =
                column("number", Types.LONG).getter(c -> c.number).setter((c, v) -> c.number = v);

        CounterModel() {
            super(Counter.class);
        }

        @Override
        protected Counter create(Values<Counter> values) {
            return new Counter();
        }
    }

    private static final class ForgetfulModel extends CounterModel {

        @Override
        protected void fill(Counter object, Values<Counter> values) {
            object.id = values.get(id);
        }
    }

    private static final Map<String, AttributeValue> ONE = Map.of("id", AttributeValue.fromS("1"));
    private static final Map<String, AttributeValue> ONE_SEVEN =
            Map.of("id", AttributeValue.fromS("1"), "number", AttributeValue.fromN("7"));

    @Test
    @DisplayName("M16 initial values of fields are for new objects alone")
    void initialValuesAreForNewObjectsAlone() {
        Link link = mapping(LINK).read(CURL, LINK);
        assertThat(link.createdOn).isNull();
        assertThat(new Link().createdOn).isNotNull();
    }

    @Test
    @DisplayName("M16 filling an object replaces every value it had")
    void fillingAnObjectReplacesEveryValue() {
        Link link = new Link("curl");
        link.owner = "me";
        link.clicks = 7;
        link.tags.add("docs");
        mapping(LINK).filled(link, StoredItem.of(CURL), LINK);
        assertThat(LINK.print(link)).isEqualTo("Link(slug=curl, clicks=0, tags=[], notes=[], counts={})");
    }

    @Test
    void attributesThatTheModelDoesNotKnowAreLeftOut() {
        Map<String, AttributeValue> item = Map.of(
                "slug", AttributeValue.fromS("curl"),
                "target", AttributeValue.fromN("1"),
                "future", AttributeValue.fromNul(true));
        assertThat(LINK.print(mapping(LINK).read(item, LINK)))
                .isEqualTo("Link(slug=curl, clicks=0, tags=[], notes=[], counts={})");
    }

    @Test
    @DisplayName("T1 a column whose attribute is NULL reads as absent")
    void aNullAttributeReadsAsAbsent() {
        Map<String, AttributeValue> item = Map.of(
                "slug", AttributeValue.fromS("curl"),
                "owner", AttributeValue.fromNul(true),
                "clicks", AttributeValue.fromNul(true),
                "tags", AttributeValue.fromNul(true));
        assertThat(LINK.print(mapping(LINK).read(item, LINK)))
                .isEqualTo("Link(slug=curl, clicks=0, tags=[], notes=[], counts={})");
    }

    @Test
    @DisplayName("T3 a value that cannot be read is an error naming model, key, column and what was found")
    void aValueThatCannotBeReadIsAnError() {
        Map<String, AttributeValue> item =
                Map.of("slug", AttributeValue.fromS("curl"), "clicks", AttributeValue.fromN("3.14"));
        assertThatThrownBy(() -> mapping(LINK).read(item, LINK))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read Link.clicks of Link(slug=S \"curl\"): expected Long, a whole number from "
                        + "-9223372036854775808 to 9223372036854775807, found another N.");
    }

    @Test
    @DisplayName("T3 a value that cannot be stored is an error naming model, key, column and what was found")
    void aValueThatCannotBeStoredIsAnError() {
        Link link = new Link("curl");
        link.owner = "me";
        link.score = new BigDecimal("1E+126");
        assertThatThrownBy(() -> mapping(LINK).changes(link, LINK))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "Cannot store Link.score of Link(slug=S \"curl\"): expected BigDecimal of at most 38 digits, "
                                + "from 1E-130 to 9.9E+125 in magnitude, found one with precision 1 and exponent 126.");
    }

    @Test
    @DisplayName("M3 a class is made by its own constructor, and set by its setters or fields")
    void aClassIsMadeByItsConstructorAndSet() {
        Counter counter = mapping(new CounterModel()).read(ONE_SEVEN, this);
        assertThat(counter.id).isEqualTo("1");
        assertThat(counter.number).isEqualTo(7);
    }

    @Test
    @DisplayName("M3 a record is made by its constructor")
    void aRecordIsMadeByItsConstructor() {
        CountModel model = new CountModel((m, values) -> new Count(values.get(m.id), values.get(m.number)));
        assertThat(model.read(ONE_SEVEN)).isEqualTo(new Count("1", 7));
    }

    @Test
    @DisplayName("M16 a record that is filled gives way to another one")
    void fillingARecordMakesAnother() {
        CountModel model = new CountModel((m, values) -> new Count(values.get(m.id), values.get(m.number)));
        Count count = new Count("1", 2);
        assertThat(mapping(model).filled(count, StoredItem.of(ONE_SEVEN), model))
                .isEqualTo(new Count("1", 7));
        assertThat(count.number()).isEqualTo(2);
    }

    @Test
    void aValueThatIsAbsentMayBeReplacedWhereItIsAskedFor() {
        CountModel model = new CountModel((m, values) -> new Count(values.get(m.id), values.get(m.number, -1L)));
        assertThat(model.read(ONE)).isEqualTo(new Count("1", -1));
        assertThat(model.read(ONE_SEVEN)).isEqualTo(new Count("1", 7));
    }

    @Test
    @DisplayName("M25 a record whose constructor is not given a column is refused")
    void aForgottenColumnIsRefused() {
        CountModel model = new CountModel((m, values) -> new Count(values.get(m.id), 0));
        assertThatThrownBy(() -> model.read(ONE_SEVEN))
                .isInstanceOf(InvalidModel.class)
                .hasMessage("Model Count is not valid (1 problem):\n"
                        + "  - Column 'number' has no setter, and create() does not ask for it, so that loading"
                        + " would lose its value; give it a setter, or pass it to the constructor.");
    }

    @Test
    @DisplayName("M25 a definition whose own fill() forgets a column is refused")
    void aColumnThatIsNotFilledIsRefused() {
        ModelDefinition<Counter> model = new ForgetfulModel();
        assertThatThrownBy(() -> mapping(model).read(ONE_SEVEN, model))
                .isInstanceOf(InvalidModel.class)
                .hasMessage("Model Counter is not valid (1 problem):\n  - Column 'number' is asked for by neither "
                        + "create() nor fill(), so that loading would lose its value; let fill() set it.");
    }
}
