package io.bloop.expression;

import io.bloop.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * One step from a place into what it holds: to a member of a document or a map, or to an element of a list.
 *
 * <p>Immutable and thread-safe.
 *
 * @param holder the type of the place that the step leads into
 * @param member the stored name of the member; null for an element
 * @param index the index of the element; -1 for a member
 * @since 0.1.0
 */
public record PathStep(Type<?> holder, @Nullable String member, int index) {}
