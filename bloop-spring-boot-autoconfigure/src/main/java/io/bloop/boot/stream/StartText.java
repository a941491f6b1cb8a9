package io.bloop.boot.stream;

import io.bloop.stream.Position;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads the text of a start position; unknown texts are refused. */
final class StartText {

    private StartText() {}

    /** Returns the position. */
    static Position position(String listener, String text) {
        switch (text) {
            case BloopStreamListener.TRIM_HORIZON:
                return Position.trimHorizon();
            case BloopStreamListener.LATEST:
                return Position.latest();
            default:
                try {
                    return Position.at(Instant.parse(text));
                } catch (DateTimeException ex) {
                    throw new InvalidStreamListener(
                            listener,
                            "starts at '" + text + "', which is neither trim-horizon, latest nor an instant",
                            "Set 'start' of the annotation, or bloop.stream.listener.start, to trim-horizon, to latest, or"
                                    + " to an instant such as 2026-01-31T00:00:00Z.");
                }
        }
    }
}
