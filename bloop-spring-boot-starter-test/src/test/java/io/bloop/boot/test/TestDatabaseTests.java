package io.bloop.boot.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.AcmeCloudAutoConfiguration;
import io.bloop.boot.BloopConnectionDetails;
import io.bloop.boot.embedded.EmbeddedDynamoDb;
import io.bloop.boot.test.notes.NoteModel;
import io.bloop.boot.test.notes.NotesApplication;
import io.bloop.engine.Engine;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import org.zenith.ZenithCloudAutoConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Which database a test uses, where something else has a client or names a database. */
class TestDatabaseTests {

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(NotesApplication.class, WithTheTestDatabase.class)
            .withPropertyValues("bloop.bind=none", "bloop.endpoint=http://account.example", "bloop.region=eu-north-1");

    @ParameterizedTest
    @ValueSource(classes = {BesideAcme.class, BesideZenith.class})
    void aClientOfAnotherStarterIsNotUsed(Class<?> configuration) {
        contextRunner.withUserConfiguration(configuration).run(context -> {
            assertThat(context).hasSingleBean(EmbeddedDynamoDb.class);
            assertThat(context.getBeansOfType(DynamoDbClient.class)).hasSize(2);
            assertThat(endpoint(context))
                    .isEqualTo(
                            context.getBean(EmbeddedDynamoDb.class).connection().getEndpoint());
        });
    }

    @ParameterizedTest
    @ValueSource(classes = {BesideAcme.class, BesideZenith.class})
    void tablesAreCreatedInTheTestDatabaseBesideAnotherStarter(Class<?> configuration) {
        contextRunner
                .withUserConfiguration(configuration)
                .withPropertyValues("bloop.bind=create")
                .run(context ->
                        assertThat(context.getBean(Engine.class).tables()).containsEntry(NoteModel.NOTE, "Note"));
    }

    @Test
    void aClientOfTheApplicationIsUsed() {
        contextRunner.withUserConfiguration(BesideAcme.class, OwnClient.class).run(context -> {
            assertThat(context).doesNotHaveBean(EmbeddedDynamoDb.class);
            assertThat(endpoint(context)).isEqualTo(URI.create("http://own.example"));
        });
    }

    @Test
    void aConnectionOfTheApplicationIsUsed() {
        contextRunner
                .withUserConfiguration(BesideAcme.class, OwnConnection.class)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedDynamoDb.class);
                    assertThat(endpoint(context)).isEqualTo(URI.create("http://connection.example"));
                });
    }

    @Test
    void aServiceConnectionIsUsed() {
        contextRunner
                .withUserConfiguration(BesideAcme.class, OwnContainer.class)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedDynamoDb.class);
                    assertThat(endpoint(context)).isEqualTo(URI.create("http://container.example:8000"));
                });
    }

    private static URI endpoint(ApplicationContext context) {
        return context.getBean(Engine.class)
                .bindings()
                .client()
                .serviceClientConfiguration()
                .endpointOverride()
                .orElseThrow();
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigureBloop
    static class WithTheTestDatabase {}

    /** Sorted before the configurations of Bloop, as Spring Cloud AWS is. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(AcmeCloudAutoConfiguration.class)
    static class BesideAcme {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(ZenithCloudAutoConfiguration.class)
    static class BesideZenith {}

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {

        @Bean
        DynamoDbClient ownClient() {
            return AcmeCloudAutoConfiguration.client("http://own.example");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnConnection {

        @Bean
        BloopConnectionDetails ownConnection() {
            return new BloopConnectionDetails() {
                @Override
                public URI getEndpoint() {
                    return URI.create("http://connection.example");
                }

                @Override
                public Region getRegion() {
                    return Region.EU_NORTH_1;
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnContainer {

        @Bean
        @ServiceConnection(name = "amazon/dynamodb-local")
        GenericContainer<?> container() {
            return new PretendedContainer();
        }
    }

    private static final class PretendedContainer extends GenericContainer<PretendedContainer> {

        PretendedContainer() {
            super(DockerImageName.parse("amazon/dynamodb-local"));
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public String getHost() {
            return "container.example";
        }

        @Override
        public Integer getMappedPort(int port) {
            return port;
        }
    }
}
