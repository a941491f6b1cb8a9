package io.bloop.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.test.AutoConfigureBloop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sends the requests of the README in their order, and compares the answers with those that it prints. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureBloop
class ReadmeTests {

    private static final Path README = Path.of("README.md");

    @LocalServerPort
    int port;

    @Test
    void theAnswersAreThoseThatTheReadmePrints() throws Exception {
        List<Example> examples = Example.of(Files.readString(README));
        assertThat(examples).hasSizeGreaterThanOrEqualTo(15);
        Placeholders placeholders = new Placeholders();
        for (Example example : examples) {
            String answer = example.curl().send(port, placeholders);
            placeholders.assertMatches(example.curl().toString(), example.answer(), answer);
        }
    }
}
