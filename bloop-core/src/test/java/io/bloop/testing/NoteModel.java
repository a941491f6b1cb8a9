package io.bloop.testing;

import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.TIMESTAMP;

import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import java.time.Instant;

/** Maps notes. */
public final class NoteModel extends ModelDefinition<Note> {

    public static final NoteModel NOTE = new NoteModel();

    public final StringColumn<Note, String> id =
            column("id", STRING).getter(Note::id).hashKey();
    public final StringColumn<Note, String> text = column("text", STRING).getter(Note::text);
    public final NumberColumn<Note, Integer> version =
            column("version", INTEGER).getter(Note::version).version();
    public final StringColumn<Note, Instant> created =
            column("created", INSTANT).getter(Note::created).created();
    public final NumberColumn<Note, Instant> modified =
            column("modified", TIMESTAMP).getter(Note::modified).modified();

    private NoteModel() {
        super(Note.class);
    }

    public Key<Note> key(String id) {
        return keyOf(id);
    }

    @Override
    protected Note create(Values<Note> values) {
        return new Note(
                values.get(id), values.get(text), values.get(version), values.get(created), values.get(modified));
    }
}
