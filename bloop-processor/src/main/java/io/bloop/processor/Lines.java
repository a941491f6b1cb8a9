package io.bloop.processor;

import java.util.List;

/** Breaks long statements as a formatter would. */
final class Lines {

    private static final int WIDTH = 120;
    private static final String BREAK = "\n            ";
    private static final String DEEP_BREAK = "\n                    ";

    private Lines() {}

    /** Returns the declaration of a field whose value is a chain of calls. */
    static String field(String declaration, List<String> calls) {
        String head = "    " + declaration + " =";
        String chain = String.join("", calls) + ";";
        if (head.length() + 1 + chain.length() <= WIDTH) {
            return head + " " + chain;
        }
        if (BREAK.length() - 1 + chain.length() <= WIDTH) {
            return head + BREAK + chain;
        }
        return head + BREAK + String.join(DEEP_BREAK, calls) + ";";
    }

    /** Returns a statement of a method whose last part is a list of arguments. */
    static String call(String head, List<String> arguments, String tail) {
        String line = "        " + head + String.join(", ", arguments) + tail;
        return line.length() <= WIDTH
                ? line
                : "        " + head + "\n                " + String.join(",\n                ", arguments) + tail;
    }
}
