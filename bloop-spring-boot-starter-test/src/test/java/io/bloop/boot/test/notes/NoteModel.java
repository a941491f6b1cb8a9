package io.bloop.boot.test.notes;

import static io.bloop.type.Types.STRING;

import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.StreamView;

/** Has a stream, which DynamoDB Local would not give to a table made anew under the same name. */
public final class NoteModel extends ModelDefinition<Note> {

    public static final NoteModel NOTE = new NoteModel();

    public final StringColumn<Note, String> id =
            column("id", STRING).getter(Note::id).hashKey();
    public final StringColumn<Note, String> text = column("text", STRING).getter(Note::text);

    private NoteModel() {
        super(Note.class);
        table(t -> t.stream(StreamView.NEW_AND_OLD));
    }

    @Override
    protected Note create(Values<Note> values) {
        return new Note(values.get(id), values.get(text));
    }
}
