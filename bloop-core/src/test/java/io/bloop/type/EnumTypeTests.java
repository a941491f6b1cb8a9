package io.bloop.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EnumTypeTests {

    private enum Size {
        SMALL("s", 10),
        LARGE("l", 20) {
            @Override
            int number() {
                return 20;
            }
        };

        private final String letter;
        private final Integer number;

        Size(String letter, Integer number) {
            this.letter = letter;
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    private static final NumberType<Size> BY_NUMBER = Types.enumByValue(Size.class, Types.INTEGER, Size::number);
    private static final StringType<Size> BY_LETTER = Types.enumByValue(Size.class, Types.STRING, size -> size.letter);
    private static final NumberType<Size> BY_ORDINAL = Types.enumByOrdinal(Size.class);

    private static <V> void assertStored(Type<V> type, V value, AttributeValue stored) {
        assertThat(AttributeValues.dump(type, value)).isEqualTo(stored);
        assertThat(AttributeValues.load(type, stored)).isEqualTo(value);
    }

    private static void assertUnreadable(Type<?> type, AttributeValue stored, String message) {
        assertThatThrownBy(() -> AttributeValues.load(type, stored))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(message);
    }

    @Test
    @DisplayName("T an enum is stored by name, also a constant with a body")
    void anEnumIsStoredByName() {
        assertStored(Types.enumOf(Size.class), Size.LARGE, AttributeValue.fromS("LARGE"));
    }

    @Test
    @DisplayName("T an enum is stored by ordinal on request")
    void anEnumIsStoredByOrdinal() {
        assertStored(BY_ORDINAL, Size.LARGE, AttributeValue.fromN("1"));
    }

    @Test
    @DisplayName("T an enum is stored by a number of its own on request")
    void anEnumIsStoredByANumber() {
        assertStored(BY_NUMBER, Size.SMALL, AttributeValue.fromN("10"));
    }

    @Test
    @DisplayName("T an enum is stored by a text of its own on request")
    void anEnumIsStoredByAText() {
        assertStored(BY_LETTER, Size.SMALL, AttributeValue.fromS("s"));
    }

    @Test
    @DisplayName("T a constant's number is read in every notation that DynamoDB gives back")
    void aNumberIsReadInEveryNotation() {
        assertThat(AttributeValues.load(BY_NUMBER, AttributeValue.fromN("1E+1")))
                .isEqualTo(Size.SMALL);
        assertThat(AttributeValues.load(BY_ORDINAL, AttributeValue.fromN("1.0")))
                .isEqualTo(Size.LARGE);
    }

    @Test
    @DisplayName("T3 a place that no constant has is an error that names it and the known ones")
    void anUnknownOrdinalIsAnError() {
        assertUnreadable(
                BY_ORDINAL,
                AttributeValue.fromN("2"),
                "Cannot read a value: expected Size, one of {SMALL=0, LARGE=1}, found another N.");
    }

    @Test
    @DisplayName("T3 a number that no constant has is an error that names it and the known ones")
    void anUnknownNumberIsAnError() {
        assertUnreadable(
                BY_NUMBER,
                AttributeValue.fromN("10.5"),
                "Cannot read a value: expected Size, one of {SMALL=10, LARGE=20}, found another N.");
    }

    @Test
    @DisplayName("T3 a text that no constant has is an error that names it and the known ones")
    void anUnknownTextIsAnError() {
        assertUnreadable(
                BY_LETTER,
                AttributeValue.fromS("SMALL"),
                "Cannot read a value: expected Size, one of {SMALL=s, LARGE=l}, found another S.");
    }

    @Test
    void twoConstantsOfOneValueAreRefused() {
        assertThatThrownBy(() -> Types.enumByValue(Size.class, Types.INTEGER, size -> 7))
                .isInstanceOf(InvalidType.class)
                .hasMessage("Size has constants SMALL and LARGE that both have the value 7; give each one of its own.");
    }

    @Test
    void aConstantWithoutAValueIsRefused() {
        assertThatThrownBy(() -> Types.enumByValue(Size.class, Types.STRING, size -> null))
                .isInstanceOf(InvalidType.class)
                .hasMessage("Size has a constant SMALL without a value; give it one.");
    }
}
