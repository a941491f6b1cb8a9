package io.bloop.benchmarks.run;

import java.util.List;

/**
 * Counts JVMs by how much the machine did for others meanwhile.
 *
 * @param measured the JVMs whose numbers count
 * @param dropped the JVMs that were measured again, because others had the processors
 * @param disturbed the JVMs whose numbers count although others had the processors, because each attempt met that
 */
public record Turns(int measured, int dropped, int disturbed) {

    /** No JVMs. */
    public static final Turns NONE = new Turns(0, 0, 0);

    Turns plus(Turns more) {
        return new Turns(measured + more.measured, dropped + more.dropped, disturbed + more.disturbed);
    }

    static Turns sum(List<Turns> all) {
        return all.stream().reduce(NONE, Turns::plus);
    }
}
