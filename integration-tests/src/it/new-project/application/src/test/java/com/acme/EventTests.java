package com.acme;

import static com.acme.NoteModel.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.boot.event.ObjectSaved;
import io.bloop.boot.test.BloopTest;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.model.ModelDefinition;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** The listeners of docs/transactions.md. */
@BloopTest
@Import({EventTests.Listeners.class, EventTests.Log.class})
class EventTests {

    @TestConfiguration(proxyBeanMethods = false)
    static class Listeners {

        @Bean
        EngineBuilderCustomizer noEmptyNotes() {
            return builder -> builder.listener(NOTE, new EngineListener<>() {
                @Override
                public void beforeSave(Engine engine, ModelDefinition<? extends Note> model, Note note) {
                    if (note.text.isBlank()) {
                        throw new IllegalArgumentException("a note needs a text");
                    }
                }
            });
        }
    }

    static class Log {

        private static final Logger log = LoggerFactory.getLogger(Log.class);

        String last = "";

        @EventListener
        void on(ObjectSaved<Note> event) {
            last = event.object().id;
            log.info("{} is saved", event.object().id);
        }
    }

    @Autowired
    BloopTemplate<Note> notes;

    @Autowired
    Log log;

    @Test
    void aListenerRefusesAnObject() {
        assertThatThrownBy(() -> notes.save(new Note("1", "ada", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a note needs a text");
        assertThat(notes.find("1")).isEmpty();
    }

    @Test
    void aListenerHearsOfASavedObject() {
        notes.save(new Note("2", "ada", "bread"));
        assertThat(log.last).isEqualTo("2");
    }
}
