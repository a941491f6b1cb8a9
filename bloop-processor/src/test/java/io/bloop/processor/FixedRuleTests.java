package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks DynamoDB's fixed rules, which need no table to be known. */
class FixedRuleTests {

    private static final String OF_256 = "n".repeat(256);
    private static final String SHOWN = "n".repeat(60) + "...";
    private static final String KEY_BYTES =
            "has 256 bytes in UTF-8; DynamoDB allows 255 for keys, included attributes and the time to live. Rename it.";

    private static String indexes(int count, String kind) {
        String more = kind.equals("Global")
                ? "@GlobalSecondaryIndex(name = \"index%d\", hashKey = \"other\", projection = Projection.KEYS)"
                : "@LocalSecondaryIndex(name = \"index%d\", rangeKey = \"other\", projection = Projection.KEYS)";
        return IntStream.rangeClosed(1, count).mapToObj(more::formatted).collect(Collectors.joining("\n"));
    }

    private static String model(String annotations, String members) {
        return """
                @Model
                %s
                class Link {
                    @HashKey String slug;
                    @RangeKey String at;
                    String other;
                    %s
                }
                """.formatted(annotations, members);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken(
                        "a character that a table's name cannot have",
                        model("@Table(name = \"my links\")", ""),
                        "error at 2 \"my links\"): The table's name 'my links' contains ' '; DynamoDB allows only a-z, "
                                + "A-Z, 0-9, '_', '-' and '.'."),
                broken(
                        "a placeholder in a table's name",
                        model("@Table(name = \"${app.table}\")", ""),
                        "error at 2 \"${app.table}\"): The table's name '${app.table}' contains '$'; DynamoDB allows "
                                + "only a-z, A-Z, 0-9, '_', '-' and '.', and placeholders are not resolved here."),
                broken(
                        "a table's name of 256 characters",
                        model("@Table(name = \"" + OF_256 + "\")", ""),
                        "error at 2 \"" + OF_256 + "\"): The table's name '" + SHOWN
                                + "' has 256 characters; DynamoDB allows 3 to 255."),
                broken(
                        "a model's name that the table cannot have",
                        "@Model(\"my links\")\nclass Link { @HashKey String slug; }",
                        "error at 1 \"my links\"): The table has the name of the model, and 'my links' contains ' '; "
                                + "DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and '.'. Name the table with "
                                + "@Table(name = ...)."),
                broken(
                        "a class's name that the table cannot have",
                        "@Model\nclass Größe { @HashKey String slug; }",
                        "error at 2 class Größe { @HashKey String slug; }: The table has the name of the model, and "
                                + "'Größe' contains 'ö'; DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and '.'. Name the "
                                + "table with @Table(name = ...)."),
                broken(
                        "an index's name of two characters",
                        model(
                                "@GlobalSecondaryIndex(name = \"by\", hashKey = \"other\", projection = Projection.ALL)",
                                ""),
                        "error at 2 \"by\", hashKey = \"other\", projection = Projection.ALL): The stored name 'by' of "
                                + "index 'by' has 2 characters; DynamoDB allows 3 to 255. Rename it."),
                broken(
                        "a character that an index's stored name cannot have",
                        model(
                                "@LocalSecondaryIndex(name = \"byOther\", storedAs = \"by/other\", rangeKey = \"other\", "
                                        + "projection = Projection.ALL)",
                                ""),
                        "error at 2 \"by/other\", rangeKey = \"other\", projection = Projection.ALL): The stored name "
                                + "'by/other' of index 'byOther' contains '/'; DynamoDB allows only a-z, A-Z, 0-9, '_', "
                                + "'-' and '.'. Rename it."),
                broken(
                        "a key of 256 bytes",
                        "@Model\nclass Link { @HashKey @Column(\"" + OF_256 + "\") String slug; }",
                        "error at 2 \"" + OF_256 + "\") String slug; }: The stored name '" + SHOWN
                                + "' of column 'slug' " + KEY_BYTES),
                broken(
                        "a time to live of 256 bytes in UTF-8",
                        model("", "@Ttl @Column(\"" + "ö".repeat(128) + "\") Instant ends;"),
                        "error at 7 \"" + "ö".repeat(128) + "\") Instant ends;: The stored name '" + "ö".repeat(60)
                                + "...' of column 'ends' " + KEY_BYTES),
                broken(
                        "an included column of 256 bytes",
                        model(
                                "@GlobalSecondaryIndex(name = \"byOther\", hashKey = \"other\", projection = "
                                        + "Projection.INCLUDE, include = \"note\")",
                                "@Column(\"" + OF_256 + "\") String note;"),
                        "error at 7 \"" + OF_256 + "\") String note;: The stored name '" + SHOWN + "' of column 'note' "
                                + KEY_BYTES),
                broken(
                        "a column of 65,536 bytes",
                        model("", "@Column(\"" + "n".repeat(65_535) + "\" + \"n\") String note;"),
                        "error at 7 \"" + "n".repeat(65_535) + "\" + \"n\") String note;: The stored name '" + SHOWN
                                + "' of column 'note' has 65536 bytes in UTF-8; DynamoDB allows 65535. Rename it."),
                broken(
                        "a member of a document of 65,536 bytes",
                        "@Document\nclass Store { @Column(\"" + "n".repeat(65_535) + "\" + \"n\") String note; }",
                        "error at 2 \"" + "n".repeat(65_535) + "\" + \"n\") String note; }: The stored name '" + SHOWN
                                + "' of member 'note' has 65536 bytes in UTF-8; DynamoDB allows 65535. Rename it."),
                broken(
                        "six local indexes",
                        model(indexes(6, "Local"), ""),
                        "error at 7 @LocalSecondaryIndex(name = \"index6\", rangeKey = \"other\", projection = "
                                + "Projection.KEYS): The model has 6 local indexes; DynamoDB allows 5 for each table. "
                                + "Remove some, or make them global."),
                broken(
                        "twenty-one global indexes",
                        model(indexes(21, "Global"), ""),
                        "error at 22 @GlobalSecondaryIndex(name = \"index21\", hashKey = \"other\", projection = "
                                + "Projection.KEYS): The model has 21 global indexes; DynamoDB allows 20 for each table. "
                                + "Remove some; if AWS has raised this quota, declare the others in a second model of "
                                + "the same table."));
    }

    private static Arguments broken(String what, String source, String message) {
        return Arguments.of(Named.of(what, source), message);
    }

    @ParameterizedTest
    @MethodSource("broken")
    @DisplayName("M25 what DynamoDB refuses of every table is an error of the compiler on its element")
    void isAnErrorOfTheCompiler(String source, String message) {
        assertThat(Compilation.of(source).messages()).containsExactly(message);
    }

    @Test
    @DisplayName(
            "M25 indexes that include more than a hundred columns together are an error on the one that is too many")
    void tooManyIncludedColumns() {
        String members = IntStream.rangeClosed(1, 51).mapToObj(i -> "n" + i).collect(Collectors.joining(", "));
        String included =
                IntStream.rangeClosed(1, 51).mapToObj(i -> "\"n" + i + "\"").collect(Collectors.joining(", "));
        String index = "@GlobalSecondaryIndex(name = \"%s\", hashKey = \"other\", projection = Projection.INCLUDE, "
                + "include = {" + included + "})\n";
        List<String> messages = Compilation.of(
                        model(index.formatted("one") + index.formatted("two"), "String " + members + ";"))
                .messages();
        assertThat(messages)
                .containsExactly("error at 3 .INCLUDE, include = {" + included + "}): The indexes include 102 "
                        + "columns beside their keys; DynamoDB allows 100 for all indexes of a table together. Let an "
                        + "index project all columns, or fewer.");
    }

    @Test
    @DisplayName("M25 what DynamoDB just allows is no error")
    void whatIsJustAllowedIsNoError() {
        String name = "n".repeat(255);
        assertThat(Compilation.of(
                                model("@Table(name = \"" + name + "\")\n" + indexes(5, "Local"), ""),
                                "@Model\n" + indexes(20, "Global").replace("index", name.substring(2))
                                        + "\nclass Many { @HashKey @Column(\"" + name
                                        + "\") String id; String other; }")
                        .messages())
                .isEmpty();
    }
}
