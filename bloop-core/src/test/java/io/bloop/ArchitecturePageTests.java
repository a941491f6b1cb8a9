package io.bloop;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.bloop.testing.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the page on the architecture with what the classes import. */
class ArchitecturePageTests {

    private static final Path PAGE = Path.of("../docs/architecture.md");
    private static final String ROOT = "io.bloop.";

    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)`");
    private static final Pattern FILE = Pattern.compile("`(\\.?[\\w.-]+/[\\w./-]+)`");
    private static final Set<String> EXAMPLES = Set.of("~/.m2/settings.xml");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.bloop");

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).replaceAll("\\..*", "") : "";
    }

    private static String uses(String room) {
        List<String> order = ArchitectureTests.packageNames();
        TreeSet<Integer> used = new TreeSet<>();
        CLASSES.stream()
                .filter(type -> room(type).equals(room))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> room(dependency.getTargetClass().getBaseComponentType()))
                .filter(target -> !target.isEmpty() && !target.equals(room))
                .forEach(target -> used.add(order.indexOf(target)));
        return used.isEmpty()
                ? "nothing"
                : used.stream().map(order::get).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String purpose(String room) throws IOException {
        Path folder = Path.of("src/main/java/io/bloop/" + room);
        Path own = folder.resolve("package-info.java");
        String info = Files.readString(Files.exists(own) ? own : folder.resolve("internal/package-info.java"));
        String text = info.substring(info.indexOf("/**") + 3, info.indexOf("*/"));
        String sentence = text.replaceAll("\\s*\\n\\s*\\*\\s?", " ").strip();
        return sentence.substring(0, sentence.indexOf('.'));
    }

    @Test
    void thePageShowsWhatEachPackageUses() throws IOException {
        StringBuilder table = new StringBuilder("| package | what it is for | uses |\n|---|---|---|\n");
        for (String room : ArchitectureTests.packageNames()) {
            table.append("| `")
                    .append(room)
                    .append("` | ")
                    .append(purpose(room))
                    .append(" | ");
            table.append(uses(room)).append(" |\n");
        }

        String page = Files.readString(PAGE);
        String shown = page.substring(page.indexOf("<!-- packages -->"), page.indexOf("## A write is a value"));

        assertThat(shown.replace("<!-- packages -->", "").strip())
                .isEqualTo(table.toString().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/architecture.md", "CONTRIBUTING.md"})
    void eachTypeAndFileThatAPageNamesIsThere(String page) throws IOException {
        Set<String> types;
        try (Stream<Path> all = Files.walk(Pages.ROOT)) {
            types = all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        String prose = Pages.prose(page);

        assertThat(names(prose, TYPE)).isNotEmpty().allMatch(types::contains);
        assertThat(names(prose, FILE))
                .allSatisfy(file -> assertThat(Pages.ROOT.resolve(file)).exists());
    }

    private static Set<String> names(String prose, Pattern pattern) {
        return pattern.matcher(prose)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !EXAMPLES.contains(name))
                .collect(Collectors.toSet());
    }
}
