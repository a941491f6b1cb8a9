package io.bloop.benchmarks.extra;

import io.bloop.benchmarks.wire.Answers;
import io.bloop.benchmarks.wire.CannedDynamoDb;
import io.bloop.boot.event.ObjectSaved;
import io.bloop.engine.BloopTemplate;
import io.bloop.wire.ItemsInterceptor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An application that writes visits to a client that answers in the process. */
final class VisitApplication implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    /** Starts an application with what a configuration switches on. */
    VisitApplication(Class<?> configuration) {
        this.context = new SpringApplicationBuilder(Visits.class, configuration)
                .web(WebApplicationType.NONE)
                .run("--spring.main.banner-mode=off", "--bloop.bind=none");
    }

    static DynamoDbClient client() {
        return CannedDynamoDb.client(new Answers(), new ItemsInterceptor());
    }

    BloopTemplate<Visit> visits() {
        return context.getBean(Visits.class).visits;
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Visits {

        private final BloopTemplate<Visit> visits;

        Visits(BloopTemplate<Visit> visits) {
            this.visits = visits;
        }

        @Bean
        static DynamoDbClient dynamoDbClient() {
            return client();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Configuration(proxyBeanMethods = false)
    static class Listener {

        private long saved;

        @EventListener
        void saved(ObjectSaved<Visit> visit) {
            saved++;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Validation {

        @Bean
        static ValidatorFactory validatorFactory() {
            return jakarta.validation.Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory();
        }

        @Bean
        static Validator validator(ValidatorFactory factory) {
            return factory.getValidator();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Metrics {

        @Bean
        static MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        static ObservationRegistry observationRegistry(MeterRegistry meters) {
            ObservationRegistry observations = ObservationRegistry.create();
            observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
            return observations;
        }
    }
}
