package io.bloop.benchmarks;

import io.bloop.Suggestion;
import io.bloop.benchmarks.bulk.BulkPart;
import io.bloop.benchmarks.call.CallPart;
import io.bloop.benchmarks.claim.ClaimPart;
import io.bloop.benchmarks.listener.ListenerPart;
import io.bloop.benchmarks.mapping.DiffPart;
import io.bloop.benchmarks.mapping.MappingPart;
import io.bloop.benchmarks.mapping.MemoryPart;
import io.bloop.benchmarks.run.Effort;
import io.bloop.benchmarks.run.Part;
import io.bloop.benchmarks.run.ResultsPage;
import io.bloop.benchmarks.startup.BindingPart;
import io.bloop.benchmarks.startup.ColdStartPart;
import io.bloop.benchmarks.startup.SampleStartPart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the benchmarks and writes the page of their results.
 *
 * <p>Arguments: the names of the parts to run, all unless some are given; {@code --quick} for a first look;
 * {@code --to=FILE} for another page than {@code benchmarks/RESULTS.md}.
 */
public final class Benchmarks {

    private static final String QUICK = "--quick";
    private static final String TO = "--to=";

    private static final List<Part> PARTS = List.of(
            new MappingPart(),
            new CallPart(),
            new DiffPart(),
            new ClaimPart(),
            new MemoryPart(),
            new ColdStartPart(),
            new BindingPart(),
            new SampleStartPart(),
            new BulkPart(),
            new ListenerPart());

    private Benchmarks() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments see above
     * @throws Exception if something cannot be measured
     */
    public static void main(String... arguments) throws Exception {
        Effort effort = Effort.FULL;
        Path page = Path.of("benchmarks", "RESULTS.md");
        List<String> names = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals(QUICK)) {
                effort = Effort.QUICK;
            } else if (argument.startsWith(TO)) {
                page = Path.of(argument.substring(TO.length()));
            } else {
                names.add(argument);
            }
        }
        run(chosen(names), effort, page, command(arguments));
    }

    private static void run(List<Part> parts, Effort effort, Path page, String command) throws Exception {
        ResultsPage results = new ResultsPage(command, effort);
        for (Part part : parts) {
            System.out.println("== " + part.name());
            results.add(part.run(effort));
        }
        results.write(page);
        System.out.println("Wrote " + page.toAbsolutePath());
    }

    static List<Part> chosen(List<String> names) {
        Map<String, Part> parts = new LinkedHashMap<>();
        PARTS.forEach(part -> parts.put(part.name(), part));
        if (names.isEmpty()) {
            return PARTS;
        }
        for (String name : names) {
            if (!parts.containsKey(name)) {
                throw new IllegalArgumentException(
                        "There is no part '" + name + "'. " + Suggestion.sentence(name, parts.keySet()));
            }
        }
        parts.keySet().retainAll(names);
        return List.copyOf(parts.values());
    }

    private static String command(String... arguments) {
        String run = "./mvnw -pl benchmarks -am compile spring-boot:run";
        return arguments.length == 0
                ? run
                : run + " -Dspring-boot.run.arguments=\"" + String.join(" ", arguments) + "\"";
    }
}
