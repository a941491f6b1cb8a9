package io.bloop.stream;

import io.bloop.bound.internal.BoundModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Decides from a raw image which model's object it is.
 *
 * @param <T> the class of the objects, or a class above several models
 */
interface ImageModels<T> {

    /**
     * Returns the model whose item an image is.
     *
     * @param image an image, or the key where there is none
     * @return the model; null where no model claims the image
     */
    @Nullable
    BoundModel<T> claiming(Map<String, AttributeValue> image);

    /** Returns the models of a table that one model has to itself. */
    static <T> ImageModels<T> only(BoundModel<T> model) {
        return image -> model;
    }
}
