package io.bloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.PageCode;
import io.bloop.testing.Pages;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final Pattern PACKAGES = Pattern.compile("(?m)^\\| (`io\\.bloop.*?) \\| (.*) \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
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

    @TestFactory
    List<DynamicTest> theListOfPackagesNamesClassesThatExist() {
        Matcher row = PACKAGES.matcher(Pages.read("docs/getting-started.md"));
        List<DynamicTest> tests = new ArrayList<>();
        while (row.find()) {
            List<String> packages = names(row.group(1));
            List<String> classes = names(row.group(2)).stream()
                    .filter(name -> Character.isUpperCase(name.charAt(0)) && !name.equals("STRONG"))
                    .toList();
            for (String name : classes) {
                tests.add(DynamicTest.dynamicTest(
                        name, () -> assertThat(packages).anyMatch(group -> hasClass(group, name))));
            }
        }
        assertThat(tests).hasSizeGreaterThan(40);
        return tests;
    }

    private static List<String> names(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static boolean hasClass(String group, String name) {
        String file = "src/main/java/" + group.replace('.', '/') + "/" + name + ".java";
        return Stream.of("bloop-core", "bloop-spring-boot-autoconfigure", "bloop-spring-boot-starter-test")
                .anyMatch(module -> Files.exists(Pages.ROOT.resolve(module).resolve(file)));
    }

    @Test
    void thePageOnKotlinShowsCodeOfItsApplication() {
        PageCode.assertIsCompiled("docs/kotlin.md", 8);
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
