package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.engine.Engine;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.MappingFailed;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lets the code of annotated classes throw while generated definitions read and store their objects. */
@BothClients
class GeneratedFailureTests {

    private static final String PERSON = """
            @Model
            record Person(@HashKey String id, String name, String group, int age, List<String> tags, Home home) {
                Person {
                    Objects.requireNonNull(name);
                }

                @Override
                public String group() {
                    if ("hidden".equals(group)) {
                        throw new IllegalStateException("hidden");
                    }
                    return group;
                }
            }
            """;

    private static final String HOME = """
            @Document
            record Home(String city, String street, int number) {
                Home {
                    Objects.requireNonNull(city);
                }

                @Override
                public int number() {
                    if (number < 0) {
                        throw new IllegalStateException("negative");
                    }
                    return number;
                }
            }
            """;

    private static final String GAUGE = """
            @Model
            class Gauge extends BaseModel {
                @HashKey String id;
                private String unit = "C";
                private long level;
                Scale scale;

                String getUnit() {
                    if (unit.equals("X")) {
                        throw new IllegalStateException("no such unit");
                    }
                    return unit;
                }

                void setUnit(String unit) {
                    this.unit = unit.strip();
                }

                long getLevel() {
                    return level;
                }

                void setLevel(long level) {
                    if (level < 0) {
                        Gauge.<RuntimeException>rethrow(new java.io.IOException("below zero"));
                    }
                    this.level = level;
                }

                @SuppressWarnings("unchecked")
                private static <E extends Exception> void rethrow(Exception ex) throws E {
                    throw (E) ex;
                }
            }
            """;

    private static final String SCALE = """
            @Document
            class Scale {
                String name;
                private int most;

                int getMost() {
                    return most;
                }

                void setMost(int most) {
                    if (most > 100) {
                        throw new IllegalArgumentException("too much");
                    }
                    this.most = most;
                }
            }
            """;

    private static final String CALLS = """
            package com.acme;

            import static com.acme.GaugeModel.GAUGE;
            import static com.acme.PersonModel.PERSON;

            import io.bloop.engine.Engine;
            import java.util.List;

            public final class Calls {
                private static final Person HIDDEN = new Person("1", "Ada", "hidden", 1, List.of(), null);

                public static void bind(Engine engine) { engine.bind(List.of(PERSON, GAUGE)); }
                public static void find(Engine engine) { engine.template(PERSON).find("1"); }
                public static void scan(Engine engine) { engine.template(PERSON).scan().all(); }
                public static void batch(Engine engine) { engine.template(PERSON).findAll(List.of(PERSON.key("1"))); }
                public static void names(Engine engine) {
                    engine.template(PERSON).query().where(PERSON.id.eq("1")).select(PERSON.id, PERSON.group, PERSON.age).all();
                }
                public static void findGauge(Engine engine) { engine.template(GAUGE).find("1"); }
                public static void loadGauge(Engine engine) {
                    Gauge gauge = new Gauge();
                    gauge.id = "1";
                    engine.template(GAUGE).load(gauge);
                }
                public static void save(Engine engine) { engine.template(PERSON).save(HIDDEN); }
                public static void insert(Engine engine) { engine.template(PERSON).insert(HIDDEN); }
                public static void commit(Engine engine) { engine.writeTransaction(tx -> tx.save(HIDDEN)); }
                public static void saveHome(Engine engine) {
                    Home home = new Home("Oslo", "Main", -1);
                    engine.template(PERSON).save(new Person("1", "Ada", "g", 1, List.of(), home));
                }
                public static void saveChanged(Engine engine) {
                    Gauge gauge = engine.template(GAUGE).find("1").orElseThrow();
                    gauge.setUnit("X");
                    engine.template(GAUGE).save(gauge);
                }
            }
            """;

    private static final String NO_VALUES =
            ": accept null there, or give the type a value for an absent attribute " + "with orElse().";

    private static Class<?> calls;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    @BeforeAll
    static void compile() throws Exception {
        Compilation compilation = Compilation.of(PERSON, HOME, GAUGE, SCALE, CALLS);
        assertThat(compilation.messages()).isEmpty();
        calls = compilation.load().loadClass("com.acme.Calls");
    }

    private Engine bound() throws Exception {
        Engine engine = dynamoDb.engine();
        call("bind", engine);
        return engine;
    }

    private static void call(String method, Engine engine) throws Exception {
        try {
            calls.getMethod(method, Engine.class).invoke(null, engine);
        } catch (InvocationTargetException ex) {
            throw (Exception) ex.getCause();
        }
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue number(int number) {
        return AttributeValue.fromN(Integer.toString(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"find", "scan", "batch"})
    @DisplayName(
            "T6 a null that a record refuses names all columns without a value, and no primitive and no collection")
    void aNullThatARecordRefuses(String way) throws Exception {
        Engine engine = bound();
        dynamoDb.put("Person", Map.of("id", text("1")));
        assertThatThrownBy(() -> call(way, engine))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Person(id=S \"1\"): the application's code threw "
                        + "java.lang.NullPointerException. Nothing is stored for name, group, home" + NO_VALUES)
                .hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    @DisplayName("T6 a null that a record refuses names the columns that the request did not load")
    void aColumnThatWasNotLoaded() throws Exception {
        Engine engine = bound();
        dynamoDb.put("Person", Map.of("id", text("1"), "name", text("Ada"), "group", text("g")));
        assertThatThrownBy(() -> call("names", engine))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Person(id=S \"1\"): the application's code threw "
                        + "java.lang.NullPointerException. The request did not load name, tags, home: accept null there, "
                        + "or select it too.");
    }

    @Test
    @DisplayName("T6 a null that a document refuses names the column, the document and its members without a value")
    void aNullThatADocumentRefuses() throws Exception {
        Engine engine = bound();
        dynamoDb.put(
                "Person",
                Map.of(
                        "id", text("1"),
                        "name", text("Ada"),
                        "home", AttributeValue.fromM(Map.of("number", number(7)))));
        assertThatThrownBy(() -> call("find", engine))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Person.home of Person(id=S \"1\"): the application's code threw "
                        + "java.lang.NullPointerException in Home. Nothing is stored for city, street" + NO_VALUES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"findGauge", "loadGauge"})
    @DisplayName("T6 a setter that throws names its column, also where the exception is a checked one")
    void aSetterThatThrows(String way) throws Exception {
        Engine engine = bound();
        dynamoDb.put("Gauge", Map.of("id", text("1"), "unit", text("C"), "level", number(-1)));
        assertThatThrownBy(() -> call(way, engine))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Gauge.level of Gauge(id=S \"1\"): the application's code threw "
                        + "java.io.IOException; see the cause.")
                .hasCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"findGauge", "loadGauge"})
    @DisplayName("T6 a null that a setter refuses names its column")
    void aNullThatASetterRefuses(String way) throws Exception {
        Engine engine = bound();
        dynamoDb.put("Gauge", Map.of("id", text("1"), "level", number(1)));
        assertThatThrownBy(() -> call(way, engine))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Gauge.unit of Gauge(id=S \"1\"): the application's code threw "
                        + "java.lang.NullPointerException. Nothing is stored for unit" + NO_VALUES);
    }

    @Test
    @DisplayName("T6 a setter of a document that throws names column, document and member")
    void aSetterOfADocumentThatThrows() throws Exception {
        Engine engine = bound();
        AttributeValue scale = AttributeValue.fromM(Map.of("name", text("a"), "most", number(101)));
        dynamoDb.put("Gauge", Map.of("id", text("1"), "unit", text("C"), "scale", scale));
        assertThatThrownBy(() -> call("findGauge", engine))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Gauge.scale of Gauge(id=S \"1\"): the application's code threw "
                        + "java.lang.IllegalArgumentException in Scale.most; see the cause.")
                .hasRootCauseMessage("too much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"save", "insert", "commit"})
    @DisplayName("T6 a getter that throws names its column, whichever way the object is written")
    void aGetterThatThrows(String way) throws Exception {
        Engine engine = bound();
        assertThatThrownBy(() -> call(way, engine))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot store Person.group of Person(id=S \"1\"): the application's code threw "
                        + "java.lang.IllegalStateException; see the cause.")
                .hasRootCauseMessage("hidden");
        assertThat(dynamoDb.item("Person", Map.of("id", text("1")))).isEmpty();
    }

    @Test
    @DisplayName("T6 a getter of a document that throws names column, document and member")
    void aGetterOfADocumentThatThrows() throws Exception {
        Engine engine = bound();
        assertThatThrownBy(() -> call("saveHome", engine))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot store Person.home of Person(id=S \"1\"): the application's code threw "
                        + "java.lang.IllegalStateException in Home.number; see the cause.")
                .hasRootCauseMessage("negative");
    }

    @Test
    @DisplayName("T6 a getter that throws names its column when a loaded object is saved")
    void aGetterThatThrowsWhenALoadedObjectIsSaved() throws Exception {
        Engine engine = bound();
        dynamoDb.put("Gauge", Map.of("id", text("1"), "unit", text("C"), "level", number(1)));
        assertThatThrownBy(() -> call("saveChanged", engine))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot store Gauge.unit of Gauge(id=S \"1\"): the application's code threw "
                        + "java.lang.IllegalStateException; see the cause.");
        assertThat(dynamoDb.item("Gauge", Map.of("id", text("1")))).containsEntry("unit", text("C"));
    }
}
