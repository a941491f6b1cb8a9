package io.bloop.benchmarks.startup;

import static io.bloop.benchmarks.model.Contestant.BLOOP;
import static io.bloop.benchmarks.model.Contestant.ENHANCED_BEAN;
import static io.bloop.benchmarks.model.Contestant.RAW_SDK;

import io.bloop.benchmarks.model.Contestant;
import io.bloop.benchmarks.run.Effort;
import io.bloop.benchmarks.run.JavaProcess;
import io.bloop.benchmarks.run.Outcome;
import io.bloop.benchmarks.run.Part;
import io.bloop.benchmarks.run.QuietTurns;
import io.bloop.benchmarks.run.Section;
import io.bloop.benchmarks.run.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures from the start of a JVM to its first answered get, with one model and with many. */
public final class ColdStartPart implements Part {

    private static final List<Contestant> CONTESTANTS = List.of(RAW_SDK, BLOOP, ENHANCED_BEAN);

    /** The most that this library may add. */
    private static final double MOST_MILLIS = 40;

    private final int many;

    /** Creates the part for 30 models. */
    public ColdStartPart() {
        this(30);
    }

    /**
     * Creates the part.
     *
     * @param many how many models, beside one
     */
    public ColdStartPart(int many) {
        this.many = many;
    }

    @Override
    public String name() {
        return "cold-start";
    }

    @Override
    public Section run(Effort effort) throws IOException {
        Path directory = Files.createTempDirectory("bloop-models");
        Map<Integer, Path> models = new TreeMap<>();
        for (int count : List.of(1, many)) {
            models.put(count, ManyModels.compile(directory, count));
        }
        Times times = new Times();
        QuietTurns quiet = new QuietTurns(effort);
        // one after another, so that all share what the machine does meanwhile
        for (int i = 0; i < effort.processes(); i++) {
            for (Contestant contestant : CONTESTANTS) {
                for (Map.Entry<Integer, Path> compiled : models.entrySet()) {
                    times.add(
                            title(contestant, compiled.getKey()),
                            quiet.take(() -> start(contestant, compiled.getValue())));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("From before a JVM is started to its first answered get; " + effort.processes()
                + " JVMs with the default options for each line.");
        lines.add("");
        lines.addAll(times.table("models of 12 columns", title(RAW_SDK, many)));
        return new Section(
                "Cold start",
                lines,
                List.of(new Outcome(
                        "cold start, " + many + " models of 12 columns, more than the SDK alone",
                        " ms",
                        MOST_MILLIS,
                        times.difference(title(BLOOP, many), title(RAW_SDK, many)))),
                quiet.turns());
    }

    private static String title(Contestant contestant, int models) {
        return contestant.title() + ", " + models + (models == 1 ? " model" : " models");
    }

    private static double start(Contestant contestant, Path models) throws IOException {
        try (JavaProcess process = JavaProcess.start(ColdStart.class, List.of(models), contestant.name())) {
            return process.millisUntil(ColdStart.ANSWERED);
        }
    }
}
