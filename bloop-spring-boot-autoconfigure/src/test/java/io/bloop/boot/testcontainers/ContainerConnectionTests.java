package io.bloop.boot.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.bloop.boot.BloopConnectionDetails;
import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.BloopTemplate;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(OutputCaptureExtension.class)
class ContainerConnectionTests {

    private static final String IMAGE = "amazon/dynamodb-local";

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LinksApplication.class)
            .withPropertyValues("bloop.bind=none", "bloop.endpoint=http://localhost:1", "bloop.region=eu-north-1");

    @Test
    void connectsToAContainerOfDynamoDbLocalWhateverThePropertiesSay(CapturedOutput output) {
        contextRunner.withUserConfiguration(PretendedDynamoDbLocal.class).run(context -> {
            AwsServiceClientConfiguration client =
                    context.getBean(DynamoDbClient.class).serviceClientConfiguration();
            assertThat(client.endpointOverride()).contains(URI.create("http://docker.example:18000"));
            assertThat(client.region()).isEqualTo(Region.US_EAST_1);
            assertThat(context.getBean(BloopConnectionDetails.class)
                            .getCredentialsProvider()
                            .resolveCredentials()
                            .accessKeyId())
                    .isEqualTo("local");
            assertThat(output)
                    .containsOnlyOnce("Bloop uses DynamoDB Local at http://docker.example:18000 (Testcontainers)\n")
                    .containsOnlyOnce("Bloop uses");
        });
    }

    @Test
    void connectsToAContainerOfLocalStackWithItsRegionAndCredentials(CapturedOutput output) {
        contextRunner.withUserConfiguration(PretendedLocalStack.class).run(context -> {
            AwsServiceClientConfiguration client =
                    context.getBean(DynamoDbClient.class).serviceClientConfiguration();
            assertThat(client.endpointOverride()).contains(URI.create("http://127.0.0.9:14566"));
            assertThat(client.region()).isEqualTo(Region.AP_SOUTH_1);
            assertThat(context.getBean(BloopConnectionDetails.class)
                            .getCredentialsProvider()
                            .resolveCredentials()
                            .accessKeyId())
                    .isEqualTo("test");
            assertThat(output).containsOnlyOnce("Bloop uses LocalStack at http://127.0.0.9:14566 (Testcontainers)\n");
        });
    }

    @Test
    @EnabledIf("isDockerThere")
    void savesAndLoadsInAContainer() {
        contextRunner
                .withUserConfiguration(RealDynamoDbLocal.class, Service.class)
                .withPropertyValues("bloop.bind=create")
                .run(context -> {
                    BloopTemplate<Link> links = context.getBean(Service.class).links;
                    links.save(new Link("curl", "ada"));
                    assertThat(links.find("curl")).isPresent();
                });
    }

    static boolean isDockerThere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static final class Service {

        @Autowired
        BloopTemplate<Link> links;
    }

    @Configuration(proxyBeanMethods = false)
    static class PretendedDynamoDbLocal {

        @Bean
        @ServiceConnection(name = IMAGE)
        GenericContainer<?> container() {
            return new PretendedContainer();
        }
    }

    private static final class PretendedContainer extends GenericContainer<PretendedContainer> {

        PretendedContainer() {
            super(DockerImageName.parse(IMAGE));
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public String getHost() {
            return "docker.example";
        }

        @Override
        public Integer getMappedPort(int port) {
            return 10_000 + port;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class PretendedLocalStack {

        @Bean
        @ServiceConnection
        LocalStackContainer container() {
            LocalStackContainer container = mock(LocalStackContainer.class); // the real one looks for Docker when made
            given(container.getDockerImageName()).willReturn("localstack/localstack");
            given(container.getEndpoint()).willReturn(URI.create("http://127.0.0.9:14566"));
            given(container.getRegion()).willReturn("ap-south-1");
            given(container.getAccessKey()).willReturn("test");
            given(container.getSecretKey()).willReturn("test");
            return container;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class RealDynamoDbLocal {

        @Bean
        @ServiceConnection(name = IMAGE)
        GenericContainer<?> container() {
            return new GenericContainer<>(DockerImageName.parse(IMAGE)).withExposedPorts(8000);
        }
    }
}
