package io.bloop.boot.migration;

import io.bloop.boot.BloopAutoConfiguration;
import io.bloop.boot.BloopProperties;
import io.bloop.boot.migration.MigrationRunner.Mode;
import io.bloop.engine.Engine;
import io.bloop.migration.ItemMigration;
import io.bloop.migration.Migrations;
import io.bloop.migration.MigrationsBuilder;
import io.bloop.table.BindMode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Configures data migrations: beans of the type {@link ItemMigration} are run when the models are bound.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BloopAutoConfiguration.class)
@ConditionalOnClass({Engine.class, DynamoDbClient.class})
@ConditionalOnBean(Engine.class)
@ConditionalOnBooleanProperty(name = "bloop.enabled", matchIfMissing = true)
public final class BloopMigrationAutoConfiguration {

    BloopMigrationAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    Migrations bloopMigrations(Engine engine, BloopProperties properties) {
        BloopProperties.Migrations settings = properties.migrations();
        MigrationsBuilder builder = engine.migrations()
                .ledger(settings.tableName())
                .segments(settings.segments())
                .threads(settings.threads())
                .lease(settings.lease())
                .onFailure(settings.onFailure())
                .samples(settings.samples());
        return (settings.rate() == 0 ? builder : builder.rate(settings.rate())).build();
    }

    @Bean
    @ConditionalOnMissingBean(search = SearchStrategy.CURRENT) // each context runs its own migrations
    @ConditionalOnBooleanProperty(name = "bloop.migrations.enabled", matchIfMissing = true)
    MigrationRunner bloopMigrationRunner(
            Migrations migrations, ObjectProvider<ItemMigration<?>> beans, BloopProperties properties) {
        List<ItemMigration<?>> ordered = new ArrayList<>();
        beans.orderedStream().forEach(ordered::add);
        return new MigrationRunner(
                migrations,
                ordered,
                new SimpleAsyncTaskExecutor("bloop-migrations-"),
                mode(properties),
                properties.migrations().await());
    }

    private static Mode mode(BloopProperties properties) {
        if (properties.migrations().dryRun()) {
            return Mode.DRY_RUN;
        }
        return properties.bind() == BindMode.PLAN ? Mode.PLAN : Mode.RUN;
    }
}
