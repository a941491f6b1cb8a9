package io.bloop.engine;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.internal.NearestClass;
import io.bloop.transaction.internal.Models;
import java.util.List;

/** Finds the bound models of an engine by their objects. */
final class BoundModels implements Models {

    private final Engine engine;

    BoundModels(Engine engine) {
        this.engine = engine;
    }

    @Override
    @SuppressWarnings("unchecked") // a model of the object's class, or of a supertype, maps the object
    public <T> BoundModel<T> of(T object) {
        List<BoundModel<?>> found = NearestClass.<BoundModel<?>>of(
                object, engine.allBound(), model -> model.definition().type());
        if (found.size() > 1) {
            throw new InvalidModel(
                    object.getClass().getSimpleName(),
                    List.of("Several bound models have this class, so that an object does not tell which is meant: "
                            + found.stream()
                                    .map(model -> model.definition().toString())
                                    .sorted()
                                    .toList()
                            + "; use the template of one of them."));
        }
        if (found.size() == 1) {
            return (BoundModel<T>) found.get(0);
        }
        throw new InvalidModel(
                object.getClass().getSimpleName(),
                List.of("No bound model has this class; bind its definition first."));
    }

    @Override
    public <T> BoundModel<T> of(ModelDefinition<T> definition) {
        return engine.bound(definition);
    }
}
