package io.bloop.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Identifies a place of an item, whatever its type is taken for.
 *
 * @param parts the attribute's name, then names of members as strings and indexes of elements as integers
 */
record PathIdentity(List<Object> parts) {

    static PathIdentity of(Path<?, ?> path) {
        List<Object> parts = new ArrayList<>();
        parts.add(path.attribute());
        for (PathStep step : path.steps()) {
            String member = step.member();
            parts.add(member == null ? (Object) step.index() : member);
        }
        return new PathIdentity(List.copyOf(parts));
    }
}
