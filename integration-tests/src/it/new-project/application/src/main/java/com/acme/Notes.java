package com.acme;

import static com.acme.NoteModel.NOTE;

import io.bloop.engine.BloopTemplate;
import io.bloop.query.Page;
import java.util.Optional;
import org.springframework.stereotype.Service;

@Service
class Notes {

    private final BloopTemplate<Note> notes;

    Notes(BloopTemplate<Note> notes) {
        this.notes = notes;
    }

    Note add(Note note) {
        return notes.insert(note); // ConstraintViolation if the id is taken
    }

    Optional<Note> find(String id) {
        return notes.find(id);
    }

    Note edit(String id, String text) {
        Note note = notes.find(id).orElseThrow();
        note.text = text;
        return notes.save(note); // writes the text and nothing else
    }

    Page<Note> newestOf(String owner, String token) {
        return notes.query(NOTE.byOwner)
                .where(NOTE.owner.eq(owner))
                .descending()
                .limit(20)
                .from(token) // null for the first page
                .page();
    }
}
