package io.bloop.benchmarks.run;

import java.util.EnumMap;
import java.util.Map;

/**
 * Two candidates whose ratio is followed from commit to commit, and may have a target. Immutable.
 *
 * @param name what is compared, with what
 * @param ours the title of the candidate that is followed
 * @param other the title of the candidate that it is compared with
 * @param limits the greatest ratio that meets the target, by unit; units that have no target are missing
 */
public record Ratio(String name, String ours, String other, Map<Unit, Double> limits) {

    /** Creates a ratio with a copy of its limits. */
    public Ratio {
        limits = Map.copyOf(limits);
    }

    /**
     * Creates a ratio without a target.
     *
     * @param name what is compared, with what
     * @param ours the title of the candidate that is followed
     * @param other the title of the candidate that it is compared with
     */
    public Ratio(String name, String ours, String other) {
        this(name, ours, other, Map.of());
    }

    /**
     * Returns this ratio with a target.
     *
     * @param unit what the target is for
     * @param limit the greatest ratio that meets it
     * @return a changed copy
     */
    public Ratio atMost(Unit unit, double limit) {
        Map<Unit, Double> more = new EnumMap<>(Unit.class);
        more.putAll(limits);
        more.put(unit, limit);
        return new Ratio(name, ours, other, more);
    }

    /**
     * Returns the name of this ratio of one unit, as it stands on the page, in its history and among the recorded ratios.
     *
     * @param unit the unit
     * @return the name
     */
    public String nameOf(Unit unit) {
        return name + ", " + unit;
    }
}
