package io.bloop.boot.validation;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path of a value from the class of its model, which prints as the paths of a validated object do.
 *
 * @param nodes the nodes
 * @param element the element of the last node that the next node is inside of, or null
 */
record ValuePath(List<ValueNode> nodes, @Nullable Element element) implements Path {

    static final ValuePath ROOT = new ValuePath(List.of(), null);

    /**
     * An element of a container.
     *
     * @param index its index in a list, or null
     * @param key its key in a map, or null
     */
    record Element(@Nullable Integer index, @Nullable Object key) {

        /** Returns what validators name the element, where it is a container itself. */
        String name() {
            if (index != null) {
                return "<list element>";
            }
            return key == null ? "<iterable element>" : "<map value>";
        }
    }

    ValuePath property(String name) {
        return with(new ValueNode(name, ElementKind.PROPERTY, false, null, null));
    }

    ValuePath element(Element next) {
        ValuePath container = element == null
                ? this
                : with(new ValueNode(element.name(), ElementKind.CONTAINER_ELEMENT, false, null, null));
        return new ValuePath(container.nodes, next);
    }

    /** Adds the nodes of another path except for the first ones. */
    ValuePath with(Path other, int skipped) {
        ValuePath path = this;
        int position = 0;
        for (Node node : other) {
            if (position++ >= skipped) {
                path = path.with(ValueNode.of(node));
            }
        }
        return path;
    }

    private ValuePath with(ValueNode node) {
        List<ValueNode> more = new ArrayList<>(nodes);
        more.add(
                element == null
                        ? node
                        : new ValueNode(node.name(), node.getKind(), true, element.index(), element.key()));
        return new ValuePath(List.copyOf(more), null);
    }

    @Override
    public Iterator<Node> iterator() {
        return List.<Node>copyOf(nodes).iterator();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (ValueNode node : nodes) {
            if (node.isInIterable()) {
                Object place = node.getIndex() == null ? node.getKey() : node.getIndex();
                text.append('[').append(place == null ? "" : place).append(']');
            }
            if (node.name() != null) {
                text.append(text.isEmpty() ? "" : ".").append(node.name());
            }
        }
        return text.toString();
    }
}
