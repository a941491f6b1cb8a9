package io.bloop.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a method says: {@code findByOwnerAndCreatedOnAfterOrderByCreatedOnDesc}.
 *
 * @param verb find, count or exists
 * @param conditions the conditions in their order
 * @param order the column whose order it asks for; null where it asks for none
 * @param isDescending whether it asks for the reverse order
 */
record DerivedName(
        String verb, List<Comparison> conditions, @Nullable ModelColumn order, boolean isDescending) {

    private static final Pattern NAME = Pattern.compile("(find|count|exists)(?:First|All)?(?:By(.+))?");
    private static final Pattern ORDER = Pattern.compile("(.*?)OrderBy([A-Z].*?)(Asc|Desc)?");
    private static final Pattern OR = Pattern.compile(".*[a-z0-9]Or[A-Z].*");

    /** A condition. */
    record Comparison(ModelColumn column, Comparing operator) {}

    /** Says what is wrong with a name. */
    interface Report {
        void error(String problem, @Nullable String unknown);
    }

    /** Tells whether a name begins as those do that are read here. */
    static boolean isDerived(String name) {
        return NAME.matcher(name).matches()
                && (name.contains("By") || name.equals("findAll") || name.equals("count") || name.equals("findFirst"));
    }

    /** Reads a name; empty where it has a mistake, which is reported. */
    static Optional<DerivedName> read(String name, List<ModelColumn> columns, Report report) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String rest = parts.group(2) == null ? "" : parts.group(2);
        ModelColumn order = null;
        boolean isDescending = false;
        Matcher ordered = ORDER.matcher(rest);
        if (ordered.matches()) {
            rest = ordered.group(1);
            String by = ordered.group(2);
            isDescending = "Desc".equals(ordered.group(3));
            order = columns.stream()
                    .filter(column -> capital(column).equals(by))
                    .findFirst()
                    .orElse(null);
            if (order == null) {
                report.error("orders by '" + small(by) + "', ", small(by));
                return Optional.empty();
            }
        }
        List<ModelColumn> longestFirst = columns.stream()
                .sorted(Comparator.comparingInt(
                                (ModelColumn column) -> column.name().length())
                        .reversed())
                .toList();
        List<Comparison> conditions = rest.isEmpty() ? List.of() : conditions(rest, longestFirst);
        if (conditions == null) {
            unknown(rest, longestFirst, report);
            return Optional.empty();
        }
        return Optional.of(new DerivedName(parts.group(1), conditions, order, isDescending));
    }

    private static @Nullable List<Comparison> conditions(String text, List<ModelColumn> columns) {
        for (ModelColumn column : columns) {
            if (!text.startsWith(capital(column))) {
                continue;
            }
            String after = text.substring(capital(column).length());
            for (Comparing operator : Comparing.values()) {
                for (String word : operator.words()) {
                    List<Comparison> rest =
                            after.startsWith(word) ? rest(after.substring(word.length()), columns) : null;
                    if (rest != null) {
                        List<Comparison> all = new ArrayList<>(List.of(new Comparison(column, operator)));
                        all.addAll(rest);
                        return all;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable List<Comparison> rest(String text, List<ModelColumn> columns) {
        if (text.isEmpty()) {
            return List.of();
        }
        return text.startsWith("And") ? conditions(text.substring(3), columns) : null;
    }

    /** Reports the first condition that cannot be read. */
    private static void unknown(String text, List<ModelColumn> columns, Report report) {
        for (String one : text.split("And(?=[A-Z])")) {
            if (conditions(one, columns) != null) {
                continue;
            }
            if (OR.matcher(one).matches()) {
                report.error(
                        "joins conditions by 'or', which no key has; call two methods from a default method.", null);
                return;
            }
            String column = one;
            for (Comparing operator : Comparing.values()) {
                for (String word : operator.words()) {
                    column = !word.isEmpty() && column.endsWith(word)
                            ? column.substring(0, column.length() - word.length())
                            : column;
                }
            }
            report.error("names '" + small(column) + "', ", small(column));
            return;
        }
    }

    private static String capital(ModelColumn column) {
        return AccessorNames.capital(column.name());
    }

    private static String small(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
