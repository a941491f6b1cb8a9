package io.bloop.mapping.internal;

import io.bloop.expression.UpdateExpression;
import io.bloop.expression.UpdateValue;
import io.bloop.model.Discriminator;
import io.bloop.model.internal.ModelInternals;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The text that tells the items of a model from those of others, and that each write of the model stores. */
record Mark<T>(AttributePath<T> path, AttributeValue value) {

    /** Returns the mark of a model; null where it has no discriminator. */
    static <T> @Nullable Mark<T> of(ModelInternals<T> model) {
        return model.claim() instanceof Discriminator discriminator
                ? new Mark<>(
                        new AttributePath<>(discriminator.attribute()), AttributeValue.createS(discriminator.value()))
                : null;
    }

    /** Marks an item that an update may create; one that is there keeps its mark. */
    void write(UpdateExpression update) {
        update.set(path, UpdateValue.ifAbsent(path, value));
    }
}
