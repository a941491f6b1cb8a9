package io.bloop.boot.dao;

import io.bloop.engine.Engine;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.dao.annotation.PersistenceExceptionTranslationPostProcessor;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/**
 * Translates exceptions that leave {@code @Repository} beans, where spring-tx is on the class path.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass({Engine.class, PersistenceExceptionTranslator.class})
@ConditionalOnBooleanProperty(name = "bloop.enabled", matchIfMissing = true)
public final class BloopExceptionTranslationAutoConfiguration {

    BloopExceptionTranslationAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "bloopExceptionTranslator")
    PersistenceExceptionTranslator bloopExceptionTranslator() {
        return new BloopExceptionTranslator();
    }

    /** Has repositories translated as Spring Boot does, whose own configuration of it is in another jar. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass(
            "org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration")
    @ConditionalOnBooleanProperty(name = "spring.persistence.exceptiontranslation.enabled", matchIfMissing = true)
    static class Repositories {

        Repositories() {}

        @Bean
        @ConditionalOnMissingBean
        static PersistenceExceptionTranslationPostProcessor bloopExceptionTranslationPostProcessor(
                Environment environment) {
            PersistenceExceptionTranslationPostProcessor processor = new PersistenceExceptionTranslationPostProcessor();
            processor.setProxyTargetClass(
                    environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true));
            return processor;
        }
    }
}
