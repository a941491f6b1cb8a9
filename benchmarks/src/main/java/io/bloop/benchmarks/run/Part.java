package io.bloop.benchmarks.run;

/** One part of the results page, which can be run alone. */
public interface Part {

    /**
     * Returns the word that chooses this part on the command line.
     *
     * @return one word
     */
    String name();

    /**
     * Measures.
     *
     * @param effort how long
     * @return what was measured
     * @throws Exception if it cannot be measured; then no page is written
     */
    Section run(Effort effort) throws Exception;
}
