package io.bloop.boot;

import io.bloop.engine.Engine;
import io.bloop.engine.TableNames;
import io.bloop.model.ModelDefinition;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Configures the engine, the models that are found and their templates, and binds the models at start-up.
 *
 * <p>Every bean of it gives way to one of the application's own. Where another starter has a client as well, that one is
 * injected by its type, and is the engine's unless a connection is configured for Bloop.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = "io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration")
@ConditionalOnClass({Engine.class, DynamoDbClient.class})
@ConditionalOnBooleanProperty(name = "bloop.enabled", matchIfMissing = true)
@EnableConfigurationProperties(BloopProperties.class)
@Import(ModelRegistrar.class)
@ImportRuntimeHints(CustomizedBuilder.Hints.class)
public final class BloopAutoConfiguration {

    BloopAutoConfiguration() {}

    // Lazy, like the client: an application that brings its own client or engine connects to nothing else.
    @Bean(ClientChoice.DEFAULT_CONNECTION)
    @Lazy
    @ConditionalOnMissingBean
    BloopConnectionDetails bloopConnectionDetails(BloopProperties properties) {
        return properties.connection().orElseGet(ConfiguredConnection::ofDefaults);
    }

    @Bean(ClientFactory.BEAN)
    @Lazy
    @Fallback
    @Conditional(OnNoOwnClient.class)
    DynamoDbClient bloopDynamoDbClient(
            BloopConnectionDetails details,
            BloopProperties properties,
            ObjectProvider<DynamoDbClientBuilderCustomizer> customizers,
            RequestLimits limits) {
        return ClientFactory.create(details, properties.http(), customizers, limits);
    }

    // The condition is for child contexts, which use the bean of the parent, since they may use its client.
    @Bean
    @ConditionalOnMissingBean
    RequestLimits bloopRequestLimits() {
        return new RequestLimits();
    }

    // The condition is for child contexts, which use the bean of the parent.
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    StreamsClients bloopStreamsClients(
            BloopProperties properties, ObjectProvider<DynamoDbStreamsClientBuilderCustomizer> customizers) {
        return new StreamsClients(properties.http(), customizers.orderedStream().toList());
    }

    // Closed together with the other beans.
    @Bean(destroyMethod = "")
    @Lazy
    @Fallback
    @ConditionalOnMissingBean
    DynamoDbStreamsClient bloopDynamoDbStreamsClient(Engine engine, StreamsClients clients) {
        return clients.beside(engine.bindings().client());
    }

    @Bean
    @ConditionalOnMissingBean
    TableNames bloopTableNames(BloopProperties properties) {
        return TableNames.template(properties.tableNameTemplate());
    }

    // The condition is for child contexts, which use the bean of the parent.
    @Bean
    @ConditionalOnMissingBean
    EngineBuilderConfigurer bloopEngineBuilderConfigurer(
            BloopProperties properties,
            TableNames tableNames,
            RequestLimits limits,
            StreamsClients streams,
            ObjectProvider<ModelDefinition<?>> models,
            ObjectProvider<EngineBuilderCustomizer> customizers) {
        return new EngineBuilderConfigurer(
                properties,
                tableNames,
                limits,
                streams,
                models.stream().toList(),
                customizers.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    Engine bloopEngine(
            EngineBuilderConfigurer configurer,
            BloopProperties properties,
            ConfigurableListableBeanFactory beanFactory) {
        DynamoDbClient client = new ClientChoice(beanFactory, properties).client();
        // the bean of the application, if there is one
        DynamoDbStreamsClient streams = new LazyStreamsClient(() -> beanFactory.getBean(DynamoDbStreamsClient.class));
        return configurer
                .configure(Engine.builder(client).streamsClient(streams))
                .build();
    }

    @Bean
    BindingLifecycle bloopBindingLifecycle(
            Engine engine,
            BloopProperties properties,
            ObjectProvider<ModelDefinition<?>> models,
            ListableBeanFactory beanFactory) {
        return new BindingLifecycle(
                engine, models.orderedStream().toList(), ScanPackages.of(beanFactory), TablePrinter.of(properties));
    }
}
