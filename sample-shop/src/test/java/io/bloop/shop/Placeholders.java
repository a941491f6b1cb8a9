package io.bloop.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the README for what differs each time: moments, and the tokens of pages. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("<(moment|token)>");

    /** What each kind looks like. */
    private static final Map<String, String> FORMS =
            Map.of("moment", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "token", "[A-Za-z0-9_-]+");

    private final Map<String, String> last = new HashMap<>();

    /** Puts what the last answer had into a command. */
    String fill(String command) {
        return PLACEHOLDER.matcher(command).replaceAll(found -> {
            assertThat(last).containsKey(found.group(1));
            return Matcher.quoteReplacement(last.get(found.group(1)));
        });
    }

    /** Compares an answer with the printed one, in which placeholders stand for values of their form. */
    void assertMatches(String command, String printed, String answer) {
        StringBuilder pattern = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(printed);
        int end = 0;
        while (placeholder.find()) {
            pattern.append(Pattern.quote(printed.substring(end, placeholder.start())));
            pattern.append("(?:").append(FORMS.get(placeholder.group(1))).append(')');
            end = placeholder.end();
        }
        pattern.append(Pattern.quote(printed.substring(end)));
        if (!Pattern.matches(pattern.toString(), answer)) {
            assertThat(answer).as("the answer to %s", command).isEqualTo(printed);
        }
        Matcher token =
                Pattern.compile("\"next\" : \"(" + FORMS.get("token") + ")\"").matcher(answer);
        if (token.find()) {
            last.put("token", token.group(1));
        }
    }
}
