package io.bloop.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the quick start of the README and the sample application the same. */
class QuickStartTests {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- from (?<file>\\S+) -->\\n)?```(?<language>java|yaml)\\n(?<code>.*?)```", Pattern.DOTALL);

    private record Block(String file, String code) {}

    private static List<Block> blocks() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String section = section(readme, "Quick start") + section(readme, "Annotated models");
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(section);
        while (matcher.find()) {
            blocks.add(new Block(matcher.group("file"), matcher.group("code")));
        }
        return blocks;
    }

    private static String section(String readme, String title) {
        int start = readme.indexOf("\n## " + title + "\n");
        return readme.substring(start, readme.indexOf("\n## ", start + 1));
    }

    private static String withoutIndentation(String code) {
        return String.join("\n", code.lines().map(String::strip).toList());
    }

    @Test
    void theQuickStartShowsCode() throws IOException {
        assertThat(blocks()).hasSizeGreaterThanOrEqualTo(4);
    }

    @TestFactory
    Stream<DynamicTest> eachBlockIsTheSamplesOwn() throws IOException {
        return blocks().stream()
                .map(block -> DynamicTest.dynamicTest(String.valueOf(block.file()), () -> {
                    assertThat(block.file())
                            .as("file named above the block:\n" + block.code())
                            .isNotNull();
                    String source = withoutIndentation(Files.readString(ROOT.resolve(block.file())));
                    // an empty line between two parts of a block stands for whatever is between them in the file
                    for (String part : block.code().split("\\n\\n")) {
                        assertThat(source).contains(withoutIndentation(part.strip()));
                    }
                }));
    }
}
