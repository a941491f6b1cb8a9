package io.bloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.Pages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Links between pages lead to files and headings that exist. */
@Tag("once")
class PageLinkTests {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern ELSEWHERE = Pattern.compile("(https?|mailto):.*");

    @TestFactory
    List<DynamicTest> eachLinkLeadsSomewhere() {
        return Pages.all().stream()
                .map(page -> DynamicTest.dynamicTest(
                        page, () -> assertThat(broken(page)).isEmpty()))
                .toList();
    }

    @Test
    void eachPageOfTheGuideIsFoundFromTheReadme() {
        Set<String> found = new TreeSet<>();
        collect("README.md", found);
        assertThat(found).containsAll(Pages.ofTheGuide());
    }

    private static void collect(String page, Set<String> found) {
        if (found.add(page)) {
            for (String link : links(page)) {
                String target = file(page, link);
                if (target.endsWith(".md")) {
                    collect(target, found);
                }
            }
        }
    }

    private static List<String> broken(String page) {
        List<String> broken = new ArrayList<>();
        for (String link : links(page)) {
            String file = file(page, link);
            int anchor = link.indexOf('#');
            if (!Files.exists(Pages.ROOT.resolve(file))) {
                broken.add(link + ": no such file");
            } else if (anchor >= 0 && !anchors(file).contains(link.substring(anchor + 1))) {
                broken.add(link + ": no such heading, but " + anchors(file));
            }
        }
        return broken;
    }

    private static List<String> links(String page) {
        return LINK.matcher(Pages.prose(page))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();
    }

    private static String file(String page, String link) {
        String path = link.replaceAll("#.*", "");
        if (path.isEmpty()) {
            return page;
        }
        Path folder = Path.of("/" + page).getParent();
        return folder.resolve(path).normalize().toString().substring(1);
    }

    /** Returns the names that GitHub gives to the headings of a page. */
    private static Set<String> anchors(String page) {
        Set<String> anchors = new TreeSet<>();
        Matcher heading = HEADING.matcher(Pages.prose(page));
        while (heading.find()) {
            anchors.add(heading.group(1)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}\\-_ ]", "")
                    .replace(' ', '-'));
        }
        return anchors;
    }
}
