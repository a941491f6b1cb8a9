package io.bloop.request.internal;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Messages of DynamoDB, without the values of items that some of them quote.
 *
 * <p>For the engine. Stateless and thread-safe.
 */
public final class ServiceMessage {

    /**
     * The places where DynamoDB quotes values. What is quoted may hold any character, so that as much is left out as the
     * quotation can span.
     */
    private static final List<Redaction> REDACTIONS = List.of(
            // The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound
            // operand:
            // AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}
            new Redaction("(operand: AttributeValue: ).*", "$1..."),
            // Input collection [a, a] contains duplicates.
            new Redaction("(Input collection )\\[.*]( contains duplicates)", "$1[...]$2"),
            // The parameter cannot be converted to a numeric value: a
            new Redaction("(cannot be converted to a numeric value: ).*", "$1..."),
            // 1 validation error detected: Value 'a' at 'b' failed to satisfy constraint: ...
            new Redaction("(Value ')(?!null' at).*(' at ')", "$1...$2"));

    private record Redaction(Pattern pattern, String replacement) {

        Redaction(String pattern, String replacement) {
            this(Pattern.compile(pattern, Pattern.DOTALL), replacement);
        }
    }

    private ServiceMessage() {}

    /**
     * Returns a message without the values that it quotes.
     *
     * @param message the message, or null
     * @return the message with dots in place of values; empty where there is none
     */
    public static String withoutValues(@Nullable String message) {
        String redacted = message == null ? "" : message;
        for (Redaction redaction : REDACTIONS) {
            redacted = redaction.pattern().matcher(redacted).replaceAll(redaction.replacement());
        }
        return redacted;
    }
}
