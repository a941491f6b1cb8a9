package io.bloop.boot.endpoint;

import io.bloop.boot.migration.BloopMigrationAutoConfiguration;
import io.bloop.boot.migration.MigrationRunner;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Configures the endpoint {@code bloopmigrations}, where it is exposed.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BloopMigrationAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(BloopMigrationsEndpoint.class)
@ConditionalOnBean(MigrationRunner.class)
public final class BloopMigrationsEndpointAutoConfiguration {

    BloopMigrationsEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    BloopMigrationsEndpoint bloopMigrationsEndpoint(MigrationRunner runner) {
        return new BloopMigrationsEndpoint(runner);
    }
}
