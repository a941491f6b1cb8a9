package io.bloop.wire.internal;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Checks an item before it is trusted: compact JSON as DynamoDB sends it, where each value has one known tag.
 *
 * <p>A method returns false where anything is unfamiliar. Such a response is left to the SDK, which reads it or refuses
 * it as always. Not thread-safe.
 */
final class ItemSyntax {

    /** DynamoDB nests to 32 levels. */
    private static final int MOST_LEVELS = 64;

    private final JsonBytes text;
    private final byte[] json;
    private int at;

    ItemSyntax(JsonBytes text) {
        this.text = text;
        this.json = text.bytes();
    }

    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at == json.length;
    }

    boolean accept(char expected) {
        if (TextCheck.isAt(json, at, expected)) {
            at++;
            return true;
        }
        return false;
    }

    boolean string() {
        return moveTo(TextCheck.afterString(text, at));
    }

    /** Passes over an item. */
    boolean item() {
        return map(1);
    }

    /** Passes over a value of any kind; only its brackets and strings matter. */
    boolean any() {
        int open = 0;
        do {
            if (at >= json.length) {
                return false;
            }
            switch (json[at]) {
                case '"' -> {
                    if (!string()) {
                        return false;
                    }
                }
                case '{', '[' -> {
                    open++;
                    at++;
                }
                case '}', ']' -> {
                    open--;
                    at++;
                }
                default -> at++;
            }
        } while (open > 0 || open == 0 && !TextCheck.isAt(json, at, ',') && !TextCheck.isAt(json, at, '}'));
        return open == 0;
    }

    private boolean moveTo(int position) {
        if (position == TextCheck.NOWHERE) {
            return false;
        }
        at = position;
        return true;
    }

    private boolean map(int level) {
        if (!accept('{')) {
            return false;
        }
        if (accept('}')) {
            return true;
        }
        do {
            if (!string() || !accept(':') || !value(level)) {
                return false;
            }
        } while (accept(','));
        return accept('}');
    }

    private boolean list(int level) {
        if (!accept('[')) {
            return false;
        }
        if (accept(']')) {
            return true;
        }
        do {
            if (!value(level)) {
                return false;
            }
        } while (accept(','));
        return accept(']');
    }

    private boolean value(int level) {
        if (level > MOST_LEVELS || !accept('{')) {
            return false;
        }
        boolean known = switch (letter(1)) {
            case 'S' -> letter(2) == '"' ? word("\"S\":") && string() : word("\"SS\":") && set(false);
            case 'N' -> letter(2) == '"' ? word("\"N\":") && string() : named();
            case 'B' -> letter(2) == '"' ? word("\"B\":") && base64() : binaries();
            case 'M' -> word("\"M\":") && map(level + 1);
            case 'L' -> word("\"L\":") && list(level + 1);
            default -> false;
        };
        return known && accept('}');
    }

    private boolean named() {
        return word("\"NS\":") ? set(false) : word("\"NULL\":") && word("true");
    }

    private boolean binaries() {
        return word("\"BS\":") ? set(true) : word("\"BOOL\":") && (word("true") || word("false"));
    }

    private boolean base64() {
        return moveTo(TextCheck.afterBase64(json, at));
    }

    private byte letter(int distance) {
        return at + distance < json.length ? json[at + distance] : 0;
    }

    private boolean set(boolean binary) {
        if (!accept('[')) {
            return false;
        }
        if (accept(']')) {
            return true;
        }
        do {
            if (binary ? !base64() : !string()) {
                return false;
            }
        } while (accept(','));
        return accept(']');
    }

    private boolean word(String word) {
        int length = word.length();
        if (at + length > json.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (json[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += length;
        return true;
    }

    /** Passes over the name of a member and the colon; returns null where it is unfamiliar, or has an escape. */
    @Nullable
    String name() {
        int from = at + 1;
        if (!string() || !accept(':')) {
            return null;
        }
        String name = new String(json, from, at - 2 - from, StandardCharsets.UTF_8);
        return name.indexOf('\\') < 0 ? name : null;
    }
}
