package io.bloop;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the name that was probably meant where a wrong one was given.
 *
 * <p>Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public final class Suggestion {

    private Suggestion() {}

    /**
     * Returns the known name nearest to a wrong one, by edit distance and without regard to case.
     *
     * @param wrong the name that was given
     * @param known the names that exist
     * @return the nearest, or empty where none is near enough to be a likely slip
     */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        int limit = Math.max(2, wrong.length() / 3);
        return known.stream()
                .map(name -> Map.entry(name, distance(fold(wrong), fold(name))))
                .filter(entry -> entry.getValue() <= limit
                        && entry.getValue() * 2
                                <= Math.max(wrong.length(), entry.getKey().length()))
                .min(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .map(Map.Entry::getKey);
    }

    /**
     * Returns a sentence that offers the nearest name, or lists the known ones.
     *
     * @param wrong the name that was given
     * @param known the names that exist
     * @return a sentence to end a message with
     */
    public static String sentence(String wrong, Collection<String> known) {
        return nearest(wrong, known)
                .map(name -> "Did you mean '" + name + "'?")
                .orElseGet(() -> known.isEmpty()
                        ? "There are none."
                        : "Known: " + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replace = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
