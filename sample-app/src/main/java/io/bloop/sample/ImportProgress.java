package io.bloop.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the rows of one import; thread-safe. */
final class ImportProgress {

    private static final int EXAMPLES = 5;

    private final @Nullable Long total;
    private final Map<String, Refusals> refusals = new TreeMap<>();
    private long read;
    private long stored;
    private long present;
    private long refused;

    /** Is how often a reason has come up, and where first. */
    private static final class Refusals {
        private final List<String> examples = new ArrayList<>();
        private long count;
    }

    ImportProgress(@Nullable Long total) {
        this.total = total;
    }

    synchronized void stored() {
        read++;
        stored++;
    }

    synchronized void present() {
        read++;
        present++;
    }

    synchronized void refused(String slug, String reason) {
        read++;
        refused++;
        Refusals same = refusals.computeIfAbsent(reason, ignored -> new Refusals());
        same.count++;
        if (same.examples.size() < EXAMPLES) {
            same.examples.add(slug);
        }
    }

    synchronized ImportStatus status(boolean running) {
        return new ImportStatus(running, read, stored, present, refused, total);
    }

    /** Returns one line that tells how far it is. */
    synchronized String line() {
        String of = total == null || total == 0 ? "" : " of " + total + " (" + read * 100 / total + " %)";
        return read + of + " rows read, " + stored + " stored, " + present + " already present, " + refused
                + " refused";
    }

    /** Returns the end of the story: the counts, and every reason for which rows were refused. */
    synchronized String report() {
        StringBuilder report = new StringBuilder(line());
        refusals.forEach((reason, same) -> report.append("\n  ")
                .append(same.count)
                .append(same.count == 1 ? " row: " : " rows: ")
                .append(reason)
                .append(" (")
                .append(String.join(", ", same.examples))
                .append(same.count > same.examples.size() ? ", ...)" : ")"));
        return report.toString();
    }
}
