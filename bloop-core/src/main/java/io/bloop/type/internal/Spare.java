package io.bloop.type.internal;

import org.jspecify.annotations.Nullable;

/**
 * Keeps, between one value and the next, what a reader's user needs for each of them, so that it is made once.
 *
 * <p>For the engine. What is taken is nobody else's until it is given back; what is never given back is made anew. Not
 * thread-safe.
 */
public abstract class Spare {

    private @Nullable Object spare;

    /** Creates one that keeps nothing. */
    protected Spare() {}

    /**
     * Takes what was given back last.
     *
     * @return the object; null where there is none
     */
    public final @Nullable Object take() {
        Object taken = spare;
        spare = null;
        return taken;
    }

    /**
     * Gives an object back.
     *
     * @param used what is no longer in use
     */
    public final void giveBack(Object used) {
        spare = used;
    }
}
