package io.bloop.benchmarks.run;

import java.io.IOException;
import java.util.List;

/** A part whose candidates take turns at benchmarks of JMH. Immutable. */
public abstract class ComparingPart implements Part {

    private final String name;
    private final String title;
    private final List<Comparison> comparisons;

    /**
     * Creates a part.
     *
     * @param name the word that chooses it on the command line
     * @param title its heading on the page
     * @param comparisons what is compared, in the order of the page
     */
    protected ComparingPart(String name, String title, List<Comparison> comparisons) {
        this.name = name;
        this.title = title;
        this.comparisons = List.copyOf(comparisons);
    }

    @Override
    public final String name() {
        return name;
    }

    /**
     * Returns what is compared.
     *
     * @return the comparisons, in the order of the page
     */
    public final List<Comparison> comparisons() {
        return comparisons;
    }

    @Override
    public final Section run(Effort effort) throws IOException {
        return InTurns.run(title, comparisons, effort);
    }

    /**
     * Returns this part with two builds of the library as its candidates.
     *
     * @param builds the builds
     * @return a part that compares them
     */
    public final Part between(Builds builds) {
        return new Between(name, title, builds.compare(comparisons));
    }

    private static final class Between extends ComparingPart {

        Between(String name, String title, List<Comparison> comparisons) {
            super(name, title, comparisons);
        }
    }
}
