package io.bloop.boot.keyless;

import static io.bloop.type.Types.STRING;

import io.bloop.boot.notes.Note;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

/** Lacks a hash key. */
public final class KeylessModel extends ModelDefinition<Note> {

    public static final KeylessModel KEYLESS = new KeylessModel();

    public final StringColumn<Note, String> id = column("id", STRING).getter(Note::id);

    private KeylessModel() {
        super(Note.class, "Keyless");
    }

    @Override
    protected Note create(Values<Note> values) {
        return new Note(values.get(id));
    }
}
