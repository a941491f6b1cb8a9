package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads items that lack attributes of members with a default. */
@BothClients
class DefaultValueTests {

    private static final String MEMBERS = """
            @Default("none %s TEXT \\"quoted\\"") String text;
            @Default("5") int number;
            @Default("-6") Long big;
            @Default("1.5") double rate;
            @Default("2.50") BigDecimal price;
            @Default("true") boolean open;
            @Default("STALE") State state;
            @Default("2024-05-01T00:00:00Z") Instant at;
            @Default("2024-05-01") LocalDate day;
            @Default("PT5M") Duration after;
            """;

    private static final String SCENARIO = """
            package com.acme;

            import static com.acme.NoteModel.NOTE;
            import static org.assertj.core.api.Assertions.*;

            import io.bloop.engine.*;
            import java.util.List;
            import java.util.function.BiConsumer;

            public class Scenario implements BiConsumer<Engine, Runnable> {
                @Override
                public void accept(Engine engine, Runnable store) {
                    engine.bind(List.of(NOTE));
                    store.run();
                    BloopTemplate<Note> notes = engine.template(NOTE);
                    Note found = notes.find("a").orElseThrow();
                    assertThat(NOTE.text.get(found)).isEqualTo("none %s TEXT \\"quoted\\"");
                    assertThat(NOTE.number.get(found)).isEqualTo(5);
                    assertThat(NOTE.big.get(found)).isEqualTo(-6L);
                    assertThat(NOTE.rate.get(found)).isEqualTo(1.5);
                    assertThat(NOTE.price.get(found)).isEqualTo("2.50");
                    assertThat(NOTE.open.get(found)).isTrue();
                    assertThat(NOTE.state.get(found)).isEqualTo(State.STALE);
                    assertThat(NOTE.at.get(found)).isEqualTo("2024-05-01T00:00:00Z");
                    assertThat(NOTE.day.get(found)).isEqualTo("2024-05-01");
                    assertThat(NOTE.after.get(found)).isEqualTo(java.time.Duration.ofMinutes(5));
                    assertThat(((Page) NOTE.column("page").get(found)).number()).isEqualTo(7);
                    MORE
                }
            }
            """;

    private static final String PAGE = "@Document\nrecord Page(@Default(\"7\") int number, String text) {}\n";

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private void run(String source, String more) throws Exception {
        Compilation compilation =
                Compilation.of(source, PAGE, "enum State { FRESH, STALE }\n", SCENARIO.replace("MORE", more));
        assertThat(compilation.messages()).isEmpty();
        BiConsumer<Engine, Runnable> scenario = compilation.scenario(Runnable.class);
        scenario.accept(dynamoDb.engine(), () -> dynamoDb.put("Note", ITEM));
    }

    private static final Map<String, AttributeValue> ITEM = Map.of(
            "id", AttributeValue.fromS("a"), "page", AttributeValue.fromM(Map.of("text", AttributeValue.fromS("x"))));

    private Map<String, AttributeValue> stored() {
        return dynamoDb.item("Note", Map.of("id", AttributeValue.fromS("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"class Note extends BaseModel", "class Note"})
    @DisplayName("M28 a member of a class has its default where the attribute is absent")
    void readsDefaults(String head) throws Exception {
        run(
                "import java.math.*;\n@Model\n" + head + " {\n@HashKey String id;\nPage page;\n" + MEMBERS + "}\n",
                head.endsWith("BaseModel") ? "notes.save(found);" : "");

        assertThat(stored()).isEqualTo(ITEM);
    }

    @Test
    @DisplayName("M28 a component of a record has its default where the attribute is absent")
    void readsDefaultsOfRecords() throws Exception {
        run(
                "import java.math.*;\n@Model\nrecord Note(@HashKey String id, Page page,\n"
                        + MEMBERS.strip().replace(";\n", ",\n").replace(";", "") + ") {}\n",
                "");

        assertThat(stored()).isEqualTo(ITEM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "010 | byte | (byte) 10",
                "-128 | byte | (byte) -128",
                "09 | Short | (short) 9",
                "010 | int | 10",
                "09 | int | 9",
                "+7 | Integer | 7",
                "-2147483648 | int | -2147483648",
                "\u0663 | int | 3",
                "0777 | long | 777L",
                "-9223372036854775808 | Long | -9223372036854775808L",
                "010 | float | 10.0F",
                "1d | float | 1.0F",
                "1e-45 | float | 1.4E-45F",
                "3.4028235e38 | Float | 3.4028235E38F",
                "09 | double | 9.0D",
                "1f | double | 1.0D",
                "1d | double | 1.0D",
                ".5 | double | 0.5D",
                "-0e9 | double | -0.0D",
                "0x0.0p7d | double | 0.0D",
                "0x1p3 | Double | 8.0D",
                "1e300 | Double | 1.0E300D",
                "010 | java.math.BigInteger | new BigInteger(\"010\")",
                "-1e999 | java.math.BigDecimal | new BigDecimal(\"-1e999\")"
            })
    @DisplayName("M28 a number is written as the value that its text has, whatever a compiler would make of the text")
    void writesNumbersAsTheirValues(String text, String type, String code) {
        Compilation compilation = Compilation.of(
                "@Model\nclass Note {\n@HashKey String id;\n@Default(\"" + text + "\") " + type + " x;\n}\n");

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("NoteModel")).contains(".orElse(" + code + "));");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN double",
                "Infinity double",
                "-Infinity Double",
                "1e999 double",
                "-1e999 Double",
                "1e-999 double",
                "0x1p-9999 double",
                "NaN float",
                "Infinity Float",
                "1e39 float",
                "-1e39 Float",
                "1e-46 float"
            })
    @DisplayName("M28 M30 a number that is not finite, or that its type is too small for, is an error")
    void refusesNumbersOutOfRange(String textAndType) {
        String[] parts = textAndType.split(" ");
        assertThat(Compilation.of("@Model\nclass Note {\n@HashKey String id;\n@Default(\"" + parts[0] + "\") "
                                + parts[1] + " x;\n}\n")
                        .messages())
                .singleElement()
                .asString()
                .endsWith(": Column 'x' is marked with @Default and '" + parts[0] + "' is no " + parts[1]
                        + "; give a value of its type.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "@Default(\"x\") int x | Column 'x' is marked with @Default and 'x' is no int; give a value of its type.",
                "@Default(\"yes\") boolean x | Column 'x' is marked with @Default and 'yes' is no boolean; give a value of "
                        + "its type.",
                "@Default(\"300\") byte x | Column 'x' is marked with @Default and '300' is no byte; give a value of its "
                        + "type.",
                "@Default(\"today\") LocalDate x | Column 'x' is marked with @Default and 'today' is no LocalDate; give a "
                        + "value of its type.",
                "@Default(\"OLD\") DayOfWeek x | Column 'x' is marked with @Default and 'OLD' is no constant of DayOfWeek; "
                        + "it has MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY.",
                "@Default(\"x\") List<String> x | Column 'x' is marked with @Default and a List<String>, of which there is "
                        + "no text to give; take @Default away, or give it a type with orElse() by @StoredWith.",
                "@Version @Default(\"1\") long x | Column 'x' is marked with @Default and written by the engine itself; "
                        + "take @Default away."
            })
    @DisplayName("M28 M30 a default that the member cannot have is an error")
    void refusesDefaults(String member, String message) {
        assertThat(Compilation.of("@Model\nclass Note {\n@HashKey String id;\n" + member + ";\n}\n")
                        .messages())
                .singleElement()
                .asString()
                .endsWith(": " + message);
    }

    @Test
    @DisplayName("M28 M30 a key has no default")
    void refusesADefaultOfAKey() {
        assertThat(Compilation.with(
                                List.of(new ModelProcessor()),
                                List.of(),
                                "@Model\nclass Note {\n@HashKey @Default(\"x\") String id;\n}\n")
                        .messages())
                .singleElement()
                .asString()
                .endsWith(
                        "Column 'id' is marked with @Default and is a key, which is never absent; take @Default away.");
    }
}
