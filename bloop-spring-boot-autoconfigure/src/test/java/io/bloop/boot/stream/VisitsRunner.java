package io.bloop.boot.stream;

import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.visits.Visit;
import io.bloop.boot.visits.VisitModel;
import io.bloop.boot.visits.VisitsApplication;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import java.time.Duration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Runs applications that share one table of visits, which no other test has. */
final class VisitsRunner {

    static final Duration WAIT = Duration.ofSeconds(30);

    private VisitsRunner() {}

    static ApplicationContextRunner create() {
        return new ApplicationContextRunner()
                .withUserConfiguration(VisitsApplication.class, LocalDynamoDb.class)
                .withBean(Heard.class)
                .withPropertyValues(
                        "bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}",
                        "bloop.stream.listener.poll-interval=20ms",
                        "bloop.stream.listener.retry.initial-interval=1ms");
    }

    static BloopTemplate<Visit> visits(ApplicationContext context) {
        return context.getBean(Engine.class).template(VisitModel.VISIT);
    }

    static Heard heard(ApplicationContext context) {
        return context.getBean(Heard.class);
    }

    static StreamListenerContainer<?> container(ApplicationContext context) {
        return context.getBean(StreamListenerRegistry.class).container("visits");
    }

    static void awaitCaughtUp(ApplicationContext context) {
        container(context).awaitCaughtUp(WAIT);
    }
}
