package io.bloop.type;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Dumps one value after another.
 *
 * <p>For the engine. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class Dumper {

    private final AttributeValueWriter out = new AttributeValueWriter();

    /** Creates a dumper. */
    public Dumper() {}

    /**
     * Dumps a value.
     *
     * @param <V> the Java type
     * @param type how the value is stored
     * @param value the value, or null
     * @return the attribute value, or null where there is nothing to store
     * @throws InvalidValue if the type cannot hold the value
     */
    public <V> @Nullable AttributeValue dump(Type<V> type, @Nullable V value) {
        return value != null && type.writeAny(value, out) ? out.result() : null;
    }

    /**
     * Dumps a value whose older state is remembered.
     *
     * @param <V> the Java type
     * @param type how the value is stored
     * @param value the value, or null
     * @param remembered what {@link Type#rememberRead} has returned, or null
     * @return the attribute value, in which what has not changed has the form in which it was stored; null where there is
     *     nothing to store
     * @throws InvalidValue if the type cannot hold the value
     */
    public <V> @Nullable AttributeValue dump(Type<V> type, @Nullable V value, @Nullable Object remembered) {
        return value != null && type.rewrite(value, remembered, out) ? out.result() : null;
    }
}
