package io.bloop.benchmarks.run;

import java.util.List;

/**
 * Candidates that take turns at one benchmark, as one table of the page. Immutable.
 *
 * @param title the heading of the table's first column
 * @param benchmarks the class of the benchmark's methods
 * @param warmUp how long the benchmark takes to become steady
 * @param base the title of the candidate that the table compares the others with
 * @param whose names that candidate, as a genitive
 * @param candidates those that take turns, in their order
 * @param ratios what is followed from commit to commit
 */
public record Comparison(
        String title,
        Class<?> benchmarks,
        WarmUp warmUp,
        String base,
        String whose,
        List<Candidate> candidates,
        List<Ratio> ratios) {

    /** How long a benchmark takes to become steady. */
    public enum WarmUp {
        /** Little code runs, many times in a millisecond. */
        SHORT,
        /** Much code runs: the client of the SDK with all its layers. */
        LONG
    }

    /** Creates a comparison with copies of its lists. */
    public Comparison {
        candidates = List.copyOf(candidates);
        ratios = List.copyOf(ratios);
        candidate(candidates, base);
        for (Ratio ratio : ratios) {
            candidate(candidates, ratio.ours());
            candidate(candidates, ratio.other());
        }
    }

    /**
     * Returns a candidate.
     *
     * @param wanted its title
     * @return the candidate
     */
    public Candidate candidate(String wanted) {
        return candidate(candidates, wanted);
    }

    private static Candidate candidate(List<Candidate> candidates, String wanted) {
        return candidates.stream()
                .filter(candidate -> candidate.title().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no candidate '" + wanted + "' among "
                        + candidates.stream().map(Candidate::title).toList() + "."));
    }
}
