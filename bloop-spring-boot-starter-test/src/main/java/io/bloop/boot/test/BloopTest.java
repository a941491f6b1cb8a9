package io.bloop.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Tests models and templates alone: the context has the models of the application, their templates, the engine and a
 * database in memory, and no other bean.
 *
 * <p>Each test class has new, empty tables. Test classes of the same configuration share one context, so that all but
 * the first cost no more than the creation of the tables. What else a test needs is named by {@code @Import} or by
 * {@link #includeFilters}.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(BloopTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(BloopTypeExcludeFilter.class)
@AutoConfigureBloop
public @interface BloopTest {

    /**
     * Sets properties before the context starts.
     *
     * @return the properties, such as {@code key=value}
     */
    String[] properties() default {};

    /**
     * Says whether components are left out unless they are included.
     *
     * @return whether to leave them out
     */
    boolean useDefaultFilters() default true;

    /**
     * Adds components that are left out otherwise.
     *
     * @return the filters
     */
    Filter[] includeFilters() default {};

    /**
     * Leaves out components that are there otherwise.
     *
     * @return the filters
     */
    Filter[] excludeFilters() default {};

    /**
     * Leaves out auto-configurations.
     *
     * @return the classes
     */
    @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
    Class<?>[] excludeAutoConfiguration() default {};
}
