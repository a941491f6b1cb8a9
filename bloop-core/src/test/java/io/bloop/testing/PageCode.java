package io.bloop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares the code on a page of the documentation with the files that the page names. */
public final class PageCode {

    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- (?<how>from|checked by) (?<file>\\S+) -->\\n)?```(?<language>\\w+)\\n(?<code>.*?)```",
            Pattern.DOTALL);

    /** Languages whose blocks have to come from a file. */
    private static final Set<String> COMPILED = Set.of("java", "kotlin", "xml", "yaml", "json");

    private static final Pattern VERSION = Pattern.compile("<artifactId>bloop-parent</artifactId>\\s*<version>(.*?)<");

    private PageCode() {}

    private record Block(@Nullable String how, @Nullable String file, String language, String code) {

        boolean isCompared() {
            return "from".equals(how);
        }
    }

    /** Requires that each block of code of a page is part of a file, and that there are as many. */
    public static void assertIsCompiled(String page, int blocks) {
        assertIsCompiled(page);
        assertThat(blocks(page)).filteredOn(Block::isCompared).hasSize(blocks);
    }

    /**
     * Requires that each block of code of a page is part of the file that is named above it, or is compared by the test
     * that is named there.
     */
    public static void assertIsCompiled(String page) {
        for (Block block : blocks(page)) {
            if (block.isCompared()) {
                assertIsPartOfItsFile(block);
            } else if (block.how() != null) {
                String name = page.substring(page.lastIndexOf('/') + 1);
                assertThat(Pages.read(block.file())).contains(name);
            } else {
                assertThat(COMPILED)
                        .as(
                                "languages of code that needs a file named above it, as is missing in %s for%n%s",
                                page, block)
                        .doesNotContain(block.language());
            }
        }
    }

    private static void assertIsPartOfItsFile(Block block) {
        assertThat(Pages.ROOT.resolve(block.file())).isRegularFile();
        String source = withoutIndentation(Pages.read(block.file()).replace("@project.version@", version()));
        // an empty line stands for whatever is between two parts in the file
        for (String part : block.code().split("\\n\\n")) {
            assertThat(source).contains(withoutIndentation(part.strip()));
        }
    }

    private static List<Block> blocks(String page) {
        List<Block> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(Pages.read(page));
        while (found.find()) {
            blocks.add(
                    new Block(found.group("how"), found.group("file"), found.group("language"), found.group("code")));
        }
        return blocks;
    }

    private static String version() {
        Matcher version = VERSION.matcher(Pages.read("pom.xml"));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static String withoutIndentation(String code) {
        return String.join("\n", code.lines().map(String::strip).toList());
    }
}
