package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bloop.engine.Engine;
import io.bloop.table.TableMismatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application on an empty database in two modes. */
class StartUpTests {

    private static ConfigurableApplicationContext start(String bind) {
        return new SpringApplicationBuilder(NotesApplication.class).run("--bloop.bind=" + bind);
    }

    @Test
    void createMakesTheTablesThatAreMissing() {
        try (ConfigurableApplicationContext application = start("create")) {
            assertThat(application.getBean(Engine.class).tables()).containsValue("Note");
        }
    }

    @Test
    void validateStopsTheStartWhereTablesAreMissing() {
        Throwable failure = catchThrowable(() -> start("validate").close());

        assertThat(failure)
                .hasRootCauseInstanceOf(TableMismatch.class)
                .rootCause()
                .hasMessageContaining("Table 'Note' does not match model Note");
    }
}
