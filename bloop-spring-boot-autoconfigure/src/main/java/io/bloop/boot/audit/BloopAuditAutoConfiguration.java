package io.bloop.boot.audit;

import io.bloop.boot.BloopAutoConfiguration;
import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.engine.Engine;
import io.bloop.model.AuditorSupplier;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.AuditorAware;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Tells engines who writes: by the application's {@link AuditorSupplier}, otherwise by its {@link AuditorAware} where Spring
 * Data is on the class path.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = BloopAutoConfiguration.class)
@ConditionalOnClass({Engine.class, DynamoDbClient.class})
@ConditionalOnBooleanProperty(name = "bloop.enabled", matchIfMissing = true)
public final class BloopAuditAutoConfiguration {

    BloopAuditAutoConfiguration() {}

    // Looked up at the first write that asks for it: the supplier itself may read by a template.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    @ConditionalOnMissingBean(name = "bloopAuditorCustomizer")
    EngineBuilderCustomizer bloopAuditorCustomizer(ObjectProvider<AuditorSupplier> suppliers) {
        return builder -> builder.auditor(() -> {
            AuditorSupplier supplier = suppliers.getIfAvailable();
            return supplier == null ? Optional.empty() : supplier.currentAuditor();
        });
    }

    /** Asks what Spring Data asks. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(AuditorAware.class)
    static class SpringData {

        SpringData() {}

        @Bean
        @ConditionalOnMissingBean
        AuditorSupplier bloopAuditorSupplier(ObjectProvider<AuditorAware<?>> auditors) {
            return () -> {
                AuditorAware<?> auditor = auditors.getIfAvailable();
                return auditor == null ? Optional.empty() : auditor.getCurrentAuditor();
            };
        }
    }
}
