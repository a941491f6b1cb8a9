package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.test.BloopTest;
import io.bloop.engine.BloopTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The test database. */
@BloopTest
class NoteTests {

    @Autowired
    BloopTemplate<Note> notes;

    @Test
    void aNoteIsStored() {
        Note note = new Note();
        note.id = "1";
        note.text = "bread";
        notes.save(note);
        assertThat(notes.find("1").orElseThrow().text).isEqualTo("bread");
    }
}
