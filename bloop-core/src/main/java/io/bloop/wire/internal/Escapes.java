package io.bloop.wire.internal;

import java.nio.charset.StandardCharsets;

/** Reads JSON strings that have escapes. */
final class Escapes {

    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private Escapes() {}

    /** Reads what stands between the quotes; surrogates come as they are, also without their other half. */
    static String read(byte[] json, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int plain = at;
            while (at < to && json[at] != '\\') {
                at++;
            }
            text.append(new String(json, plain, at - plain, StandardCharsets.UTF_8));
            if (at == to) {
                break;
            }
            char escape = (char) json[at + 1];
            at += 2;
            if (escape == 'u') {
                text.append(hex(json, at));
                at += HEX_DIGITS;
            } else {
                text.append(meaning(escape));
            }
        }
        return text.toString();
    }

    private static char hex(byte[] json, int from) {
        int value = 0;
        for (int i = from; i < from + HEX_DIGITS; i++) {
            value = value * HEX + Character.digit(json[i], HEX);
        }
        return (char) value;
    }

    private static char meaning(char escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escape;
        };
    }
}
