package io.bloop.model;

import org.jspecify.annotations.Nullable;

/**
 * The convenient superclass of tracked objects.
 *
 * <p>The state that it remembers is not visible: the field is transient, and takes no part in {@code equals}, {@code
 * hashCode} or {@code toString}. An object that comes back from Java serialisation, from JSON or from a cache that
 * stores bytes therefore counts as new: saving it sets what it has, and its null members say nothing. {@code replace},
 * or a save with {@code WriteOptions.clear(..)}, writes these as well. Not thread-safe, like the objects themselves.
 *
 * @since 0.1.0
 */
public abstract class BaseModel implements Tracked {

    private transient @Nullable Baseline baseline;

    /** Creates an object that was never loaded. */
    protected BaseModel() {}

    @Override
    public final Baseline baseline() {
        // lazy, because deserialising leaves a transient field null
        Baseline present = baseline;
        if (present == null) {
            present = new Baseline();
            baseline = present;
        }
        return present;
    }
}
