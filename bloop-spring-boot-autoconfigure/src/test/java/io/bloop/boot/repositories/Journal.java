package io.bloop.boot.repositories;

import io.bloop.annotation.BloopRepository;
import io.bloop.boot.notes.Note;

/** A class with a repository inside. */
public final class Journal {

    private Journal() {}

    /** The repository. */
    @BloopRepository(Note.class)
    public interface Entries {

        long count();
    }
}
