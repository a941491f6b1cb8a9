package io.bloop.expression;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps the texts of one model's updates, so that an update of the same shape is not written twice.
 *
 * <p>For the engine. Keeps a limited number of them. Thread-safe.
 *
 * @since 0.1.0
 */
public final class UpdateTexts {

    /** The shapes of a program are few, unless it changes any columns of large objects together. */
    private static final int MOST = 500;

    private final Map<Object, UpdateText> texts = new ConcurrentHashMap<>();

    /** Creates texts without any. */
    public UpdateTexts() {}

    /**
     * Returns the text of a shape.
     *
     * @param shape tells shapes apart by its equality
     * @param write writes the text, if that shape is new
     * @return the text
     */
    public UpdateText get(Object shape, Supplier<UpdateText> write) {
        UpdateText present = texts.get(shape);
        if (present != null) {
            return present;
        }
        UpdateText written = write.get();
        if (texts.size() < MOST) {
            texts.put(shape, written);
        }
        return written;
    }
}
