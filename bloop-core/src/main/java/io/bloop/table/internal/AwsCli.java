package io.bloop.table.internal;

import io.bloop.settings.internal.TableCall;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prints requests as commands of the AWS CLI, for a POSIX shell.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/dynamodb/">AWS CLI: dynamodb</a>
 */
final class AwsCli {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/:=@%+,-]+");

    private AwsCli() {}

    /** Returns a request as one command. */
    static String command(TableCall<?, ?> call) {
        StringBuilder command = new StringBuilder("aws dynamodb ").append(CamelCase.joined(call.operation(), "-"));
        RequestTree.of(call.request()).forEach((name, value) -> {
            if (value instanceof Boolean enabled) {
                command.append(enabled ? " --" : " --no-").append(CamelCase.joined(name, "-"));
            } else {
                command.append(" --")
                        .append(CamelCase.joined(name, "-"))
                        .append(' ')
                        .append(quoted(text(value)));
            }
        });
        return command.toString();
    }

    /** Returns the command that waits until a table that is created or updated is ready for the next change. */
    static String waitForTable(String table) {
        return "aws dynamodb wait table-exists --table-name " + quoted(table);
    }

    /** Returns a command that is run again while it fails, for about three minutes, and fails if none succeeds. */
    static String repeated(String command) {
        // "|| false" stops a script with "set -e", which ignores failures on the left of "&&"
        return "for pause in 0 5 10 15 30 30 30 30 30; do sleep \"$pause\"; " + command + " && break; done || false";
    }

    private static String text(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?> ? json(value) : value.toString();
    }

    /** Returns a value as JSON in one line. */
    static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(member -> json(member.getKey()) + ": " + json(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            StringBuilder text = new StringBuilder("[");
            for (Iterator<?> elements = list.iterator(); elements.hasNext(); ) {
                text.append(json(elements.next())).append(elements.hasNext() ? ", " : "");
            }
            return text.append(']').toString();
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : jsonText(value.toString());
    }

    private static String jsonText(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
