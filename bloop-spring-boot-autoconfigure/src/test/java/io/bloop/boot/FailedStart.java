package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What Spring Boot tells of an application that does not start. */
public record FailedStart(String description, String action) {

    /** Analyzers of parts of Spring that are not on the class path cannot be loaded. */
    private static final FailureHandler ABSENT = (type, name, failure) -> {};

    /** Starts an application that has to fail. */
    public static FailedStart of(Class<?> application, String... arguments) {
        AtomicReference<ApplicationFailedEvent> failure = new AtomicReference<>();
        ApplicationListener<ApplicationFailedEvent> listener = failure::set;
        SpringApplication starting = new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .listeners(listener)
                .build();
        assertThatThrownBy(() -> starting.run(arguments)).isInstanceOf(Exception.class);
        FailureAnalysis analysis = analyze(failure.get());
        return new FailedStart(analysis.getDescription(), analysis.getAction());
    }

    private static FailureAnalysis analyze(ApplicationFailedEvent failure) {
        ArgumentResolver arguments = ArgumentResolver.of(
                        BeanFactory.class, failure.getApplicationContext().getBeanFactory())
                .and(Environment.class, failure.getApplicationContext().getEnvironment());
        for (FailureAnalyzer analyzer :
                SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, arguments, ABSENT)) {
            FailureAnalysis analysis = analyzer.analyze(failure.getException());
            if (analysis != null) {
                return analysis;
            }
        }
        throw new AssertionError("no analysis", failure.getException());
    }
}
