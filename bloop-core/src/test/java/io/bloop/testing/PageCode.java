package io.bloop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the code on a page of the documentation with the files that the page names. */
public final class PageCode {

    private static final Pattern BLOCK = Pattern.compile("<!-- from (\\S+) -->\\n```\\w+\\n(.*?)```", Pattern.DOTALL);

    private PageCode() {}

    /** Requires that each block of code of a page is part of a file, and that there are as many. */
    public static void assertIsCompiled(String page, int blocks) throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        Matcher found = BLOCK.matcher(Files.readString(root.resolve(page)));
        int count = 0;
        for (; found.find(); count++) {
            String source = withoutIndentation(Files.readString(root.resolve(found.group(1))));
            // an empty line stands for whatever is between two parts in the file
            for (String part : found.group(2).split("\\n\\n")) {
                assertThat(source).contains(withoutIndentation(part.strip()));
            }
        }
        assertThat(count).isEqualTo(blocks);
    }

    private static String withoutIndentation(String code) {
        return String.join("\n", code.lines().map(String::strip).toList());
    }
}
