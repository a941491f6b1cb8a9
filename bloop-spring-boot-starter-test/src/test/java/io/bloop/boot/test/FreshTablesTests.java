package io.bloop.boot.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.bloop.boot.embedded.EmbeddedDynamoDb;
import io.bloop.boot.test.notes.Note;
import io.bloop.boot.test.notes.Notes;
import io.bloop.boot.test.notes.NotesApplication;
import io.bloop.engine.BloopTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.mockito.BDDMockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Runs test classes one after the other, as an application's build does, and reads what each has found. */
@ExtendWith(OutputCaptureExtension.class)
class FreshTablesTests {

    private static final List<String> FOUND = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void forget() {
        FOUND.clear();
    }

    @Test
    void eachClassOfOneContextFindsNewTables() {
        run(First.class, Second.class);
        assertThat(FOUND).hasSize(2);
        assertThat(FOUND.get(0)).startsWith("nothing on ");
        assertThat(FOUND.get(1)).isEqualTo(FOUND.get(0));
    }

    @Test
    void nestedClassesGoOnWithTheTablesOfTheClassAroundThem() {
        run(Outer.class);
        assertThat(FOUND).containsExactly("nested: saved before all");
    }

    @Test
    void contextsThatAlternateLoseNothingAndLeakNothing() {
        run(First.class, Other.class, Second.class, Whole.class);
        assertThat(FOUND).hasSize(4);
        assertThat(FOUND).allSatisfy(found -> assertThat(found).startsWith("nothing on "));
        assertThat(FOUND.get(2)).as("the same context again").isEqualTo(FOUND.get(0));
        assertThat(FOUND.get(1)).as("another context").isNotEqualTo(FOUND.get(0));
    }

    @Test
    void wholeApplicationsThatAlternateAreBoundOnceEachAndKeepTheirData(CapturedOutput output) {
        run(Application.class, OtherApplication.class, SameApplication.class);
        assertThat(FOUND).hasSize(3);
        assertThat(FOUND.get(0)).startsWith("nothing on ");
        assertThat(FOUND.get(1)).startsWith("nothing on ").isNotEqualTo(FOUND.get(0));
        assertThat(FOUND.get(2)).isEqualTo(FOUND.get(0).replace("nothing", "something"));
        assertThat(output.getOut().split("Bloop has bound", -1)).hasSize(3);
    }

    @Test
    void aTemplateMayBeReplacedByAMock() {
        run(Mocked.class);
        assertThat(FOUND).containsExactly("mocked");
    }

    private static void run(Class<?>... classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(classes).map(type -> selectClass(type)).toList())
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        assertThat(listener.getSummary().getFailures())
                .extracting(failure -> failure.getException())
                .isEmpty();
        assertThat(listener.getSummary().getTestsSucceededCount()).isPositive();
    }

    private static void record(BloopTemplate<Note> notes, EmbeddedDynamoDb database) {
        FOUND.add((notes.scan().all().isEmpty() ? "nothing" : "something") + " on " + database);
        notes.save(new Note("1", "left behind"));
    }

    @BloopTest
    @ContextConfiguration(classes = NotesApplication.class)
    static class First {

        @Test
        void finds(@Autowired BloopTemplate<Note> notes, @Autowired EmbeddedDynamoDb database) {
            record(notes, database);
        }
    }

    static class Second extends First {}

    @TestPropertySource(properties = "bloop.table-name-template=other-{table_name}")
    static class Other extends First {}

    @SpringBootTest(classes = NotesApplication.class)
    @AutoConfigureBloop
    static class Whole {

        @Test
        void finds(@Autowired BloopTemplate<Note> notes, @Autowired EmbeddedDynamoDb database) {
            record(notes, database);
        }
    }

    /** Has the embedded database that any application has, which is not cleared between classes. */
    @SpringBootTest(classes = NotesApplication.class, properties = "spring.application.name=first")
    static class Application {

        @Test
        void finds(@Autowired BloopTemplate<Note> notes, @Autowired EmbeddedDynamoDb database) {
            record(notes, database);
        }
    }

    @TestPropertySource(properties = "bloop.table-name-template=other-{table_name}")
    static class OtherApplication extends Application {}

    static class SameApplication extends Application {}

    @BloopTest
    @ContextConfiguration(classes = NotesApplication.class)
    static class Outer {

        @BeforeAll
        static void save(@Autowired BloopTemplate<Note> notes) {
            notes.save(new Note("1", "saved before all"));
        }

        @Nested
        class Inner {

            @Test
            void finds(@Autowired BloopTemplate<Note> notes) {
                FOUND.add("nested: " + notes.find("1").map(Note::text).orElse("lost"));
            }
        }
    }

    @BloopTest
    @ContextConfiguration(classes = NotesApplication.class)
    @Import(Notes.class)
    static class Mocked {

        @MockitoBean
        private BloopTemplate<Note> template;

        @Test
        void finds(@Autowired Notes notes) {
            BDDMockito.given(template.find("1")).willReturn(Optional.of(new Note("1", "mocked")));
            FOUND.add(notes.text("1"));
        }
    }
}
