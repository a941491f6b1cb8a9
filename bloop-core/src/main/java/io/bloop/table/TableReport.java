package io.bloop.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds every difference of one table.
 *
 * @param table the table's name
 * @param models the names of the models that share the table
 * @param differences what differs, at least one
 * @param plan the steps that remove the differences
 * @since 0.1.0
 */
public record TableReport(String table, List<String> models, List<Difference> differences, TablePlan plan)
        implements Serializable {

    /** Returns the differences as aligned lines, with expected and actual values. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("Table '" + table + "' does not match model" + (models.size() == 1 ? " " : "s ")
                + String.join(", ", models) + " (" + differences.size()
                + (differences.size() == 1 ? " difference" : " differences") + "):");
        lines.add("");
        int subjects = Math.max(
                18,
                differences.stream().mapToInt(d -> d.subject().length()).max().orElse(0));
        int expected = Math.max(
                "expected".length(),
                differences.stream().mapToInt(d -> d.expected().length()).max().orElse(0));
        lines.add(line("", "expected", "actual", subjects, expected));
        differences.forEach(d -> lines.add(line(d.subject(), d.expected(), d.actual(), subjects, expected)));
        return String.join("\n", lines);
    }

    private static String line(String subject, String left, String right, int subjects, int expected) {
        return "  " + padded(subject, subjects) + "  " + padded(left, expected) + "   " + right;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
