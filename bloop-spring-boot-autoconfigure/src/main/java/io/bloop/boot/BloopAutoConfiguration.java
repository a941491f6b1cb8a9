package io.bloop.boot;

import io.bloop.engine.Engine;
import io.bloop.engine.EngineBuilder;
import io.bloop.engine.TableNames;
import io.bloop.model.ModelDefinition;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Configures the engine, the models that are found and their templates, and binds the models at start-up.
 *
 * <p>Every bean of it gives way to one of the application's own, and the client also to that of another starter.
 */
@AutoConfiguration(afterName = "io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration")
@ConditionalOnClass({Engine.class, DynamoDbClient.class})
@ConditionalOnBooleanProperty(name = "bloop.enabled", matchIfMissing = true)
@EnableConfigurationProperties(BloopProperties.class)
@Import(ModelRegistrar.class)
public final class BloopAutoConfiguration {

    BloopAutoConfiguration() {}

    // Lazy, as the client: an application that brings its own client or engine connects to nothing else.
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    BloopConnectionDetails bloopConnectionDetails(BloopProperties properties) {
        return properties.connection().orElseGet(ConfiguredConnection::ofDefaults);
    }

    @Bean(ClientFactory.BEAN)
    @Lazy
    @ConditionalOnMissingBean
    DynamoDbClient bloopDynamoDbClient(BloopConnectionDetails details) {
        return ClientFactory.create(details);
    }

    @Bean
    @ConditionalOnMissingBean
    TableNames bloopTableNames(BloopProperties properties) {
        return TableNames.template(properties.tableNameTemplate());
    }

    @Bean
    @ConditionalOnMissingBean
    Engine bloopEngine(
            DynamoDbClient client,
            TableNames tableNames,
            BloopProperties properties,
            ObjectProvider<ModelDefinition<?>> models,
            ListableBeanFactory beanFactory) {
        ClientFactory.announce(beanFactory);
        EngineBuilder engine = Engine.builder(client)
                .tableNames(tableNames)
                .bindMode(properties.bind())
                .bindTimeout(properties.bindTimeout());
        TableOverrides.apply(properties.tables(), models.stream().toList(), engine);
        return engine.build();
    }

    @Bean
    BindingLifecycle bloopBindingLifecycle(
            Engine engine, ObjectProvider<ModelDefinition<?>> models, ListableBeanFactory beanFactory) {
        return new BindingLifecycle(engine, models.orderedStream().toList(), ScanPackages.of(beanFactory));
    }
}
