package io.bloop.request.internal;

import org.jspecify.annotations.Nullable;

/**
 * Holds the response to a request about a stream, or the refusal that the reader of a stream deals with.
 *
 * <p>For the engine. Immutable.
 *
 * @param <R> the class of the response
 * @param response the response, or null
 * @param refusal the refusal, or null
 */
public record StreamAnswer<R>(
        @Nullable R response, @Nullable Refusal refusal) {

    /** Names the refusals that the reader of a stream deals with. */
    public enum Refusal {
        /** The iterator is older than 15 minutes. */
        EXPIRED_ITERATOR,
        /** The records are older than 24 hours, and are gone. */
        TRIMMED,
        /** The stream or the shard is not there. */
        NOT_FOUND,
        /** The sequence number is not one of the shard. */
        INVALID
    }
}
