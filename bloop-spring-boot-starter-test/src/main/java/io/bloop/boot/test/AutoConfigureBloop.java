package io.bloop.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Configures Bloop for a test, with a database in memory of which each test class finds new, empty tables.
 *
 * <p>Goes beside {@code @SpringBootTest}; {@link BloopTest} has it. The database takes the place of what the properties
 * name, but not of a service connection or of a client that the application has. Test classes with this annotation run
 * one after the other, also where tests run in parallel.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
@ResourceLock("io.bloop.boot.test")
public @interface AutoConfigureBloop {}
