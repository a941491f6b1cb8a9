package io.bloop.benchmarks.run;

import java.util.Map;

/**
 * One of those that take turns at a benchmark. Immutable.
 *
 * @param title its name for people
 * @param method the benchmark's method
 * @param parameters the values of the benchmark's parameters, by name
 * @param isOurs whether it runs this library, so that two builds of the library may differ in it
 * @param classPath goes before this process's own class path; empty for nothing
 */
public record Candidate(String title, String method, Map<String, String> parameters, boolean isOurs, String classPath) {

    /** Creates a candidate with a copy of its parameters. */
    public Candidate {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Creates a candidate with the class path of this process.
     *
     * @param title its name for people
     * @param method the benchmark's method
     * @param parameters the values of the benchmark's parameters, by name
     * @param isOurs whether it runs this library
     */
    public Candidate(String title, String method, Map<String, String> parameters, boolean isOurs) {
        this(title, method, parameters, isOurs, "");
    }

    Candidate of(String build, String path) {
        return new Candidate(title + ", " + build, method, parameters, isOurs, path);
    }
}
