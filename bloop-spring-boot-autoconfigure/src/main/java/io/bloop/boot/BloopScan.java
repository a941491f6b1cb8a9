package io.bloop.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * Names the packages in which models are looked for, instead of those of the application.
 *
 * <p>Goes on a configuration class; where several have it, their packages add up. Without any names it stands for
 * the package of the class. Subpackages are searched as well.
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
}
