package io.bloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.PageCode;
import io.bloop.testing.Pages;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages show code that is built and tested elsewhere, and have the form of the guide. */
@Tag("once")
class PageCodeTests {

    /** What a person reads in ten minutes, at 200 words a minute. Tables and code are looked up, not read. */
    private static final int MOST_WORDS = 2000;

    private static final Pattern TABLE = Pattern.compile("(?m)^\\|.*$");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");

    @TestFactory
    List<DynamicTest> eachPageShowsCodeOfTheFilesItNames() {
        return Pages.ofTheGuide().stream()
                .map(page -> DynamicTest.dynamicTest(page, () -> PageCode.assertIsCompiled(page)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> eachPageIsReadInTenMinutes() {
        return Pages.ofTheGuide().stream()
                .map(page -> DynamicTest.dynamicTest(page, () -> {
                    String prose = TABLE.matcher(Pages.prose(page)).replaceAll("");
                    assertThat(prose.split("\\s+")).hasSizeLessThanOrEqualTo(MOST_WORDS);
                }))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getting-started",
                "models",
                "types",
                "saving",
                "queries",
                "transactions",
                "start-up",
                "testing",
                "operations",
                "production",
                "designing"
            })
    void aPageOfTheGuideBeginsWithAnExampleAndEndsWithItsEdges(String name) {
        String page = Pages.read("docs/" + name + ".md");
        Matcher headings = HEADING.matcher(page);
        assertThat(headings.find()).isTrue();
        assertThat(page.substring(0, headings.start())).contains("```");
        String last = headings.group(1);
        while (headings.find()) {
            last = headings.group(1);
        }
        assertThat(last).isEqualTo("Edges");
    }

    @Test
    void thePageOnKotlinShowsCodeOfItsApplication() {
        PageCode.assertIsCompiled("docs/kotlin.md", 5);
    }

    @Test
    void thePageOnSupertypesShowsCodeOfTests() {
        PageCode.assertIsCompiled("docs/supertypes.md", 2);
    }

    @Test
    void thePageOnSharedTablesShowsCodeOfItsModels() {
        PageCode.assertIsCompiled("docs/one-table.md", 6);
        PageCode.assertIsCompiled("docs/collections.md", 4);
        PageCode.assertIsCompiled("docs/tables-of-others.md", 3);
    }

    @Test
    void thePageOfTheShopNamesTheTestsOfItsItems() {
        PageCode.assertIsCompiled("sample-shop/README.md");
    }

    @Test
    void thePageOnStreamListenersShowsCodeOfItsTests() {
        PageCode.assertIsCompiled("docs/stream-listeners.md", 2);
    }
}
