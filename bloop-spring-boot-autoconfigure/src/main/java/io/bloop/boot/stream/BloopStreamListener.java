package io.bloop.boot.stream;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.aot.hint.annotation.Reflective;

/**
 * Marks a method that is called with each change of a model's table, after the change has happened.
 *
 * <p>The method has one parameter. Its type names the model, and how changes are delivered:
 *
 * <ul>
 *   <li>{@code Change<Link>}: each change alone;
 *   <li>{@code List<Change<Link>>}: as many changes as there are, at most {@link #batch()};
 *   <li>{@code Link}: the object after the change. Removals have none, and are not delivered.
 * </ul>
 *
 * <p>Delivery is at least once, and in order for each key. One process of several delivers, and another one takes over when
 * it ends. All attributes are texts, in which placeholders such as <code>${app.start}</code> and expressions such as
 * <code>#{&#64;filter}</code> are resolved. What is empty is taken from the properties {@code bloop.stream.listener.*}.
 *
 * @since 0.1.0
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective
public @interface BloopStreamListener {

    /** The start at the oldest change that DynamoDB has kept. */
    String TRIM_HORIZON = "trim-horizon";

    /** The start at the end of the stream. */
    String LATEST = "latest";

    /**
     * Names the listener, and its position in the table of positions. It is to stay the same from one version of an
     * application to the next.
     *
     * @return the name, unique in the application and among all that share a table of positions
     */
    String id();

    /**
     * Says where a listener starts that has no position yet.
     *
     * @return {@value #TRIM_HORIZON}, {@value #LATEST}, or an instant such as {@code 2026-01-31T00:00:00Z}
     */
    String start() default "";

    /**
     * Limits how many changes are delivered together, and how many at most are delivered again after a crash.
     *
     * @return a number of at least 1
     */
    String batch() default "";

    /**
     * Says on how many threads changes of different keys are delivered at the same time; batches are delivered on one.
     *
     * @return a number of at least 1
     */
    String concurrency() default "";

    /**
     * Chooses the changes that are delivered; the position moves over the others.
     *
     * @return the name of a bean of {@code Predicate<Change<?>>}, or an expression that gives one
     */
    String filter() default "";

    /**
     * Decides what happens when a change could not be delivered.
     *
     * @return the name of a bean of {@link StreamErrorHandler}, or an expression that gives one
     */
    String errorHandler() default "";

    /**
     * Says which view of the table's stream the method needs at least.
     *
     * <p>The start fails where the model declares a view that has less. Where it declares no stream, the table has to have one
     * with this view: binding enables it where it creates the table.
     *
     * @return {@code keys}, {@code new}, {@code old} or {@code new-and-old}. Unless it is set, {@code new} for a method that
     *     takes an object, and for others the view that the model declares, or {@code new-and-old} if it declares none
     */
    String view() default "";

    /**
     * Says whether the listener starts with the application.
     *
     * @return {@code true} or {@code false}
     */
    String autoStartup() default "";

    /**
     * Chooses the factory of the listener's container.
     *
     * @return the name of a bean of {@link StreamListenerContainerFactory}
     */
    String containerFactory() default "";

    /**
     * Chooses the model, where the class of the parameter has several.
     *
     * @return the name of a bean of {@link io.bloop.model.ModelDefinition}
     */
    String model() default "";

    /**
     * Chooses the engine, where there are several.
     *
     * @return the name of a bean of {@link io.bloop.engine.Engine}
     */
    String engine() default "";
}
