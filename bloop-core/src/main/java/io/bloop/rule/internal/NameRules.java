package io.bloop.rule.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB's fixed rules for the names of tables, indexes and attributes.
 *
 * <p>Each rule returns the problem as the end of a sentence whose subject is the name, or empty if the name is allowed.
 * Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">Naming
 *     rules</a>
 */
public final class NameRules {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 255;
    private static final int LONGEST_ATTRIBUTE = 65_535;
    private static final int LONGEST_SHOWN = 60;
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TAG = 128;
    private static final int LONGEST_TAG_VALUE = 256;
    private static final String ARN = "arn:";

    /** Apart, since few names need it, and it takes time to be made. */
    private static final class Arn {

        static final Pattern OF_TABLE =
                Pattern.compile(ARN + "[^:/]+:dynamodb:[^:/]*:[^:/]*:table/(.*)", Pattern.DOTALL);
    }

    private NameRules() {}

    /**
     * Checks the whole name of a table, as a request has it.
     *
     * @param name the name, or the ARN of a table
     * @return the problem, or empty
     */
    public static Optional<String> table(String name) {
        String inArn = nameInArn(name);
        return resource(inArn == null ? name : inArn);
    }

    /**
     * Checks the name of a table as a model or a property gives it, which an engine may make longer.
     *
     * @param name the name, or the ARN of a table
     * @return the problem, or empty
     */
    public static Optional<String> givenTable(String name) {
        String inArn = nameInArn(name);
        if (inArn != null) {
            return resource(inArn);
        }
        Optional<String> forbidden = forbidden(name);
        if (forbidden.isPresent()) {
            return name.contains("${") || name.contains("#{")
                    ? forbidden.map(problem -> problem + ", and placeholders are not resolved here")
                    : forbidden;
        }
        return name.length() > LONGEST ? Optional.of(length(name)) : Optional.empty();
    }

    /**
     * Checks the name of an index in its table.
     *
     * @param name the name
     * @return the problem, or empty
     */
    public static Optional<String> index(String name) {
        return resource(name);
    }

    /**
     * Checks the name of an attribute.
     *
     * @param name the name, not empty
     * @return the problem, or empty
     */
    public static Optional<String> attribute(String name) {
        return bytes(name, LONGEST_ATTRIBUTE, "");
    }

    /**
     * Checks the name of an attribute that a table names itself: a key of the table or of an index, an attribute that
     * an index includes, or the time to live.
     *
     * @param name the name, not empty
     * @return the problem, or empty
     */
    public static Optional<String> tableAttribute(String name) {
        return bytes(name, LONGEST, " for keys, included attributes and the time to live");
    }

    /**
     * Checks a tag of a table.
     *
     * @param key the tag's key
     * @param value its value
     * @return the problem, or empty
     */
    public static Optional<String> tag(String key, String value) {
        if (key.isEmpty()) {
            return Optional.of("has an empty key; give it one");
        }
        if (key.startsWith("aws:")) {
            return Optional.of("begins with 'aws:', which AWS keeps for itself; rename it");
        }
        if (key.length() > LONGEST_TAG) {
            return Optional.of(
                    "has a key of " + key.length() + " characters; AWS allows " + LONGEST_TAG + ". Shorten it");
        }
        return value.length() > LONGEST_TAG_VALUE
                ? Optional.of("has a value of " + value.length() + " characters; AWS allows " + LONGEST_TAG_VALUE
                        + ". Shorten it")
                : Optional.empty();
    }

    /**
     * Checks how many tags a table has.
     *
     * @param number the number
     * @return the problem as the end of a sentence whose subject is the table, or empty
     */
    public static Optional<String> tags(int number) {
        return number > MOST_TAGS
                ? Optional.of("has " + number + " tags; AWS allows " + MOST_TAGS + ". Remove some")
                : Optional.empty();
    }

    private static @Nullable String nameInArn(String name) {
        if (!name.startsWith(ARN)) {
            return null;
        }
        Matcher arn = Arn.OF_TABLE.matcher(name);
        return arn.matches() ? arn.group(1) : null;
    }

    private static Optional<String> resource(String name) {
        Optional<String> forbidden = forbidden(name);
        if (forbidden.isPresent()) {
            return forbidden;
        }
        return name.length() < SHORTEST || name.length() > LONGEST ? Optional.of(length(name)) : Optional.empty();
    }

    private static Optional<String> forbidden(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isAllowed(name.charAt(i))) {
                return Optional.of("contains " + character(name.codePointAt(i))
                        + "; DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and '.'");
            }
        }
        return Optional.empty();
    }

    private static boolean isAllowed(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.';
    }

    private static String character(int codePoint) {
        return Character.isISOControl(codePoint)
                ? String.format("U+%04X", codePoint)
                : "'" + Character.toString(codePoint) + "'";
    }

    private static String length(String name) {
        return "has " + name.length() + (name.length() == 1 ? " character" : " characters")
                + "; DynamoDB allows 3 to 255";
    }

    private static Optional<String> bytes(String name, int most, String which) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        return bytes > most
                ? Optional.of("has " + bytes + " bytes in UTF-8; DynamoDB allows " + most + which)
                : Optional.empty();
    }

    /**
     * Quotes a name for a message.
     *
     * @param name the name
     * @return the name in quotes, without its end if it is very long
     */
    public static String quoted(String name) {
        return name.length() > LONGEST_SHOWN ? "'" + name.substring(0, LONGEST_SHOWN) + "...'" : "'" + name + "'";
    }
}
