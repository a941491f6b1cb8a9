package com.acme;

import static com.acme.NoteModel.NOTE;

import io.bloop.engine.BloopTemplate;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class NotesApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(NotesApplication.class, arguments).close();
    }

    @Bean
    CommandLineRunner report(BloopTemplate<Note> notes) {
        return arguments -> System.out.println(
                "On Java " + Runtime.version().feature() + ": " + notes.model() + " has " + NOTE.columns());
    }
}
