package io.bloop.boot.broken;

import static io.bloop.type.Types.STRING;

import io.bloop.boot.notes.Note;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

/** Lacks a constant. */
public final class OrphanNoteModel extends ModelDefinition<Note> {

    public final StringColumn<Note, String> id =
            column("id", STRING).getter(Note::id).hashKey();

    @SuppressWarnings("unused") // private, so no constant to the scan
    private static final OrphanNoteModel HIDDEN = new OrphanNoteModel();

    public OrphanNoteModel() {
        super(Note.class);
    }

    @Override
    protected Note create(Values<Note> values) {
        return new Note(values.get(id));
    }
}
