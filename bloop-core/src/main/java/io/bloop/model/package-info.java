/**
 * Models: what the engine knows about a class, its columns, indexes and table.
 *
 * <p>A {@link io.bloop.model.ModelDefinition} never changes once it is in use, and is safe to share between engines.
 */
@NullMarked
package io.bloop.model;

import org.jspecify.annotations.NullMarked;
