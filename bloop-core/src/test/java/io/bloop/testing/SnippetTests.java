package io.bloop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SnippetTests {

    @Test
    void leavesNoFileBehind() throws Exception {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Files.deleteIfExists(folder.resolve("Snippet.class"));

        assertThat(Snippet.errors("links.find(\"a\")")).isEmpty();
        assertThat(Snippet.errors("links.find(1, 2, nothing)")).hasSize(1);

        assertThat(folder.resolve("Snippet.class")).doesNotExist();
        assertThat(Path.of("Snippet.class")).doesNotExist();
    }
}
