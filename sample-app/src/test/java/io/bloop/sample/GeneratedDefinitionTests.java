package io.bloop.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the generated definition that the documentation shows and the one that the processor writes the same. */
class GeneratedDefinitionTests {

    private static final Path SHOWN = Path.of("../docs/generated-definition.md");
    private static final Path WRITTEN = Path.of("target/generated-sources/bloop/io/bloop/sample/LinkModel.java");

    @Test
    void theDocumentationShowsWhatTheProcessorWrites() throws IOException {
        String shown = Files.readString(SHOWN);
        int start = shown.indexOf("```java\n") + "```java\n".length();
        assertThat(shown.substring(start, shown.lastIndexOf("```")))
                .as("the code in %s, which is to be that of %s", SHOWN, WRITTEN)
                .isEqualTo(Files.readString(WRITTEN));
    }
}
