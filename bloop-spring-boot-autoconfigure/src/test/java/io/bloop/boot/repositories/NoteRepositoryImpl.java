package io.bloop.boot.repositories;

import io.bloop.boot.notes.Note;
import io.bloop.boot.notes.NoteModel;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import java.util.Optional;

final class NoteRepositoryImpl implements NoteRepository {

    private final BloopTemplate<Note> template;

    NoteRepositoryImpl(Engine engine) {
        this.template = engine.template(NoteModel.NOTE);
    }

    @Override
    public Optional<Note> find(String id) {
        return this.template.find(NoteModel.NOTE.keyOf(id));
    }

    @Override
    public boolean exists(String id) {
        return this.template.existsByKey(NoteModel.NOTE.keyOf(id));
    }
}
