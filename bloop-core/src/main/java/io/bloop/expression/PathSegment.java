package io.bloop.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One step from a place to a member or an element of it, or to itself as one of another type.
 *
 * @param parent the place that holds it
 * @param member the member's name; empty for an element and for the place itself
 * @param index the element's index; -1 for a member, -2 for the place itself
 */
record PathSegment(Path<?, ?> parent, String member, int index) {

    private static final int MEMBER = -1;
    private static final int SAME = -2;

    static PathSegment member(Path<?, ?> parent, String name) {
        if (name.isEmpty()) {
            throw new InvalidCondition(parent.name() + " has no member without a name; give a name.");
        }
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
        return parent.name() + suffix();
    }

    String qualifiedName() {
        return parent.qualifiedName() + suffix();
    }

    private String suffix() {
        return switch (index) {
            case SAME -> "";
            case MEMBER -> "." + member;
            default -> "[" + index + "]";
        };
    }

    @Nullable
    AttributeValue valueIn(Map<String, AttributeValue> item) {
        AttributeValue within = parent.place().valueIn(item);
        if (within == null || index == SAME) {
            return within;
        }
        if (index == MEMBER) {
            return within.hasM() ? within.m().get(member) : null;
        }
        return within.hasL() && index < within.l().size() ? within.l().get(index) : null;
    }

    String render(Placeholders placeholders) {
        String before = parent.render(placeholders);
        if (index == SAME) {
            return before;
        }
        return before + (index < 0 ? "." + placeholders.name(member) : "[" + index + "]");
    }
}
