package io.bloop.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * Names further packages that are searched for models, besides those of the application.
 *
 * <p>Goes on a configuration class; where several have it, their packages add up. Without any names it stands for
 * the package of the class. Subpackages are searched as well. The application's own packages are those that
 * {@code @SpringBootApplication} and {@code @AutoConfigurationPackage} name; they are searched unless
 * {@link #applicationPackages} is false.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Import(BloopScanRegistrar.class)
public @interface BloopScan {

    /**
     * Names packages; short for {@link #basePackages}.
     *
     * @return the packages
     */
    @AliasFor("basePackages")
    String[] value() default {};

    /**
     * Names packages.
     *
     * @return the packages, in which placeholders are resolved
     */
    @AliasFor("value")
    String[] basePackages() default {};

    /**
     * Names packages by classes in them, which renaming does not break.
     *
     * @return a class or interface of each package
     */
    Class<?>[] basePackageClasses() default {};

    /**
     * Says whether the application's own packages are searched too.
     *
     * @return false to search the named packages only; of several annotations, one with false is enough
     */
    boolean applicationPackages() default true;
}
