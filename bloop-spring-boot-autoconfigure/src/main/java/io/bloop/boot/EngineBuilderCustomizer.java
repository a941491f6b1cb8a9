package io.bloop.boot;

import io.bloop.engine.EngineBuilder;

/**
 * Changes how engines are built, after the properties were applied.
 *
 * <p>All beans of this type are applied in their order, to the auto-configured engine and to every other one that
 * {@link EngineBuilderConfigurer} configures.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface EngineBuilderCustomizer {

    /**
     * Changes a builder.
     *
     * @param builder the builder
     */
    void customize(EngineBuilder builder);
}
