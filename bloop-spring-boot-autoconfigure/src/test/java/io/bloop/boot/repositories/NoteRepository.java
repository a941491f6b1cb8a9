package io.bloop.boot.repositories;

import io.bloop.annotation.BloopRepository;
import io.bloop.boot.notes.Note;
import java.util.Optional;

/** A repository, whose implementation is as the processor would write it. */
@BloopRepository(Note.class)
public interface NoteRepository {

    Optional<Note> find(String id);

    boolean exists(String id);
}
