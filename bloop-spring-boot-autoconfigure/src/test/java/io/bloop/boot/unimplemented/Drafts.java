package io.bloop.boot.unimplemented;

import io.bloop.annotation.BloopRepository;
import io.bloop.boot.notes.Note;
import java.util.Optional;

/** A repository that no processor has seen. */
@BloopRepository(Note.class)
public interface Drafts {

    Optional<Note> find(String id);
}
