package io.bloop.boot.stream;

import io.bloop.model.ModelDefinition;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the models whose changes a method gets, by the class of its parameter. */
final class ListenedModels {

    private ListenedModels() {}

    /**
     * Returns the model of a class, or the models of its subclasses.
     *
     * @param listener names the method
     * @param entity the class; null where it is not known
     * @param models all models
     */
    static List<ModelDefinition<?>> of(
            String listener, @Nullable Class<?> entity, Collection<? extends ModelDefinition<?>> models) {
        List<ModelDefinition<?>> own = List.copyOf(
                models.stream().filter(model -> model.type() == entity).toList());
        if (own.size() == 1) {
            return own;
        }
        if (own.size() > 1) {
            throw new InvalidStreamListener(
                    listener,
                    "has a parameter of objects " + name(entity) + ", of which there are several models",
                    "Name the bean of the model by 'model' of the annotation.");
        }
        List<ModelDefinition<?>> below = List.copyOf(models.stream()
                .filter(model -> entity != null && entity.isAssignableFrom(model.type()))
                .toList());
        if (below.isEmpty()) {
            throw new InvalidStreamListener(
                    listener,
                    "has a parameter of objects " + name(entity) + ", of which there is no model",
                    "Give the method one parameter: Change<T>, List<Change<T>>, or T, where T is the class of a model, or a"
                            + " class or interface that models of one table have in common.");
        }
        return below;
    }

    private static String name(@Nullable Class<?> entity) {
        return entity == null ? "of a class that is not known" : entity.getSimpleName();
    }
}
