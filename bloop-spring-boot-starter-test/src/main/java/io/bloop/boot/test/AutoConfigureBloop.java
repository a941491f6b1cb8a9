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
 * Configures Bloop for a test, with a database in memory, in which each test class has new, empty tables.
 *
 * <p>Goes beside {@code @SpringBootTest}; {@link BloopTest} has it. Bloop uses this database instead of the one that the
 * properties name, and instead of the client of another starter such as Spring Cloud AWS. Only a {@code DynamoDbClient}
 * bean, a {@code BloopConnectionDetails} bean or a service connection of the application's own takes precedence. Code that
 * injects the other starter's client still gets that client. Test classes with this annotation run one after the other,
 * also where tests run in parallel.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
@ResourceLock("io.bloop.boot.test")
public @interface AutoConfigureBloop {}
