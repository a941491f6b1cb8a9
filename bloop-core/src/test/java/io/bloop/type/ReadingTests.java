package io.bloop.type;

import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ReadingTests {

    private static final AttributeValue NULL = AttributeValue.fromNul(true);

    private enum Visibility {
        PUBLIC,
        PRIVATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Stream<Arguments> foundValues() {
        return Stream.of(
                Arguments.of(AttributeValue.fromS("7"), "S", "7"),
                Arguments.of(AttributeValue.fromN("7"), "N", "7"),
                Arguments.of(AttributeValue.fromB(SdkBytes.fromUtf8String("seven")), "B of 5 bytes", null),
                Arguments.of(AttributeValue.fromSs(List.of("a", "b")), "SS of 2", List.of("a", "b")),
                Arguments.of(AttributeValue.fromNs(List.of("1", "2")), "NS of 2", List.of("1", "2")),
                Arguments.of(AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))), "BS of 1", null),
                Arguments.of(AttributeValue.fromM(Map.of("a", NULL)), "M", null),
                Arguments.of(AttributeValue.fromL(List.of(NULL)), "L", null),
                Arguments.of(AttributeValue.fromBool(true), "BOOL", true));
    }

    @ParameterizedTest
    @MethodSource("foundValues")
    @DisplayName("T3 a wrong tag is an error that names the tag, and has the value as a field")
    void aWrongTagIsAnError(AttributeValue stored, String found, Object value) {
        assertThat(Samples.types())
                .filteredOn(type -> !type.tag().toString().equals(stored.type().toString()))
                .allSatisfy(type -> assertThatThrownBy(() -> AttributeValues.load(type, stored))
                        .isInstanceOf(InvalidValue.class)
                        .hasMessage(
                                "Cannot read a value: expected " + type + " (" + type.tag() + "), found " + found + ".")
                        .hasFieldOrPropertyWithValue("value", value));
    }

    @Test
    @DisplayName("T3 a wrong tag inside a list is an error of the element's type")
    void aWrongTagInsideAListIsAnError() {
        AttributeValue stored = AttributeValue.fromL(List.of(AttributeValue.fromS("x")));
        assertThatThrownBy(() -> AttributeValues.load(listOf(Types.INTEGER), stored))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected Integer (N), found S.");
    }

    @Test
    @DisplayName("T3 an unknown constant is an error that names it and the known ones")
    void anUnknownConstantIsAnError() {
        assertThatThrownBy(() -> AttributeValues.load(Types.enumOf(Visibility.class), AttributeValue.fromS("SECRET")))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected Visibility, one of [PUBLIC, PRIVATE], found another S.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f81d4fae7dec11d0a76500a0c91e6bf6",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf",
                "0f81d4fae-7dec-11d0-a765-0a0c91e6bf6",
                "g81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            })
    @DisplayName("T3 a UUID of another form is an error")
    void aUuidOfAnotherFormIsAnError(String stored) {
        assertThatThrownBy(() -> AttributeValues.load(Types.UUID, AttributeValue.fromS(stored)))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected UUID, found another S.");
    }

    @Test
    @DisplayName("T a UUID in capitals is read")
    void aUuidInCapitalsIsRead() {
        AttributeValue stored = AttributeValue.fromS("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6");
        assertThat(AttributeValues.load(Types.UUID, stored))
                .isEqualTo(UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));
    }

    @Test
    @DisplayName("T3 a URI that cannot be parsed is an error with its cause")
    void aUriThatCannotBeParsedIsAnError() {
        assertThatThrownBy(() -> AttributeValues.load(Types.URI, AttributeValue.fromS("no uri")))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected URI, found another S.")
                .hasNoCause();
    }

    @Test
    void longTextIsCutShortInMessages() {
        assertThatThrownBy(() -> AttributeValues.load(Types.LONG, AttributeValue.fromS("x".repeat(81))))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected Long (N), found S.");
    }

    @Test
    void longTextIsNotCutInsideACharacter() {
        assertThatThrownBy(
                        () -> AttributeValues.load(Types.LONG, AttributeValue.fromS("x".repeat(79) + "\uD83D\uDE00!")))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected Long (N), found S.");
    }

    @Test
    @DisplayName("T an absent set, list or map reads as empty, and each time as another one")
    void absentCollectionsReadAsEmptyOnes() {
        assertThat(AttributeValues.load(setOf(Types.STRING), null)).isEmpty();
        assertThat(AttributeValues.load(listOf(Types.STRING), null)).isEmpty();
        assertThat(AttributeValues.load(mapOf(Types.STRING), null)).isEmpty();
        List<String> loaded = AttributeValues.load(listOf(Types.STRING), null);
        loaded.add("mine");
        assertThat(AttributeValues.load(listOf(Types.STRING), null)).isEmpty();
    }

    @Test
    @DisplayName("T NULL inside a list or a map reads as null at its place")
    void nullInsideAListReadsAsNull() {
        assertThat(AttributeValues.load(
                        listOf(Types.LONG.orElse(0L)), AttributeValue.fromL(List.of(NULL, AttributeValue.fromN("1")))))
                .containsExactly(null, 1L);
        assertThat(AttributeValues.load(mapOf(Types.LONG), AttributeValue.fromM(Map.of("a", NULL))))
                .containsEntry("a", null);
    }

    @Test
    void valuesArePrintedInShort() {
        assertThat(AttributeValues.print(AttributeValue.fromS("curl"))).isEqualTo("S \"curl\"");
        assertThat(AttributeValues.print(NULL)).isEqualTo("NULL");
    }

    @Test
    void aPlacedErrorKeepsItsPartsAndItsCause() {
        Throwable cause = new IllegalStateException();
        InvalidValue placed =
                InvalidValue.unreadable("Long (N)", "S", "x", cause).at("Link", "Link(slug=S \"a\")", "clicks");
        assertThat(placed)
                .hasMessage("Cannot read Link.clicks of Link(slug=S \"a\"): expected Long (N), found S.")
                .hasCause(cause);
        assertThat(List.of(placed.model(), placed.key(), placed.column(), placed.expected(), placed.found()))
                .containsExactly("Link", "Link(slug=S \"a\")", "clicks", "Long (N)", "S");
        assertThat(placed.value()).isEqualTo("x");
    }
}
