package io.bloop.mapping.internal;

import io.bloop.expression.DynamicPath;
import io.bloop.type.DynamicType;
import io.bloop.type.Types;

/**
 * The place of an attribute that is no column, such as the discriminator. Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param attribute the attribute's name as it is stored
 */
public record AttributePath<M>(String attribute) implements DynamicPath<M> {

    @Override
    public String name() {
        return attribute;
    }

    @Override
    public DynamicType type() {
        return Types.DYNAMIC;
    }
}
