package io.bloop.boot.validation;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import org.jspecify.annotations.Nullable;

/**
 * A node of a {@link ValuePath}.
 *
 * @param name the name; null for a bean as a whole
 * @param isInIterable whether the node is inside of an element of the node before
 * @param getIndex the index of that element, where it has one
 * @param getKey the key of that element, where it has one
 */
record ValueNode(
        @Nullable String name,
        ElementKind getKind,
        boolean isInIterable,
        @Nullable Integer getIndex,
        @Nullable Object getKey)
        implements Path.PropertyNode, Path.ContainerElementNode, Path.BeanNode {

    static ValueNode of(Path.Node node) {
        return new ValueNode(node.getName(), node.getKind(), node.isInIterable(), node.getIndex(), node.getKey());
    }

    @Override
    public @Nullable String getName() {
        return name;
    }

    @Override
    public <N extends Path.Node> N as(Class<N> type) {
        return type.cast(this);
    }

    @Override
    public @Nullable Class<?> getContainerClass() {
        return null;
    }

    @Override
    public @Nullable Integer getTypeArgumentIndex() {
        return null;
    }

    @Override
    public String toString() {
        return name == null ? "" : name;
    }
}
