package io.bloop.benchmarks.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Two builds of the library, which are compared with each other instead of with other libraries.
 *
 * @param before the class path of the one, as that of its {@code bloop-core/target/classes}
 * @param after the class path of the other
 */
public record Builds(String before, String after) {

    /** What no measurement tells from nothing. */
    private static final double NOTHING = 1.01;

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    /** Creates two builds, whose class paths exist, so that none is taken for the build of this process. */
    public Builds {
        check(BEFORE, before);
        check(AFTER, after);
    }

    private static void check(String build, String classPath) {
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (entry.isEmpty() || !Files.exists(Path.of(entry))) {
                throw new IllegalArgumentException(
                        "The class path of the build " + build + " is '" + classPath + "', where '" + entry
                                + "' does not exist. Name both builds: --before=CLASSPATH --after=CLASSPATH.");
            }
        }
    }

    /** Returns one comparison for each candidate that runs the library. */
    List<Comparison> compare(List<Comparison> comparisons) {
        List<Comparison> compared = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            comparison.candidates().stream()
                    .filter(Candidate::isOurs)
                    .forEach(candidate -> compared.add(compare(comparison, candidate)));
        }
        return compared;
    }

    private Comparison compare(Comparison comparison, Candidate candidate) {
        Candidate first = candidate.of(BEFORE, before);
        Candidate second = candidate.of(AFTER, after);
        String name = comparison.title() + ", " + candidate.title() + ": after, of before";
        return new Comparison(
                comparison.title(),
                comparison.benchmarks(),
                comparison.warmUp(),
                first.title(),
                "before's",
                List.of(first, second),
                List.of(new Ratio(name, second.title(), first.title())
                        .atMost(Unit.TIME, NOTHING)
                        .atMost(Unit.BYTES, NOTHING)
                        .atMost(Unit.INSTRUCTIONS, NOTHING)));
    }
}
