package io.bloop.type;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns values of a Java type into what is stored of them, and back; either way null says "nothing". */
interface Codec<V, W> {

    @Nullable
    W dump(V value);

    @Nullable
    V load(W stored);

    /** Tells whether it is known that another codec stores the same values in another form. */
    default boolean excludes(Codec<?, ?> other) {
        return false;
    }

    /** Tells whether all texts have one length, and are in the order of the values. */
    default boolean hasOneWidth() {
        return false;
    }

    static <V, W> Codec<V, W> of(
            Function<? super V, ? extends @Nullable W> dump, Function<? super W, ? extends @Nullable V> load) {
        return new Functions<>(dump, load);
    }

    /** A codec of two functions, as an application has them. */
    record Functions<V, W>(
            Function<? super V, ? extends @Nullable W> dumper, Function<? super W, ? extends @Nullable V> loader)
            implements Codec<V, W> {

        @Override
        public @Nullable W dump(V value) {
            return dumper.apply(value);
        }

        @Override
        public @Nullable V load(W stored) {
            return loader.apply(stored);
        }
    }
}
