package io.bloop.type;

/** Prints a tagged value for messages, shortened where it is long. */
final class Printed {

    private static final int MOST = 80;

    private Printed() {}

    static String of(ValueReader in) {
        Tag tag = in.tag();
        return switch (tag) {
            case S, N -> of(tag, in.text());
            case BOOL -> "BOOL " + in.bool();
            case B -> "B of " + in.bytes().length + " bytes";
            case SS, NS -> tag + " " + shortened(in.texts().toString());
            case BS -> "BS of " + in.binaries().size();
            case M, L, NULL -> tag.toString();
        };
    }

    /** Prints an S or N. */
    static String of(Tag tag, String text) {
        return tag == Tag.S ? "S \"" + shortened(text) + "\"" : "N " + shortened(text);
    }

    static String shortened(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end) + "...";
    }
}
