package io.bloop.boot.notes;

import static io.bloop.type.Types.STRING;

import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

/** May be made more than once, as a model for two tables. */
public final class NoteModel extends ModelDefinition<Note> {

    public static final NoteModel NOTE = new NoteModel("Note");

    public final StringColumn<Note, String> id =
            column("id", STRING).getter(Note::id).hashKey();

    public NoteModel(String name) {
        super(Note.class, name);
    }

    @Override
    protected Note create(Values<Note> values) {
        return new Note(values.get(id));
    }
}
