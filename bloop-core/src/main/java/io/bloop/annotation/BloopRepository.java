package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the annotation processor implement an interface that declares how the objects of one model are read and written.
 *
 * <pre>{@code
 * @BloopRepository(Link.class)
 * interface Links {
 *     Link insert(Link link);
 *
 *     Optional<Link> find(String slug);
 *
 *     Page<Link> findByOwnerOrderByCreatedOnDesc(String owner, Limit limit, @Nullable String token);
 * }
 * }</pre>
 *
 * <p>The class that is written is called {@code LinksImpl} and has a constructor that takes an engine; the starter makes a
 * bean of it. Each abstract method becomes a call of the model's template, and is checked against the keys and indexes of
 * the model by the compiler. Default methods are left as they are.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface BloopRepository {

    /**
     * Names the model.
     *
     * @return a class or record that is annotated with {@link Model}
     */
    Class<?> value();
}
