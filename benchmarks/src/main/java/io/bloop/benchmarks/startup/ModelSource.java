package io.bloop.benchmarks.startup;

import io.bloop.model.ModelDefinition;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** Gives the models that were written for a run; whoever is asked for nothing pays for nothing. */
public interface ModelSource {

    /** The class that is written with the models. */
    String NAME = "io.bloop.benchmarks.model.ManyOrders";

    /**
     * Returns the generated definitions.
     *
     * @return one for each model
     */
    List<ModelDefinition<?>> definitions();

    /**
     * Returns the classes of the models, which are beans too.
     *
     * @return one for each model
     */
    List<Class<?>> beans();

    /**
     * Finds the models on the class path.
     *
     * @return the source
     */
    static ModelSource find() {
        try {
            return (ModelSource) Class.forName(NAME).getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException ex) {
            throw new IllegalStateException("The models cannot be made", ex.getCause());
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException("There are no models on the class path", ex);
        }
    }
}
