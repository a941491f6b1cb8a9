/**
 * Annotations: how a class or a record says that it is a model.
 *
 * <p>The annotation processor reads them and writes a {@link io.bloop.model.ModelDefinition}. An annotation that has no
 * effect where it stands is a compiler error. They depend on nothing, and nothing reads them at run time but the look
 * for models without a definition.
 */
@NullMarked
package io.bloop.annotation;

import org.jspecify.annotations.NullMarked;
