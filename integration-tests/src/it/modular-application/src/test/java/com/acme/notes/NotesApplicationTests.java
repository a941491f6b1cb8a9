package com.acme.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.bloop.boot.BloopConnectionDetails;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Surefire runs these tests on the module path, since the project has a module descriptor. */
class NotesApplicationTests {

    @Test
    void theModulesOfBloopHaveNames() {
        assertEquals("com.acme.notes", Note.class.getModule().getName());
        assertEquals("io.bloop", Engine.class.getModule().getName());
        assertEquals("io.bloop.boot", BloopConnectionDetails.class.getModule().getName());
        assertEquals(
                "software.amazon.awssdk.services.dynamodb", DynamoDbClient.class.getModule().getName());
    }

    @Test
    void theModelIsFoundAndBound() {
        try (ConfigurableApplicationContext context = SpringApplication.run(
                NotesApplication.class, "--bloop.bind=none", "--bloop.endpoint=http://localhost:1")) {
            assertSame(NoteModel.NOTE, context.getBean(BloopTemplate.class).model());
        }
    }
}
