package io.bloop.expression;

/**
 * Is one step from a place to a member or an element of it.
 *
 * @param parent the place that holds it
 * @param member the member's name; empty for an element
 * @param index the element's index; -1 for a member
 */
record Step(Path<?, ?> parent, String member, int index) {

    static Step member(Path<?, ?> parent, String name) {
        return new Step(parent, name, -1);
    }

    static Step element(Path<?, ?> parent, int index) {
        if (index < 0) {
            throw new InvalidCondition(parent.name() + " has no element " + index + "; the first is 0.");
        }
        return new Step(parent, "", index);
    }

    String name() {
        return parent.name() + (index < 0 ? "." + member : "[" + index + "]");
    }

    String render(Placeholders placeholders) {
        String before = parent.render(placeholders);
        return before + (index < 0 ? "." + placeholders.name(member) : "[" + index + "]");
    }
}
