package io.bloop.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the rows of one import; thread-safe. */
final class ImportProgress {

    private static final int EXAMPLES = 5;

    private final @Nullable Long total;
    private final Map<String, Refusal> refusals = new TreeMap<>();
    private long read;
    private long stored;
    private long present;
    private long refused;

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
        refusals.merge(reason, new Refusal(reason, 1, List.of(slug)), ImportProgress::together);
    }

    private static Refusal together(Refusal before, Refusal next) {
        List<String> examples = Stream.concat(before.examples().stream(), next.examples().stream())
                .limit(EXAMPLES)
                .toList();
        return new Refusal(before.reason(), before.count() + next.count(), examples);
    }

    /** Returns why rows were refused, by reason. */
    synchronized List<Refusal> refusals() {
        return List.copyOf(refusals.values());
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
        for (Refusal same : refusals.values()) {
            report.append("\n  ")
                    .append(same.count())
                    .append(same.count() == 1 ? " row: " : " rows: ")
                    .append(same.reason())
                    .append(" (")
                    .append(String.join(", ", same.examples()))
                    .append(same.count() > same.examples().size() ? ", ...)" : ")");
        }
        return report.toString();
    }
}
