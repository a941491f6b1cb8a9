package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableErrorTests {

    private static List<String> messages(String table) {
        return Compilation.of("""
                        @Model
                        %s
                        class Link {
                            @HashKey String slug;
                        }
                        """.formatted(table)).messages();
    }

    @Test
    void unitsBelowOne() {
        assertThat(messages("@Table(readUnits = 0)"))
                .containsExactly("error at 2 0): The table has units below 1 (read 0, write null); the least is 1.");
    }

    @Test
    void unitsOnDemand() {
        assertThat(messages("@Table(billing = Table.Billing.ON_DEMAND, writeUnits = 5)"))
                .containsExactly("error at 2 5): The table is billed on demand and has units; leave the units out.");
    }

    @Test
    void aStreamOfKeysAndImages() {
        assertThat(messages("@Table(stream = {Table.Stream.KEYS, Table.Stream.NEW})"))
                .containsExactly(
                        "error at 2 {Table.Stream.KEYS, Table.Stream.NEW}): The table's stream cannot tell the "
                                + "keys and images both; keep KEYS, or NEW and OLD.");
    }

    @Test
    void anEmptyName() {
        assertThat(messages("@Table(name = \"\")"))
                .containsExactly("error at 2 \"\"): The table's name is empty; leave it out, or name the table.");
    }

    @Test
    void anEmptyNameOfTheModel() {
        assertThat(Compilation.of("@Model(\"\")\nclass Link { @HashKey String slug; }")
                        .messages())
                .containsExactly("error at 1 \"\"): The model's name is empty; " + "leave it out, or name the model.");
    }
}
