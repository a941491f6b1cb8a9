package io.bloop.boot.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.bloop.boot.BloopConnectionDetails;
import io.bloop.boot.FailedStart;
import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedDynamoDbAutoConfigurationTests {

    private final ApplicationContextRunner contextRunner =
            new ApplicationContextRunner().withUserConfiguration(LinksApplication.class);

    @Test
    void startsWhereNothingIsConfiguredAndSaysSoInOneLine(CapturedOutput output) {
        contextRunner.run(context -> {
            int port = context.getBean(EmbeddedDynamoDb.class).port();
            links(context).save(new Link("curl", "ada"));
            assertThat(links(context).find("curl"))
                    .hasValueSatisfying(link -> assertThat(link.owner).isEqualTo("ada"));
            assertThat(output)
                    .containsOnlyOnce("INFO  ClientFactory - Bloop uses the embedded DynamoDB Local on port " + port
                            + ", in memory\n");
            assertThat(output).containsOnlyOnce("Bloop uses");
        });
    }

    @Test
    void endsWithItsContext() {
        AtomicInteger port = new AtomicInteger();
        contextRunner.withPropertyValues("bloop.bind=none").run(context -> {
            port.set(context.getBean(EmbeddedDynamoDb.class).port());
            new Socket(EmbeddedDynamoDb.HOST, port.get()).close();
        });
        assertThatThrownBy(() -> new Socket(EmbeddedDynamoDb.HOST, port.get()))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("Connection refused");
    }

    @Test
    void goesOnWhileItsContextIsStopped() {
        contextRunner.run(context -> {
            links(context).save(new Link("curl", "ada"));
            context.getSourceApplicationContext().stop();
            context.getSourceApplicationContext().start();
            assertThat(links(context).find("curl")).isPresent();
        });
    }

    @Test
    void sharesNothingBetweenTwoContexts() {
        contextRunner.run(first -> contextRunner.run(second -> {
            links(first).save(new Link("curl", "ada"));
            assertThat(links(second).find("curl")).isEmpty();
            assertThat(links(first).find("curl")).isPresent();
        }));
    }

    @Test
    void keepsItsDataInADirectoryThatItCreates(@TempDir Path parent, CapturedOutput output) {
        Path directory = parent.resolve("new/database");
        ApplicationContextRunner runner = contextRunner.withPropertyValues("bloop.embedded.directory=" + directory);
        runner.run(context -> links(context).save(new Link("curl", "ada")));
        runner.run(context -> {
            assertThat(links(context).find("curl")).isPresent();
            int port = context.getBean(EmbeddedDynamoDb.class).port();
            assertThat(output)
                    .containsOnlyOnce("Bloop uses the embedded DynamoDB Local on port " + port + ", in " + directory);
        });
    }

    @Test
    void isAsNewAfterItWasCleared() {
        contextRunner.run(context -> {
            links(context).save(new Link("curl", "ada"));
            context.getBean(EmbeddedDynamoDb.class).clear();
            assertThat(context.getBean(DynamoDbClient.class).listTables().tableNames())
                    .isEmpty();
            context.getBean(Engine.class).rebind();
            assertThat(links(context).find("curl")).isEmpty();
        });
    }

    @Test
    void neverClearsADirectory(@TempDir Path directory) {
        try (EmbeddedDynamoDb database = EmbeddedDynamoDb.start(0, directory)) {
            assertThatThrownBy(database::clear)
                    .hasMessage("The embedded DynamoDB Local keeps its data in " + directory + ", and is not cleared.");
        }
    }

    @Test
    void saysWhichDirectoryCannotBeCreated(@TempDir Path parent) throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> EmbeddedDynamoDb.start(0, file))
                .hasMessage("The directory '" + file + "' of bloop.embedded.directory cannot be created.");
    }

    @Test
    void refusesAPortThatIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(EmbeddedDynamoDb.HOST))) {
            int port = taken.getLocalPort();
            assertThat(FailedStart.of(LinksApplication.class, "--bloop.embedded.port=" + port))
                    .isEqualTo(new FailedStart(
                            "The embedded DynamoDB Local cannot be started: port " + port + " is in use.",
                            "Stop what listens on port " + port
                                    + ", or let any free port be used: remove bloop.embedded.port."));
        }
    }

    @Test
    void staysAwayWithoutItsJar() {
        contextRunner
                .withClassLoader(new FilteredClassLoader(
                        "software.amazon.dynamodb.services", "org.eclipse.jetty", "com.almworks.sqlite4java"))
                .withPropertyValues("bloop.bind=none", "bloop.region=eu-north-1")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(DynamoDbClient.class);
                    assertThat(context).hasSingleBean(BloopConnectionDetails.class);
                    assertThat(context).doesNotHaveBean("embeddedDynamoDb");
                });
    }

    @Test
    void staysAwayWhereItIsDisabled() {
        contextRunner
                .withPropertyValues("bloop.embedded.enabled=false", "bloop.bind=none", "bloop.region=eu-north-1")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedDynamoDb.class));
    }

    @Test
    void staysAwayWhereTheApplicationHasAClient() {
        contextRunner
                .withBean("ownClient", DynamoDbClient.class, () -> mock(DynamoDbClient.class))
                .withPropertyValues("bloop.bind=none")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedDynamoDb.class));
    }

    @Test
    void doesNotStartWherePropertiesNameAnEndpoint() {
        contextRunner
                .withPropertyValues("bloop.endpoint=http://localhost:1", "bloop.bind=none")
                .run(context -> assertThat(context.getSourceApplicationContext()
                                .getBeanFactory()
                                .containsSingleton("embeddedDynamoDb"))
                        .isFalse());
    }

    @SuppressWarnings("unchecked") // the bean's name is that of its model
    private static BloopTemplate<Link> links(ApplicationContext context) {
        return (BloopTemplate<Link>) context.getBean("linkTemplate");
    }
}
