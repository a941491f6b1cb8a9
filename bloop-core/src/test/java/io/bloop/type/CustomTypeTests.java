package io.bloop.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CustomTypeTests {

    private record Grade(String letter) {}

    /** Says nothing for the letter F, in both directions. */
    private static final StringType<Grade> GRADE = StringType.of(
            Grade.class,
            grade -> grade.letter().equals("F") ? null : grade.letter(),
            text -> text.equals("F") ? null : new Grade(text));

    private static final StringType<StringBuilder> BUILDER =
            StringType.of(StringBuilder.class, StringBuilder::toString, StringBuilder::new);

    private static final NumberType<Integer> STRICT = NumberType.of(Integer.class, value -> value.toString(), text -> {
        throw InvalidValue.unreadable("a smaller number", "N " + text, null);
    });

    private static final BinaryType<Grade> BYTES = BinaryType.of(Grade.class, grade -> null, bytes -> {
        throw new IllegalStateException("broken");
    });

    @Test
    @DisplayName("T2 a dump that returns null stores nothing")
    void aDumpThatReturnsNullStoresNothing() {
        assertThat(AttributeValues.dump(GRADE, new Grade("F"))).isNull();
        assertThat(AttributeValues.dump(BYTES, new Grade("A"))).isNull();
    }

    @Test
    @DisplayName("T2 a load that returns null reads as nothing")
    void aLoadThatReturnsNullReadsAsNothing() {
        assertThat(AttributeValues.load(GRADE, AttributeValue.fromS("F"))).isNull();
        assertThat(AttributeValues.load(Types.setOf(GRADE), AttributeValue.fromSs(List.of("F", "A"))))
                .containsExactly(new Grade("A"));
    }

    @Test
    @DisplayName("T2 an element that says nothing is stored as NULL in a list, and refused in a set")
    void anElementThatSaysNothing() {
        assertThat(AttributeValues.dump(Types.listOf(GRADE), List.of(new Grade("F"))))
                .isEqualTo(AttributeValue.fromL(List.of(AttributeValue.fromNul(true))));
        assertThatThrownBy(() -> AttributeValues.dump(Types.setOf(GRADE), Set.of(new Grade("F"))))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot store a value: expected Set<Grade> without null elements, found a null element.");
    }

    @Test
    void aValueThatSaysNothingIsTheSameAsAnAbsentAttribute() {
        assertThat(GRADE.isSame(new Grade("F"), null)).isTrue();
        assertThat(GRADE.isSame(new Grade("A"), null)).isFalse();
        assertThat(GRADE.isSame(new Grade("F"), GRADE.remember(new Grade("A")))).isFalse();
        List<Grade> grades = Arrays.asList(new Grade("F"), null);
        assertThat(Types.listOf(GRADE).isSame(grades, Types.listOf(GRADE).remember(Arrays.asList(null, null))))
                .isTrue();
    }

    @Test
    @DisplayName("T3 an exception of load becomes an error that shows what was found")
    void anExceptionOfLoadBecomesAnError() {
        AttributeValue stored = AttributeValue.fromB(SdkBytes.fromUtf8String("abc"));
        assertThatThrownBy(() -> AttributeValues.load(BYTES, stored))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected Grade, found B of 3 bytes.")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("T3 an InvalidValue of load is kept as it is")
    void anInvalidValueOfLoadIsKept() {
        assertThatThrownBy(() -> AttributeValues.load(STRICT, AttributeValue.fromN("12")))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected a smaller number, found N 12.");
    }

    @Test
    void aMutableValueChangedInPlaceIsSeen() {
        StringBuilder value = new StringBuilder("a");
        Object remembered = BUILDER.remember(value);
        value.append("b");
        assertThat(BUILDER.isSame(value, remembered)).isFalse();
    }

    @Test
    void theValueForAnAbsentAttributeIsNotShared() {
        StringType<StringBuilder> type = BUILDER.orElse(new StringBuilder("none"));
        StringBuilder loaded = AttributeValues.load(type, null);
        loaded.append("!");
        assertThat(AttributeValues.load(type, null)).hasToString("none");
        assertThat(type.isSame(loaded, null)).isFalse();
        assertThat(type.isSame(type.absent(), null)).isTrue();
    }

    @Test
    void aUriThatDiffersInCapitalsIsAChange() {
        Object remembered = Types.URI.remember(URI.create("http://example.com"));
        assertThat(Types.URI.isSame(URI.create("http://EXAMPLE.com"), remembered))
                .isFalse();
    }
}
