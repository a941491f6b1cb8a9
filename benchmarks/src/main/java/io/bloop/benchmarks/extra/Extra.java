package io.bloop.benchmarks.extra;

import org.jspecify.annotations.Nullable;

/** What an application has beside the engine. */
public enum Extra {
    /** The engine without Spring. */
    ENGINE("the engine alone", null),
    /** An application with the starter, in which nothing is switched on. */
    STARTER("the starter", VisitApplication.Nothing.class),
    /** A method that gets an event after each write. */
    LISTENER("the starter and an event listener", VisitApplication.Listener.class),
    /** Bean Validation with Hibernate Validator. */
    VALIDATION("the starter and validation", VisitApplication.Validation.class),
    /** Meters and observations of Micrometer, which a registry in memory takes. */
    METRICS("the starter, metrics and observations", VisitApplication.Metrics.class);

    private final String title;
    private final @Nullable Class<?> configuration;

    Extra(String title, @Nullable Class<?> configuration) {
        this.title = title;
        this.configuration = configuration;
    }

    String title() {
        return title;
    }

    /** Returns the configuration of an application; null where there is none. */
    @Nullable
    Class<?> configuration() {
        return configuration;
    }
}
