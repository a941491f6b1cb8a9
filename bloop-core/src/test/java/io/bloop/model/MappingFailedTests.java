package io.bloop.model;

import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.setOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.bulk.BulkFailed;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.DocumentType;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import io.bloop.type.Member;
import io.bloop.type.MemberValues;
import io.bloop.type.StringType;
import io.bloop.write.WriteOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lets the code of users' classes throw while objects are read from a table and stored to it. */
@BothClients
class MappingFailedTests {

    private static final String NO_VALUES =
            ": accept null there, or give the type a value for an absent attribute " + "with orElse().";

    /** Refuses to be without a name, and to be of the group "none". */
    record Person(String id, String name, String group, int age) {
        Person {
            Objects.requireNonNull(name);
            if ("none".equals(group)) {
                throw new IllegalArgumentException("no group");
            }
        }

        @Override
        public String group() {
            if ("hidden".equals(group)) {
                throw new IllegalStateException("hidden");
            }
            return group;
        }
    }

    static class PersonModel extends ModelDefinition<Person> {
        final StringColumn<Person, String> id =
                column("id", STRING).getter(Person::id).hashKey();
        final StringColumn<Person, String> name = column("name", STRING).getter(Person::name);
        final StringColumn<Person, String> group = column("group", STRING).getter(Person::group);
        final NumberColumn<Person, Integer> age = column("age", INTEGER).getter(Person::age);
        private final BiFunction<PersonModel, Values<Person>, Person> constructor;

        PersonModel(BiFunction<PersonModel, Values<Person>, Person> constructor) {
            super(Person.class);
            this.constructor = constructor;
        }

        PersonModel() {
            this((m, values) ->
                    new Person(values.get(m.id), values.get(m.name), values.get(m.group), values.get(m.age, 0)));
        }

        @Override
        protected Person create(Values<Person> values) {
            return constructor.apply(this, values);
        }
    }

    /** A class whose accessors refuse some values. */
    static class Gauge extends BaseModel {
        private String id;
        private String unit = "C";
        private long level;
        List<Scale> scales = new ArrayList<>();
        Scale main;
        Set<Mark> marks = new HashSet<>();

        String id() {
            return id;
        }

        String unit() {
            if (unit.equals("X")) {
                throw new IllegalStateException("no such unit");
            }
            return unit;
        }

        void unit(String unit) {
            this.unit = unit.strip();
        }

        void level(long level) {
            if (level < 0) {
                throw Sneaky.thrown(new IOException("below zero"));
            }
            this.level = level;
        }
    }

    private static final class Sneaky {

        @SuppressWarnings("unchecked")
        static <E extends Throwable> RuntimeException thrown(Throwable ex) throws E {
            throw (E) ex;
        }
    }

    /** A document that refuses to be without a name. */
    record Scale(String name, Integer from, Integer to) {
        Scale {
            Objects.requireNonNull(name);
        }

        @Override
        public Integer from() {
            if (from != null && from < 0) {
                throw new IllegalStateException("negative");
            }
            return from;
        }
    }

    static final class ScaleType extends DocumentType<Scale> {
        static final ScaleType SCALE = new ScaleType();

        final Member<Scale, String> name = member("name", STRING).getter(Scale::name);
        final Member<Scale, Integer> from = member("from", INTEGER).getter(Scale::from);
        final Member<Scale, Integer> to = member("to", INTEGER).getter(Scale::to);

        private ScaleType() {
            super(Scale.class);
        }

        @Override
        protected Scale create(MemberValues<Scale> values) {
            return new Scale(values.get(name), values.get(from), values.get(to));
        }
    }

    /** A value whose hash code, text form and parsing refuse some values. */
    record Mark(String text) {
        static final StringType<Mark> MARK = StringType.of(Mark.class, Mark::print, Mark::parse);

        static Mark parse(String text) {
            if (text.equals("broken")) {
                throw new IllegalArgumentException("broken");
            }
            return new Mark(text);
        }

        String print() {
            if (text.equals("secret")) {
                throw new IllegalStateException("secret");
            }
            return text;
        }

        @Override
        public int hashCode() {
            if (text.equals("heavy")) {
                throw new UnsupportedOperationException();
            }
            return 1;
        }
    }

    static final class GaugeModel extends ModelDefinition<Gauge> {
        static final GaugeModel GAUGE = new GaugeModel();

        final StringColumn<Gauge, String> id = column("id", STRING)
                .getter(Gauge::id)
                .setter((g, v) -> g.id = v)
                .hashKey();
        final StringColumn<Gauge, String> unit =
                column("unit", STRING).getter(Gauge::unit).setter(Gauge::unit);
        final NumberColumn<Gauge, Long> level =
                column("level", LONG).getter(g -> g.level).setter(Gauge::level);
        final ListColumn<Gauge, Scale> scales =
                column("scales", listOf(ScaleType.SCALE)).getter(g -> g.scales).setter((g, v) -> g.scales = v);
        final DocumentColumn<Gauge, Scale> main =
                column("main", ScaleType.SCALE).getter(g -> g.main).setter((g, v) -> g.main = v);
        final SetColumn<Gauge, Mark> marks =
                column("marks", setOf(Mark.MARK)).getter(g -> g.marks).setter((g, v) -> g.marks = v);

        private GaugeModel() {
            super(Gauge.class);
        }

        @Override
        protected Gauge create(Values<Gauge> values) {
            return new Gauge();
        }
    }

    record Inner(Scale inner) {}

    record Box(String id, Inner box) {}

    static final class InnerType extends DocumentType<Inner> {
        static final InnerType INNER = new InnerType();

        final Member<Inner, Scale> inner = member("inner", ScaleType.SCALE).getter(Inner::inner);

        private InnerType() {
            super(Inner.class);
        }

        @Override
        protected Inner create(MemberValues<Inner> values) {
            return new Inner(values.get(inner));
        }
    }

    static final class BoxModel extends ModelDefinition<Box> {
        static final BoxModel BOX = new BoxModel();

        final StringColumn<Box, String> id =
                column("id", STRING).getter(Box::id).hashKey();
        final DocumentColumn<Box, Inner> box = column("box", InnerType.INNER).getter(Box::box);

        private BoxModel() {
            super(Box.class);
        }

        @Override
        protected Box create(Values<Box> values) {
            return new Box(values.get(id), values.get(box));
        }
    }

    private static final PersonModel PERSON = new PersonModel();

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private Engine engine;
    private BloopTemplate<Person> people;
    private BloopTemplate<Gauge> gauges;

    @BeforeEach
    void bind() {
        engine = dynamoDb.engine();
        engine.bind(List.of(PERSON, GaugeModel.GAUGE, BoxModel.BOX));
        people = engine.template(PERSON);
        gauges = engine.template(GaugeModel.GAUGE);
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue number(int number) {
        return AttributeValue.fromN(Integer.toString(number));
    }

    private void putPerson(Map<String, AttributeValue> item) {
        dynamoDb.put("Person", item);
    }

    private void putGauge(String column, AttributeValue value) {
        Map<String, AttributeValue> item =
                new HashMap<>(Map.of("id", text("1"), "unit", text("C"), "level", number(1)));
        item.put(column, value);
        dynamoDb.put("Gauge", item);
    }

    private Gauge gauge() {
        Gauge gauge = new Gauge();
        gauge.id = "1";
        return gauge;
    }

    static Stream<Named<Consumer<MappingFailedTests>>> readings() {
        return Stream.of(
                Named.of("find", test -> test.people.find("1")),
                Named.of(
                        "query",
                        test -> test.people.query().where(PERSON.id.eq("1")).first()),
                Named.of("scan", test -> test.people.scan().all()),
                Named.of("batch", test -> test.people.findAll(List.of(PERSON.keyOf("1")))),
                Named.of("transaction", test -> test.engine.readTransaction(tx -> tx.find(PERSON.keyOf("1")))),
                Named.of(
                        "update",
                        test -> test.people.update("1").set(PERSON.age, 1).returnNew()));
    }

    @ParameterizedTest
    @MethodSource("readings")
    @DisplayName("T6 a null that a constructor refuses names all columns without a value, whichever way it is read")
    void aRefusedNullNamesAllColumnsWithoutAValue(Consumer<MappingFailedTests> reading) {
        putPerson(Map.of("id", text("1"), "age", number(7)));
        assertThatThrownBy(() -> reading.accept(this))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Person(id=S \"1\"): the application's code threw "
                        + "java.lang.NullPointerException. Nothing is stored for name, group" + NO_VALUES)
                .hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    @DisplayName("T6 a failure of an object's code carries model, key and columns as fields")
    void carriesFields() {
        putPerson(Map.of("id", text("1"), "group", AttributeValue.fromNul(true)));
        MappingFailed failure = catchThrowableOfType(MappingFailed.class, () -> people.find("1"));
        assertThat(failure.isReading()).isTrue();
        assertThat(failure.model()).isEqualTo("Person");
        assertThat(failure.key()).isEqualTo("Person(id=S \"1\")");
        assertThat(failure.column()).isNull();
        assertThat(failure.document()).isNull();
        assertThat(failure.member()).isNull();
        assertThat(failure.absent()).containsExactly("name", "group");
        assertThat(failure.notLoaded()).isEmpty();
    }

    @Test
    @DisplayName("T6 a null that a constructor refuses names the columns that the request did not load")
    void aRefusedNullNamesTheColumnsThatWereNotLoaded() {
        putPerson(Map.of("id", text("1"), "name", text("Ada")));
        assertThatThrownBy(() -> people.query()
                        .where(PERSON.id.eq("1"))
                        .select(PERSON.id, PERSON.group)
                        .all())
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Person(id=S \"1\"): the application's code threw "
                        + "java.lang.NullPointerException. Nothing is stored for group" + NO_VALUES
                        + " The request did not load name: accept null there, or select it too.");
    }

    @Test
    @DisplayName("T6 a value that a constructor refuses names no column, since none is known")
    void aRefusedValueNamesNoColumn() {
        putPerson(Map.of("id", text("1"), "name", text("Ada"), "group", text("none")));
        assertThatThrownBy(() -> people.find("1"))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Person(id=S \"1\"): the application's code threw "
                        + "java.lang.IllegalArgumentException; see the cause.")
                .hasRootCauseMessage("no group");
    }

    @Test
    @DisplayName("T6 a null that is unboxed names its column, whatever was null before it")
    void anUnboxedNullNamesItsColumn() {
        PersonModel model = new PersonModel((m, values) -> new Person(
                values.get(m.id),
                "Ada",
                values.get(m.group, "g"),
                (int) values.get(m.age) + lengthOf(values.get(m.name))));
        putPerson(Map.of("id", text("1")));
        assertThatThrownBy(() -> engine.template(model).find("1"))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Person.age of Person(id=S \"1\"): the application's code threw "
                        + "java.lang.NullPointerException. Nothing is stored for age" + NO_VALUES);
    }

    private static int lengthOf(String text) {
        return text == null ? 0 : text.length();
    }

    @Test
    @DisplayName(
            "T6 a null that a hand-written create() fails at later does not blame the column that was asked for last")
    void aNullThatIsUsedLaterBlamesNoColumn() {
        PersonModel model = new PersonModel((m, values) -> {
            String name = values.get(m.name);
            String group = values.get(m.group);
            return new Person(values.get(m.id), name.strip(), group, values.get(m.age, 0));
        });
        putPerson(Map.of("id", text("1"), "age", number(1)));
        assertThatThrownBy(() -> engine.template(model).find("1"))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Person(id=S \"1\"): the application's code threw "
                        + "java.lang.NullPointerException. Nothing is stored for name, group" + NO_VALUES);
    }

    @Test
    @DisplayName("T6 a null that a setter refuses names its column")
    void aNullThatASetterRefusesNamesItsColumn() {
        dynamoDb.put("Gauge", Map.of("id", text("1"), "level", number(1)));
        assertThatThrownBy(() -> gauges.find("1"))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Gauge.unit of Gauge(id=S \"1\"): the application's code threw "
                        + "java.lang.NullPointerException. Nothing is stored for unit" + NO_VALUES);
    }

    @Test
    @DisplayName("T6 a value that a setter refuses names its column, also where the exception is a checked one")
    void aValueThatASetterRefusesNamesItsColumn() {
        putGauge("level", number(-1));
        assertThatThrownBy(() -> gauges.find("1"))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Gauge.level of Gauge(id=S \"1\"): the application's code threw "
                        + "java.io.IOException; see the cause.")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("T6 a value that a setter refuses names its column when an object is loaded in place")
    void aSetterThatRefusesNamesItsColumnInPlace() {
        putGauge("level", number(-1));
        assertThatThrownBy(() -> gauges.load(gauge()))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Gauge.level of Gauge(id=S \"1\"): the application's code threw "
                        + "java.io.IOException; see the cause.");
    }

    @Test
    @DisplayName(
            "T6 a null that a document's constructor refuses names column and document, and its members without a value")
    void aDocumentThatRefusesNullNamesItsMembers() {
        putGauge("scales", AttributeValue.fromL(List.of(AttributeValue.fromM(Map.of("to", number(9))))));
        MappingFailed failure = catchThrowableOfType(MappingFailed.class, () -> gauges.find("1"));
        assertThat(failure)
                .hasMessage("Cannot read Gauge.scales of Gauge(id=S \"1\"): the application's code threw "
                        + "java.lang.NullPointerException in Scale. Nothing is stored for name, from" + NO_VALUES);
        assertThat(failure.column()).isEqualTo("scales");
        assertThat(failure.document()).isEqualTo("Scale");
        assertThat(failure.absent()).containsExactly("name", "from");
    }

    @Test
    @DisplayName("T6 a document's getter that throws is not called by loading, and names the column when it is saved")
    void aDocumentsGetterThatThrowsIsPlacedWhenItIsSaved() {
        putGauge("main", AttributeValue.fromM(Map.of("name", text("a"), "from", number(-1))));
        Gauge found = gauges.find("1").orElseThrow();
        assertThatThrownBy(() -> gauges.save(found))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot store Gauge.main of Gauge(id=S \"1\"): the application's code threw "
                        + "java.lang.IllegalStateException in Scale.from; see the cause.")
                .hasRootCauseMessage("negative");
    }

    @Test
    @DisplayName("T6 an element whose hash code throws names its column")
    void anElementWhoseHashCodeThrowsNamesItsColumn() {
        putGauge("marks", AttributeValue.fromSs(List.of("heavy")));
        assertThatThrownBy(() -> gauges.find("1"))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Gauge.marks of Gauge(id=S \"1\"): the application's code threw "
                        + "java.lang.UnsupportedOperationException; see the cause.");
    }

    @Test
    @DisplayName("T6 a converter that throws on loading names its column, with the exception as the cause")
    void aConverterThatThrowsOnLoadingNamesItsColumn() {
        putGauge("marks", AttributeValue.fromSs(List.of("broken")));
        assertThatThrownBy(() -> gauges.find("1"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("Cannot read Gauge.marks of Gauge(id=S \"1\"): expected Mark, found ")
                .hasRootCauseMessage("broken");
    }

    @Test
    @DisplayName("T6 a converter that throws on storing names its column, with the exception as the cause")
    void aConverterThatThrowsOnStoringNamesItsColumn() {
        Gauge gauge = gauge();
        gauge.marks.add(new Mark("secret"));
        assertThatThrownBy(() -> gauges.save(gauge))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "Cannot store Gauge.marks of Gauge(id=S \"1\"): expected Mark, found a value whose conversion "
                                + "threw java.lang.IllegalStateException.")
                .hasRootCauseMessage("secret");
        assertThat(dynamoDb.item("Gauge", Map.of("id", text("1")))).isEmpty();
    }

    static Stream<Named<Consumer<MappingFailedTests>>> writings() {
        Person hidden = new Person("1", "Ada", "hidden", 1);
        return Stream.of(
                Named.of("save", test -> test.people.save(hidden)),
                Named.of("insert", test -> test.people.insert(hidden)),
                Named.of("replace", test -> test.people.replace(hidden)),
                Named.of("bulk replace", test -> test.people.bulk().replaceAll(List.of(hidden))),
                Named.of("transaction", test -> test.engine.writeTransaction(tx -> tx.save(hidden))));
    }

    @ParameterizedTest
    @MethodSource("writings")
    @DisplayName("T6 a getter that throws names its column, whichever way the object is written")
    void aGetterThatThrowsNamesItsColumn(Consumer<MappingFailedTests> writing) {
        assertThatThrownBy(() -> {
                    try {
                        writing.accept(this);
                    } catch (BulkFailed ex) {
                        throw ex.getCause();
                    }
                })
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot store Person.group of Person(id=S \"1\"): the application's code threw "
                        + "java.lang.IllegalStateException; see the cause.")
                .hasRootCauseMessage("hidden");
        assertThat(dynamoDb.item("Person", Map.of("id", text("1")))).isEmpty();
    }

    @Test
    @DisplayName("T6 a getter that throws names its column when a loaded object is saved")
    void aGetterThatThrowsNamesItsColumnWhenWhatHasChangedIsSaved() {
        putGauge("level", number(1));
        Gauge gauge = gauges.find("1").orElseThrow();
        gauge.unit = "X";
        assertThatThrownBy(() -> gauges.save(gauge))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot store Gauge.unit of Gauge(id=S \"1\"): the application's code threw "
                        + "java.lang.IllegalStateException; see the cause.");
        gauge.unit = "F";
        gauges.save(gauge);
        assertThat(dynamoDb.item("Gauge", Map.of("id", text("1")))).containsEntry("unit", text("F"));
    }

    @Test
    @DisplayName("T6 a document's getter that throws names column, document and member when it is stored")
    void aDocumentsGetterThatThrowsNamesItsMember() {
        Gauge gauge = gauge();
        gauge.scales.add(new Scale("a", -1, 2));
        MappingFailed failure = catchThrowableOfType(MappingFailed.class, () -> gauges.save(gauge));
        assertThat(failure)
                .hasMessage("Cannot store Gauge.scales of Gauge(id=S \"1\"): the application's code threw "
                        + "java.lang.IllegalStateException in Scale.from; see the cause.");
        assertThat(failure.isReading()).isFalse();
        assertThat(failure.member()).isEqualTo("from");
    }

    @Test
    @DisplayName("T6 a document's getter that throws names column, document and member in an update by request")
    void aDocumentsGetterThatThrowsNamesItsMemberInAnUpdate() {
        assertThatThrownBy(() -> gauges.update("1")
                        .set(GaugeModel.GAUGE.main, new Scale("a", -1, 2))
                        .run())
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot store Gauge.main of Gauge(id=S \"1\"): the application's code threw "
                        + "java.lang.IllegalStateException in Scale.from; see the cause.");
    }

    @Test
    @DisplayName("T6 a key getter that throws names its column, and the key is left out of the message")
    void aKeyGetterThatThrowsNamesItsColumn() {
        Gauge gauge = new Gauge() {
            @Override
            String id() {
                throw new IllegalStateException("no id yet");
            }
        };
        assertThatThrownBy(() -> gauges.delete(gauge))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot store Gauge.id of Gauge(id=nothing): the application's code threw "
                        + "java.lang.IllegalStateException; see the cause.");
    }

    @Test
    @DisplayName("T6 a failure inside of a document of a document is wrapped once")
    void aNestedFailureIsWrappedOnce() {
        dynamoDb.put(
                "Box",
                Map.of("id", text("1"), "box", AttributeValue.fromM(Map.of("inner", AttributeValue.fromM(Map.of())))));
        assertThatThrownBy(() -> engine.template(BoxModel.BOX).find("1"))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Box.box of Box(id=S \"1\"): the application's code threw "
                        + "java.lang.NullPointerException in Scale. Nothing is stored for name, from, to" + NO_VALUES)
                .hasCauseInstanceOf(NullPointerException.class);
    }

    /** An immutable object that refuses what the engine gives it. */
    record Ticket(String id, @Nullable Long version) {
        Ticket {
            if (version != null && version > 1) {
                throw new IllegalStateException("used up");
            }
        }
    }

    static class TicketModel extends ModelDefinition<Ticket> {
        final StringColumn<Ticket, String> id =
                column("id", STRING).getter(Ticket::id).hashKey();
        final NumberColumn<Ticket, Long> version =
                column("version", LONG).getter(Ticket::version).version();

        TicketModel() {
            super(Ticket.class);
        }

        @Override
        protected Ticket create(Values<Ticket> values) {
            return new Ticket(values.get(id), values.get(version));
        }
    }

    @Test
    @DisplayName("T6 a constructor that refuses the next version names the item, which has been written")
    void aConstructorThatRefusesTheNextVersionNamesTheItem() {
        TicketModel model = new TicketModel();
        engine.bind(List.of(model));
        Ticket first = engine.template(model).insert(new Ticket("1", null));

        assertThatThrownBy(() -> engine.template(model).save(first))
                .isInstanceOf(MappingFailed.class)
                .hasMessage(
                        "Cannot read Ticket(id=S \"1\"): the application's code threw java.lang.IllegalStateException; see the "
                                + "cause.");
    }

    @Test
    @DisplayName("T6 a refused write stays refused where the item that was there cannot be made an object of")
    void anUnreadableItemDoesNotHideThatAConditionWasUnmet() {
        putPerson(Map.of("id", text("1")));
        assertThatThrownBy(() -> people.insert(new Person("1", "Ada", "g", 1), WriteOptions.returnExisting()))
                .isInstanceOf(ConstraintViolation.class)
                .satisfies(
                        ex -> assertThat(((ConstraintViolation) ex).existing()).isNull())
                .satisfies(ex -> assertThat(ex.getCause().getSuppressed()[0]).isInstanceOf(MappingFailed.class));
    }
}
