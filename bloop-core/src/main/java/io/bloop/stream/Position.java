package io.bloop.stream;

import io.bloop.InvalidArgument;
import java.time.Instant;

/**
 * A place in the stream of a table, from which a {@link ChangeStream} goes on.
 *
 * <p>Each kind of position has a type of its own. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public sealed interface Position {

    /**
     * Returns the position of the oldest record that the table's present stream still has.
     *
     * @return the position
     */
    static Position trimHorizon() {
        return new TrimHorizon();
    }

    /**
     * Returns the position after all records that exist when the stream is opened.
     *
     * @return the position
     */
    static Position latest() {
        return new Latest();
    }

    /**
     * Returns the position of the first record at or after an instant.
     *
     * @param instant the instant. DynamoDB states times in whole seconds, DynamoDB Local in whole minutes, so that
     *     records up to that much older may be included
     * @return the position
     */
    static Position at(Instant instant) {
        return new At(InvalidArgument.required(instant, "at()", "instant", "an instant"));
    }

    /**
     * Returns the position that a token stands for.
     *
     * @param token a token of {@link ChangeStream#token()} or of Python's bloop
     * @return the position
     */
    static Position token(String token) {
        return new Token(InvalidArgument.required(token, "token()", "token", "the token of a stream"));
    }

    /** The oldest record. */
    record TrimHorizon() implements Position {}

    /** The end of the stream, when it is opened. */
    record Latest() implements Position {}

    /**
     * The first record at or after an instant.
     *
     * @param instant the instant
     */
    record At(Instant instant) implements Position {}

    /**
     * The place at which a token was taken.
     *
     * @param token the token
     */
    record Token(String token) implements Position {}
}
