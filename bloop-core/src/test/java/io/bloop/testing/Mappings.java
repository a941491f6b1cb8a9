package io.bloop.testing;

import io.bloop.mapping.internal.Mapping;
import io.bloop.model.ModelDefinition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives tests one mapping for each definition, as each engine has it. */
public final class Mappings {

    private static final Map<ModelDefinition<?>, Mapping<?>> BY_MODEL = new ConcurrentHashMap<>();

    private Mappings() {}

    @SuppressWarnings("unchecked") // made from the key
    public static <T> Mapping<T> mapping(ModelDefinition<T> model) {
        return (Mapping<T>) BY_MODEL.computeIfAbsent(model, one -> new Mapping<>(one.internals()));
    }
}
