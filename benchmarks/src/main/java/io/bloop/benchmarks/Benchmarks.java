package io.bloop.benchmarks;

import io.bloop.Suggestion;
import io.bloop.benchmarks.bulk.BulkPart;
import io.bloop.benchmarks.call.BatchCallPart;
import io.bloop.benchmarks.call.CallPart;
import io.bloop.benchmarks.claim.ClaimPart;
import io.bloop.benchmarks.extra.ExtraPart;
import io.bloop.benchmarks.listener.ListenerPart;
import io.bloop.benchmarks.mapping.DiffPart;
import io.bloop.benchmarks.mapping.MappingPart;
import io.bloop.benchmarks.mapping.MemoryPart;
import io.bloop.benchmarks.run.Builds;
import io.bloop.benchmarks.run.ComparingPart;
import io.bloop.benchmarks.run.Effort;
import io.bloop.benchmarks.run.Part;
import io.bloop.benchmarks.run.ResultsPage;
import io.bloop.benchmarks.startup.BindingPart;
import io.bloop.benchmarks.startup.ColdStartPart;
import io.bloop.benchmarks.startup.SampleStartPart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the benchmarks and writes the page of their results.
 *
 * <p>Arguments: the names of the parts to run, all unless some are given; {@code --quick} for a first look, {@code --trial}
 * for a run that shows only that everything works; {@code --rounds=NUMBER} for more turns; {@code --before=CLASSPATH} and
 * {@code --after=CLASSPATH} for two builds of the library, which are compared with each other; {@code --to=FILE} for the page.
 * Without that, results that can be published go to {@code benchmarks/RESULTS.md} and into its history, and others go to
 * {@code benchmarks/target/look.md}.
 */
public final class Benchmarks {

    private static final Map<String, Effort> EFFORTS =
            Map.of("--full", Effort.FULL, "--quick", Effort.QUICK, "--trial", Effort.TRIAL);
    private static final String ROUNDS = "--rounds=";
    private static final String TO = "--to=";
    private static final String BEFORE = "--before=";
    private static final String AFTER = "--after=";

    private static final Path PUBLISHED = Path.of("benchmarks", "RESULTS.md");
    private static final Path LOOK = Path.of("benchmarks", "target", "look.md");
    private static final Path HISTORY = Path.of("benchmarks", "history.csv");

    private static final List<Part> PARTS = List.of(
            new MappingPart(),
            new CallPart(),
            new BatchCallPart(),
            new DiffPart(),
            new ClaimPart(),
            new ExtraPart(),
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
        Map<String, String> options = new HashMap<>();
        Effort effort = Effort.FULL;
        List<String> names = new ArrayList<>();
        for (String argument : arguments) {
            Optional<String> option = Stream.of(ROUNDS, TO, BEFORE, AFTER)
                    .filter(argument::startsWith)
                    .findFirst();
            if (option.isPresent()) {
                options.put(option.get(), argument.substring(option.get().length()));
            } else if (EFFORTS.containsKey(argument)) {
                effort = EFFORTS.getOrDefault(argument, effort);
            } else {
                names.add(argument);
            }
        }
        if (options.containsKey(ROUNDS)) {
            effort = effort.withRounds(Integer.parseInt(options.getOrDefault(ROUNDS, "")));
        }
        List<Part> parts = chosen(names);
        Path page = effort.isPublished() ? PUBLISHED : LOOK;
        if (options.containsKey(BEFORE) || options.containsKey(AFTER)) {
            page = LOOK;
            parts = between(parts, new Builds(options.getOrDefault(BEFORE, ""), options.getOrDefault(AFTER, "")));
        }
        if (options.containsKey(TO)) {
            page = Path.of(options.getOrDefault(TO, ""));
        }
        run(parts, effort, page, command(arguments));
    }

    private static void run(List<Part> parts, Effort effort, Path page, String command) throws Exception {
        ResultsPage results = new ResultsPage(command, effort, HISTORY);
        for (Part part : parts) {
            System.out.println("== " + part.name());
            results.add(part.run(effort));
        }
        results.write(page);
        System.out.println("Wrote " + page.toAbsolutePath());
        if (page.equals(PUBLISHED)) {
            results.writeHistory(HISTORY);
            System.out.println("Wrote " + HISTORY.toAbsolutePath());
        }
    }

    /** Lets two builds of the library take turns at each part that measures by turns. */
    static List<Part> between(List<Part> parts, Builds builds) {
        List<Part> compared = new ArrayList<>();
        for (Part part : parts) {
            if (!(part instanceof ComparingPart comparing)) {
                throw new IllegalArgumentException("The part '" + part.name() + "' compares no builds. These do: "
                        + PARTS.stream()
                                .filter(ComparingPart.class::isInstance)
                                .map(Part::name)
                                .collect(Collectors.joining(", "))
                        + ".");
            }
            compared.add(comparing.between(builds));
        }
        return compared;
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
