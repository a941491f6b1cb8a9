package io.bloop.boot.test;

import io.bloop.boot.embedded.EmbeddedDynamoDb;
import io.bloop.boot.stream.InMemoryStreamPositions;
import io.bloop.boot.stream.StreamListenerRegistry;
import io.bloop.engine.Engine;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.util.ClassUtils;

/**
 * Gives each test class new tables, where it shares the context of an earlier one.
 *
 * <p>Stream listeners start anew with the tables. Nested test classes go on with the tables of the class around them.
 */
final class FreshTablesListener extends AbstractTestExecutionListener {

    @Override
    public void beforeTestClass(TestContext testContext) {
        Class<?> testClass = testContext.getTestClass();
        if (TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureBloop.class)
                && !ClassUtils.isInnerClass(testClass)
                && testContext.hasApplicationContext()) {
            renew(testContext.getApplicationContext());
        }
    }

    private static void renew(ApplicationContext context) {
        EmbeddedDynamoDb database =
                context.getBeanProvider(EmbeddedDynamoDb.class).getIfAvailable();
        if (database == null) {
            return;
        }
        List<StreamListenerRegistry> listening = context.getBeanProvider(StreamListenerRegistry.class).stream()
                .filter(StreamListenerRegistry::isRunning)
                .toList();
        listening.forEach(StreamListenerRegistry::stop);
        database.clear();
        context.getBeanProvider(InMemoryStreamPositions.class).forEach(InMemoryStreamPositions::clear);
        context.getBeanProvider(Engine.class).forEach(Engine::rebind);
        listening.forEach(StreamListenerRegistry::start);
    }
}
