package io.bloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.Pages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The headings of the page on troubleshooting are words of messages, so that a search finds them. */
@Tag("once")
class TroubleshootingTests {

    private static final Pattern HEADING = Pattern.compile("(?m)^### (.*)$");

    /** Joins the parts of a text that is written on several lines. */
    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");

    @TestFactory
    List<DynamicTest> eachHeadingIsPartOfAMessage() {
        String sources = sources();
        return HEADING.matcher(Pages.read("docs/troubleshooting.md"))
                .results()
                .map(found -> found.group(1))
                .filter(heading -> !heading.startsWith("The compiler does not find"))
                .map(heading -> DynamicTest.dynamicTest(heading, () -> {
                    for (String part : heading.split("\u2026")) {
                        assertThat(sources.contains(part.strip())).as(part).isTrue();
                    }
                }))
                .toList();
    }

    private static String sources() {
        return Stream.of("bloop-core", "bloop-processor", "bloop-spring-boot-autoconfigure")
                .flatMap(module -> files(Pages.ROOT.resolve(module).resolve("src/main/java")))
                .map(file -> JOINT.matcher(read(file)).replaceAll(""))
                .collect(Collectors.joining());
    }

    private static Stream<Path> files(Path folder) {
        try {
            return Files.walk(folder).filter(file -> file.toString().endsWith(".java"));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
