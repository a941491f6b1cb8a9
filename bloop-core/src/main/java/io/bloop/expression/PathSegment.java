package io.bloop.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Is one step from a place to a member or an element of it, or to itself as one of another type.
 *
 * @param parent the place that holds it
 * @param member the member's name; empty for an element and for the place itself
 * @param index the element's index; -1 for a member, -2 for the place itself
 */
record PathSegment(Path<?, ?> parent, String member, int index) {

    private static final int MEMBER = -1;
    private static final int SAME = -2;

    static PathSegment member(Path<?, ?> parent, String name) {
        return new PathSegment(parent, name, MEMBER);
    }

    static PathSegment same(Path<?, ?> place) {
        return new PathSegment(place, "", SAME);
    }

    static PathSegment element(Path<?, ?> parent, int index) {
        if (index < 0) {
            throw new InvalidCondition(parent.name() + " has no element " + index + "; the first is 0.");
        }
        return new PathSegment(parent, "", index);
    }

    boolean isNested() {
        return index != SAME || parent.isNested();
    }

    List<PathStep> steps() {
        List<PathStep> steps = new ArrayList<>(parent.place().steps());
        if (index != SAME) {
            steps.add(new PathStep(parent.type(), index < 0 ? member : null, index));
        }
        return List.copyOf(steps);
    }

    String name() {
        if (index == SAME) {
            return parent.name();
        }
        return parent.name() + (index < 0 ? "." + member : "[" + index + "]");
    }

    String render(Placeholders placeholders) {
        String before = parent.render(placeholders);
        if (index == SAME) {
            return before;
        }
        return before + (index < 0 ? "." + placeholders.name(member) : "[" + index + "]");
    }
}
