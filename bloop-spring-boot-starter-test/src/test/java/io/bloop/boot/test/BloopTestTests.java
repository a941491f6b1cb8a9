package io.bloop.boot.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.BloopConnectionDetails;
import io.bloop.boot.embedded.EmbeddedDynamoDb;
import io.bloop.boot.test.notes.Note;
import io.bloop.boot.test.notes.NoteModel;
import io.bloop.boot.test.notes.Notes;
import io.bloop.boot.test.notes.NotesApplication;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@BloopTest(properties = "bloop.endpoint=https://dynamodb.example.org")
@ContextConfiguration(classes = NotesApplication.class)
class BloopTestTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private BloopTemplate<Note> notes;

    @Test
    void bringsModelsAndTemplatesOnTheirTables() {
        assertThat(context.getBean(NoteModel.class)).isSameAs(NoteModel.NOTE);
        assertThat(context.getBean(Engine.class).tables()).containsEntry(NoteModel.NOTE, "Note");
        notes.save(new Note("1", "bread"));
        assertThat(notes.find("1")).contains(new Note("1", "bread"));
    }

    @Test
    void bringsNothingElseOfTheApplication() {
        assertThat(context.getBeanProvider(Notes.class)).isEmpty();
        assertThat(context.getBeanProvider(Clock.class)).isEmpty();
    }

    @Test
    void bringsWhatListensToModels() {
        assertThat(context.containsBean("bloopEventsCustomizer")).isTrue();
    }

    @Test
    void usesADatabaseInMemoryWhateverThePropertiesSay() {
        assertThat(context.getBean(BloopConnectionDetails.class).getEndpoint()).hasHost("127.0.0.1");
        assertThat(context.getBeanProvider(EmbeddedDynamoDb.class)).hasSize(1);
        assertThat(context.getBeanProvider(DynamoDbClient.class)).hasSize(1);
    }
}
