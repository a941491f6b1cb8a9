package io.bloop.testing;

import java.time.Instant;

/** A record whose version and moments the engine writes. */
public record Note(String id, String text, Integer version, Instant created, Instant modified) {

    public Note(String id, String text) {
        this(id, text, null, null, null);
    }

    public Note withText(String changed) {
        return new Note(id, changed, version, created, modified);
    }
}
