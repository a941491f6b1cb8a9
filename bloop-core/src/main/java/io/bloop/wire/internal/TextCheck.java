package io.bloop.wire.internal;

/** Checks JSON strings before they are trusted. */
final class TextCheck {

    /** No position: what stands there is not what was expected. */
    static final int NOWHERE = -1;

    private static final int HEX_DIGITS = 4;
    private static final int BASE64_GROUP = 4;

    private TextCheck() {}

    /** Returns the position after a string of well-formed UTF-8 and known escapes that begins here. */
    static int afterString(JsonBytes text, int start) {
        byte[] json = text.bytes();
        if (!isAt(json, start, '"')) {
            return NOWHERE;
        }
        int at = text.afterPlain(start + 1);
        while (at >= 0 && at < json.length) {
            int b = json[at];
            if (b == '"') {
                return at + 1;
            }
            if (b < 0) {
                at = afterCharacter(json, at);
            } else if (b == '\\') {
                at = afterEscape(json, at + 1);
            } else {
                return NOWHERE;
            }
            at = at < 0 ? at : text.afterPlain(at);
        }
        return NOWHERE;
    }

    private static int afterEscape(byte[] json, int at) {
        if (at >= json.length) {
            return NOWHERE;
        }
        if (json[at] != 'u') {
            return "\"\\/bfnrt".indexOf(json[at]) < 0 ? NOWHERE : at + 1;
        }
        for (int i = at + 1; i <= at + HEX_DIGITS; i++) {
            if (i >= json.length || Character.digit(json[i], 16) < 0) {
                return NOWHERE;
            }
        }
        return at + 1 + HEX_DIGITS;
    }

    /** Passes over one character beyond ASCII. The second byte tells overlong forms and surrogates apart. */
    private static int afterCharacter(byte[] json, int at) {
        int lead = json[at] & 0xFF;
        int second = at + 1 < json.length ? json[at + 1] & 0xFF : 0;
        int length;
        if (lead >= 0xC2 && lead <= 0xDF) {
            length = 2;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            length = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ? 0 : 3;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            length = (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F) ? 0 : 4;
        } else {
            length = 0;
        }
        if (length == 0 || at + length > json.length) {
            return NOWHERE;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((json[i] & 0xC0) != 0x80) {
                return NOWHERE;
            }
        }
        return at + length;
    }

    /** Returns the position after a string of padded Base64, without escapes, that begins here. */
    static int afterBase64(byte[] json, int start) {
        if (!isAt(json, start, '"')) {
            return NOWHERE;
        }
        int from = start + 1;
        int at = from;
        while (at < json.length && isBase64(json[at])) {
            at++;
        }
        int digits = at - from;
        while (isAt(json, at, '=')) {
            at++;
        }
        int padding = at - from - digits;
        boolean whole = (at - from) % BASE64_GROUP == 0 && padding <= 2;
        return whole && isAt(json, at, '"') ? at + 1 : NOWHERE;
    }

    private static boolean isBase64(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '+' || b == '/';
    }

    static boolean isAt(byte[] json, int at, char expected) {
        return at >= 0 && at < json.length && json[at] == expected;
    }
}
