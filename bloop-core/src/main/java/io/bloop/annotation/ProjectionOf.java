package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the annotation processor write a projection: a class, a record or an interface whose members are some columns of
 * a model.
 *
 * <pre>{@code
 * @ProjectionOf(Link.class)
 * record LinkTitle(String slug, String title) {}
 *
 * List<LinkTitle> titles = links.query(LINK.byOwner).where(LINK.owner.eq("ada")).as(LINK_TITLE).all();
 * }</pre>
 *
 * <p>Each member has the name of a column and a type that takes its values, or names the column, or a place inside of it, with
 * {@link From}. An interface has a method without parameters for each. The generated class is called
 * {@code LinkTitleProjection}, its constant {@code LINK_TITLE}.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Documented
public @interface ProjectionOf {

    /**
     * Names the model.
     *
     * @return a class or record that is annotated with {@link Model}
     */
    Class<?> value();
}
