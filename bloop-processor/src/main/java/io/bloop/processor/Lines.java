package io.bloop.processor;

import java.util.List;
import java.util.stream.Collectors;

/** Breaks long statements as a formatter would. */
final class Lines {

    private static final int WIDTH = 120;
    private static final String STEP = "        ";

    private Lines() {}

    /** Returns the declaration of a field whose value is a chain of calls, or other parts that may be broken up. */
    static String field(String declaration, List<String> calls) {
        return field("    ", declaration, calls);
    }

    /** Returns the declaration of a field that is indented as given. */
    static String field(String indentation, String declaration, List<String> calls) {
        String head = indentation + declaration + " =";
        String chain = String.join("", calls) + ";";
        if (head.length() + 1 + chain.length() <= WIDTH) {
            return head + " " + chain;
        }
        String line = indentation + STEP + chain;
        return line.length() <= WIDTH
                ? head + "\n" + line
                : head + "\n" + indentation + STEP + broken(calls, "\n" + indentation + STEP + STEP) + ";";
    }

    private static String broken(List<String> parts, String separator) {
        return parts.stream().map(String::stripTrailing).collect(Collectors.joining(separator));
    }

    /** Returns a statement of a method that is a chain of calls. */
    static String chain(String head, List<String> calls) {
        String line = "        " + head + String.join("", calls) + ";";
        return line.length() <= WIDTH ? line : "        " + head + broken(calls, "\n" + STEP + STEP) + ";";
    }

    /** Returns a statement of a method whose last part is a list of arguments. */
    static String call(String head, List<String> arguments, String tail) {
        String line = "        " + head + String.join(", ", arguments) + tail;
        return line.length() <= WIDTH
                ? line
                : "        " + head + "\n                " + String.join(",\n                ", arguments) + tail;
    }
}
