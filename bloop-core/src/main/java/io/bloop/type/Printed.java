package io.bloop.type;

import org.jspecify.annotations.Nullable;

/** Prints a tagged value, or only its kind. */
final class Printed {

    private static final int MOST = 80;

    private Printed() {}

    /** Prints a value, shortened where it is long; for keys, since messages hold no other values. */
    static String of(ValueReader in) {
        return switch (in.tag()) {
            case S -> "S \"" + shortened(in.text()) + "\"";
            case N -> "N " + shortened(in.text());
            case BOOL -> "BOOL " + in.bool();
            case SS, NS -> in.tag() + " " + shortened(in.texts().toString());
            case B, BS, M, L, NULL -> kind(in);
        };
    }

    /** Returns the tag, and how much there is of what has a size. */
    static String kind(ValueReader in) {
        Tag tag = in.tag();
        return switch (tag) {
            case B -> "B of " + in.bytes().length + " bytes";
            case SS, NS -> tag + " of " + in.texts().size();
            case BS -> "BS of " + in.binaries().size();
            case S, N, BOOL, M, L, NULL -> tag.toString();
        };
    }

    /** Returns a value of a simple type, or the texts of a set; null for any other. */
    static @Nullable Object value(ValueReader in) {
        return switch (in.tag()) {
            case S, N -> in.text();
            case BOOL -> in.bool();
            case SS, NS -> in.texts();
            case B, BS, M, L, NULL -> null;
        };
    }

    private static String shortened(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end) + "...";
    }
}
