package io.bloop.boot.repositories;

import io.bloop.boot.notes.Note;
import io.bloop.boot.notes.NoteModel;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;

final class JournalEntriesImpl implements Journal.Entries {

    private final BloopTemplate<Note> template;

    JournalEntriesImpl(Engine engine) {
        this.template = engine.template(NoteModel.NOTE);
    }

    @Override
    public long count() {
        return this.template.scan().count();
    }
}
