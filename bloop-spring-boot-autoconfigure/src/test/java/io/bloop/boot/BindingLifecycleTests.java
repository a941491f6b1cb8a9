package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.Engine;
import io.bloop.table.BindMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.SmartLifecycle;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(OutputCaptureExtension.class)
class BindingLifecycleTests {

    private final String prefix = LocalDynamoDb.prefix();

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withPropertyValues("bloop.table-name-template=" + prefix + "{table_name}");

    @Test
    void bindsAllModelsAndSaysSoInOneLine(CapturedOutput output) {
        contextRunner.run(context -> {
            assertThat(context.getBean(Engine.class).tables()).containsValues(prefix + "Link", prefix + "DailyVisits");
            assertThat(output)
                    .containsPattern("INFO  BindingLifecycle - Bloop has bound 2 models to 2 tables in \\d+ ms");
            assertThat(output).containsOnlyOnce("BindingLifecycle");
        });
    }

    @Test
    void bindsWhereBeansAreLazy() {
        contextRunner
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context ->
                        assertThat(context.getBean(Engine.class).tables()).hasSize(2));
    }

    @Test
    void comesLongBeforeServersAndListeners() {
        contextRunner.withPropertyValues("bloop.bind=none").run(context -> {
            BindingLifecycle lifecycle = context.getBean(BindingLifecycle.class);
            assertThat(lifecycle.getPhase()).isEqualTo(BloopPhase.BINDING).isEqualTo(Integer.MIN_VALUE / 2);
            assertThat(BloopPhase.BINDING).isLessThan(0).isLessThan(SmartLifecycle.DEFAULT_PHASE);
        });
    }

    @Test
    void goesOnWhileTheContextIsPausedBetweenTests() {
        contextRunner.withPropertyValues("bloop.bind=none").run(context -> {
            BindingLifecycle lifecycle = context.getBean(BindingLifecycle.class);
            assertThat(lifecycle.isPauseable()).isFalse();
            assertThat(lifecycle.isAutoStartup()).isTrue();
            assertThat(lifecycle.isRunning()).isTrue();
        });
    }

    @Test
    void canBeStoppedAndStartedAgain() {
        Engine engine = Engine.builder(mock(DynamoDbClient.class))
                .bindMode(BindMode.NONE)
                .build();
        BindingLifecycle lifecycle = new BindingLifecycle(engine, List.of(LinkModel.LINK), List.of());
        lifecycle.start();
        lifecycle.stop();
        assertThat(lifecycle.isRunning()).isFalse();
        lifecycle.start();
        assertThat(lifecycle.isRunning()).isTrue();
    }

    @Test
    void stopsTheStartWhereATableIsMissingAndMayNotBeCreated() {
        contextRunner
                .withPropertyValues("bloop.bind=validate")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(ApplicationContextException.class)
                        .rootCause()
                        .hasMessage("""
                        Table '%sDailyVisits' does not match model DailyVisits (1 difference):

                                              expected       actual
                          table               hash day (S)   missing

                        Table '%sLink' does not match model Link (1 difference):

                                              expected        actual
                          table               hash slug (S)   missing""".formatted(prefix, prefix)));
    }
}
