package io.bloop.type;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Prints regular expressions with their flags, where these have a form inside of the expression. */
final class PatternText {

    private static final Map<Integer, Character> FLAGS = new TreeMap<>(Map.of(
            Pattern.UNIX_LINES, 'd',
            Pattern.CASE_INSENSITIVE, 'i',
            Pattern.COMMENTS, 'x',
            Pattern.MULTILINE, 'm',
            Pattern.DOTALL, 's',
            Pattern.UNICODE_CASE, 'u',
            Pattern.UNICODE_CHARACTER_CLASS, 'U'));

    private PatternText() {}

    static String print(Pattern pattern) {
        String text = pattern.pattern();
        int flags = pattern.flags();
        if ((flags & (Pattern.LITERAL | Pattern.CANON_EQ)) != 0) {
            throw InvalidValue.unstorable("Pattern without the flags LITERAL and CANON_EQ", "one with such a flag");
        }
        // an expression that was read has its flags in its text already
        if (flags == 0 || Pattern.compile(text).flags() == flags) {
            return text;
        }
        StringBuilder prefix = new StringBuilder("(?");
        FLAGS.forEach((flag, letter) -> {
            if ((flags & flag) != 0) {
                prefix.append(letter);
            }
        });
        return prefix.append(')').append(text).toString();
    }
}
