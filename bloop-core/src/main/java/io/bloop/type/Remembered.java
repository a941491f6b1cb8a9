package io.bloop.type;

import org.jspecify.annotations.Nullable;

/**
 * Takes what a baseline keeps of the value that was read last.
 *
 * <p>For the engine. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class Remembered {

    private @Nullable Object kept;

    /** Creates one without a value. */
    public Remembered() {}

    /**
     * Takes what is kept of a value.
     *
     * @param kept what to keep; null where nothing would be stored
     */
    public void keep(@Nullable Object kept) {
        this.kept = kept;
    }

    /**
     * Returns what is kept of the value that was read last.
     *
     * @return what to keep; null where nothing would be stored
     */
    public @Nullable Object kept() {
        return kept;
    }
}
