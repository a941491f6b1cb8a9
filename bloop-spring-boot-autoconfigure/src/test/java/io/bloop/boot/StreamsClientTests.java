package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.Engine;
import io.bloop.stream.Change;
import io.bloop.stream.ChangeStream;
import io.bloop.stream.Position;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Which client the engine reads streams by. */
class StreamsClientTests {

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LinksApplication.class)
            .withPropertyValues("bloop.bind=none");

    private final ApplicationContextRunner bound = new ApplicationContextRunner()
            .withUserConfiguration(LinksApplication.class, LocalDynamoDb.class)
            .withPropertyValues(
                    "bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}",
                    "bloop.tables.link.stream=new");

    @Test
    @DisplayName("S1 streams are read at the endpoint and in the region of the properties")
    void readsStreamsAtTheConfiguredEndpoint() {
        contextRunner
                .withPropertyValues("bloop.endpoint=http://localhost:1", "bloop.region=eu-north-1")
                .run(context -> {
                    assertThat(endpoint(context)).isEqualTo(URI.create("http://localhost:1"));
                    assertThat(context.getBean(DynamoDbStreamsClient.class)
                                    .serviceClientConfiguration()
                                    .region())
                            .isEqualTo(Region.EU_NORTH_1);
                });
    }

    @Test
    @DisplayName("S1 streams are read beside the application's own client, with its endpoint, region and credentials")
    void readsStreamsBesideTheApplicationsClient() {
        AnonymousCredentialsProvider credentials = AnonymousCredentialsProvider.create();
        contextRunner
                .withBean(
                        DynamoDbClient.class,
                        () -> DynamoDbClient.builder()
                                .endpointOverride(URI.create("http://own.example"))
                                .region(Region.SA_EAST_1)
                                .credentialsProvider(credentials)
                                .build())
                .run(context -> {
                    var configuration =
                            context.getBean(DynamoDbStreamsClient.class).serviceClientConfiguration();
                    assertThat(configuration.endpointOverride()).contains(URI.create("http://own.example"));
                    assertThat(configuration.region()).isEqualTo(Region.SA_EAST_1);
                    assertThat(configuration.credentialsProvider()).isSameAs(credentials);
                });
    }

    @Test
    void letsBeansChangeTheBuilder() {
        contextRunner
                .withPropertyValues("bloop.endpoint=http://localhost:1")
                .withBean(
                        DynamoDbStreamsClientBuilderCustomizer.class,
                        () -> builder -> builder.endpointOverride(URI.create("http://streams.example")))
                .run(context -> assertThat(endpoint(context)).isEqualTo(URI.create("http://streams.example")));
    }

    @Test
    void takesTheApplicationsClientForStreams() {
        DynamoDbStreamsClient own = mock(DynamoDbStreamsClient.class);
        when(own.describeStream(any(DescribeStreamRequest.class))).thenThrow(new IllegalStateException("asked"));
        bound.withBean("ownStreams", DynamoDbStreamsClient.class, () -> own).run(context -> {
            assertThat(context).getBeanNames(DynamoDbStreamsClient.class).containsExactly("ownStreams");
            Engine engine = context.getBean(Engine.class);
            assertThatThrownBy(() -> engine.stream(LinkModel.LINK, Position.trimHorizon()))
                    .hasStackTraceContaining("asked");
        });
    }

    @Test
    @DisplayName("S1 the stream of an embedded database is read without any setting")
    void readsTheStreamOfTheEmbeddedDatabase() {
        bound.run(context -> {
            Engine engine = context.getBean(Engine.class);
            engine.template(LinkModel.LINK).save(new Link("docs", "me"));
            try (ChangeStream<Link> stream = engine.stream(LinkModel.LINK, Position.trimHorizon())) {
                assertThat(stream.poll(1, Duration.ofSeconds(10)))
                        .extracting(Change::kind)
                        .containsExactly(Change.Kind.INSERT);
            }
        });
    }

    private static URI endpoint(ApplicationContext context) {
        return context.getBean(DynamoDbStreamsClient.class)
                .serviceClientConfiguration()
                .endpointOverride()
                .orElseThrow();
    }
}
