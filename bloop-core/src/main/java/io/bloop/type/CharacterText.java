package io.bloop.type;

/** Prints and reads single characters. */
final class CharacterText {

    private CharacterText() {}

    static String print(char character) {
        if (Character.isSurrogate(character)) {
            throw InvalidValue.unstorable("Character that is no half of a surrogate pair", "such a half");
        }
        return String.valueOf(character);
    }

    static Character parse(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("a character has the length 1");
        }
        return text.charAt(0);
    }
}
