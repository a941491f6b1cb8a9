package io.bloop.boot.embedded;

import static io.bloop.boot.notes.NoteModel.NOTE;

import io.bloop.boot.notes.Note;
import io.bloop.boot.notes.NotesScan;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Stores a note, has itself restarted by the developer tools, and tells what it finds then. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(NotesScan.class)
public class RestartingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RestartingApplication.class, arguments);
    }

    @Bean
    ApplicationRunner restart(Engine engine, EmbeddedDynamoDb server) {
        BloopTemplate<Note> notes = engine.template(NOTE);
        return arguments -> {
            ClassLoader loader = RestartingApplication.class.getClassLoader();
            System.out.println("Found " + notes.find("kept").isPresent() + " by "
                    + loader.getClass().getSimpleName() + " in " + server);
            if (notes.find("kept").isEmpty()) {
                notes.insert(new Note("kept"));
                new Thread(() -> Restarter.getInstance().restart()).start();
            } else {
                System.exit(0);
            }
        };
    }
}
