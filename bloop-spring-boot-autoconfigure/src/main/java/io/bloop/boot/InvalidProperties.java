package io.bloop.boot;

import io.bloop.BloopException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Signals that properties cannot be followed, with all that is wrong with them. */
final class InvalidProperties extends BloopException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of serializable records
    private final List<PropertyProblem> problems;

    /** Creates an exception; what is wrong under several spellings of one key is told once. */
    static InvalidProperties of(List<PropertyProblem> problems) {
        Map<String, PropertyProblem> byKey = new TreeMap<>();
        problems.forEach(problem -> byKey.putIfAbsent(TableOverrides.uniform(problem.key()), problem));
        return new InvalidProperties(List.copyOf(byKey.values()));
    }

    private InvalidProperties(List<PropertyProblem> problems) {
        super(
                String.join(
                        " ", problems.stream().map(PropertyProblem::description).toList()),
                null);
        this.problems = problems;
    }

    List<PropertyProblem> problems() {
        return problems;
    }
}
