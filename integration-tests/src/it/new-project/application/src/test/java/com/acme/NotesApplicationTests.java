package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.embedded.EmbeddedDynamoDb;
import io.bloop.engine.BloopTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole application with its own embedded database. */
@SpringBootTest
class NotesApplicationTests {

    @Autowired
    BloopTemplate<Note> notes;

    @Autowired
    EmbeddedDynamoDb database;

    @Test
    void theApplicationStartsWithAnEmbeddedDatabase() {
        notes.save(new Note("2", "ada", "bread"));
        assertThat(notes.find("2")).isPresent();
        assertThat(database.toString()).endsWith("in memory");
    }
}
