package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.boot.test.BloopTest;
import io.bloop.request.ConstraintViolation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@BloopTest
@Import(Notes.class)
class NotesTests {

    @Autowired
    Notes notes;

    @Test
    void anEditedNoteIsStored() {
        notes.add(new Note("1", "ada", "bread"));
        notes.edit("1", "bread and butter");
        assertThat(notes.find("1").orElseThrow().text).isEqualTo("bread and butter");
    }

    @Test
    void anIdIsTakenOnce() {
        notes.add(new Note("2", "ada", "bread"));
        assertThatThrownBy(() -> notes.add(new Note("2", "bob", "milk"))).isInstanceOf(ConstraintViolation.class);
    }

    @Test
    void theNewestNotesComeFirst() {
        Note bread = notes.add(new Note("3", "eve", "bread"));
        Note milk = new Note("4", "eve", "milk");
        milk.createdOn = bread.createdOn.plusSeconds(1);
        notes.add(milk);
        assertThat(notes.newestOf("eve", null).items()).extracting(note -> note.id).containsExactly("4", "3");
    }
}
