package io.bloop.boot.test.notes;

import io.bloop.engine.BloopTemplate;
import org.springframework.stereotype.Service;

@Service
public class Notes {

    private final BloopTemplate<Note> notes;

    Notes(BloopTemplate<Note> notes) {
        this.notes = notes;
    }

    public String text(String id) {
        return notes.find(id).map(Note::text).orElse("no such note");
    }
}
