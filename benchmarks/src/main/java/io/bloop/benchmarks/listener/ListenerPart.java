package io.bloop.benchmarks.listener;

import static io.bloop.benchmarks.listener.ListeningApplication.EACH;
import static io.bloop.benchmarks.listener.ListeningApplication.LISTS;
import static io.bloop.benchmarks.listener.ListeningApplication.LIVE;

import io.bloop.benchmarks.run.Effort;
import io.bloop.benchmarks.run.LocalServer;
import io.bloop.benchmarks.run.Part;
import io.bloop.benchmarks.run.Section;
import io.bloop.benchmarks.run.Times;
import io.bloop.boot.stream.StreamListenerContainer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Lets listeners of the starter handle changes: many that were written before, and as many while they are written. Positions
 * and items are in a DynamoDB Local in another process.
 */
public final class ListenerPart implements Part {

    private static final String WRITES = "writes";
    private static final int CHANGES = 20_000;
    private static final int CHUNK = 25;
    private static final double PER_CENT = 100;
    private static final Duration START = Duration.ofSeconds(60);
    private static final String TEXT = "a text of some length, as an item has it";

    private final int changes;

    /** Creates the part for 20,000 changes. */
    public ListenerPart() {
        this(CHANGES);
    }

    /**
     * Creates the part.
     *
     * @param changes how many changes to handle
     */
    public ListenerPart(int changes) {
        this.changes = changes;
    }

    @Override
    public String name() {
        return "listener";
    }

    @Override
    public Section run(Effort effort) throws IOException, InterruptedException {
        Times times = new Times();
        List<Double> lags = new ArrayList<>();
        for (int pass = 0; pass < effort.passes(); pass++) {
            try (LocalServer server = new LocalServer();
                    ListeningApplication application = new ListeningApplication(server.endpoint())) {
                StreamListenerContainer<?> live = application.listener(LIVE);
                live.start();
                live.awaitCaughtUp(START);
                times.add(LIVE, millis(() -> {
                    times.add(WRITES, millis(() -> write(application)));
                    application.await(LIVE, changes);
                }));
                live.stop();
                lags.addAll(application.lags());
                for (String id : List.of(EACH, LISTS)) {
                    times.add(id, millis(() -> {
                        application.listener(id).start();
                        application.await(id, changes);
                    }));
                    application.listener(id).stop();
                }
            }
        }
        return section(effort, times, lags);
    }

    /** A step that may wait. */
    private interface Step {
        void run() throws InterruptedException;
    }

    private static double millis(Step step) throws InterruptedException {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private void write(ListeningApplication application) {
        for (int from = 0; from < changes; from += CHUNK) {
            long now = System.nanoTime();
            List<Note> notes = IntStream.range(from, Math.min(from + CHUNK, changes))
                    .mapToObj(number -> new Note("n" + number, TEXT, now))
                    .toList();
            application.notes().bulk().replaceAll(notes);
        }
    }

    private Section section(Effort effort, Times times, List<Double> lags) {
        List<Double> sorted = lags.stream().sorted().toList();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d insertions of items of three attributes, in a stream with both images. Items and positions are in "
                        + "DynamoDB Local, in another process that shares the machine's processors. The listeners do "
                        + "nothing with a change; passes: %d.",
                changes,
                effort.passes()));
        lines.add("");
        lines.add("| listener | ms | changes in a second |");
        lines.add("|---|--:|--:|");
        lines.add(row("one change at a time, all written before", times.median(EACH)));
        lines.add(row("lists of up to 100 changes, all written before", times.median(LISTS)));
        lines.add(row("one change at a time, while they are written", times.median(LIVE)));
        lines.add(row("the writes of the line above, 25 in a request", times.median(WRITES)));
        lines.add("");
        lines.add("| from before a write is sent until its change is handled | ms |");
        lines.add("|---|--:|");
        for (int share : List.of(50, 90, 99, 100)) {
            int index = (int) Math.ceil(sorted.size() * share / PER_CENT) - 1;
            lines.add(String.format(Locale.ROOT, "| %d %% of the changes within | %,.0f |", share, sorted.get(index)));
        }
        lines.add("");
        return new Section("Listeners to changes", lines);
    }

    private String row(String name, double millis) {
        return String.format(Locale.ROOT, "| %s | %,.0f | %,.0f |", name, millis, changes / millis * 1_000);
    }
}
