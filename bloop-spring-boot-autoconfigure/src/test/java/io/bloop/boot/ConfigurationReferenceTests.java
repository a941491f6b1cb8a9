package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/** Checks the page of properties against the metadata: what the test expects is what the page has to say. */
class ConfigurationReferenceTests {

    private static final Path PAGE = Path.of("../docs/configuration.md");

    @Test
    void thePageSaysWhatTheMetadataSays() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| property |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(PropertyMetadata.all().stream()
                        .map(ConfigurationReferenceTests::row)
                        .toList());
    }

    private static String row(PropertyMetadata property) {
        return "| `" + property.name() + "` | " + values(property.type()) + " | " + unset(property) + " | "
                + property.description() + " |";
    }

    /** Constants have underscores in the metadata of endpoints, and dashes wherever they are written. */
    private static String unset(PropertyMetadata property) {
        Object unset = property.defaultValue();
        if (unset == null) {
            return "";
        }
        String dashed = "`" + unset.toString().replace('_', '-') + "`";
        return values(property.type()).contains(dashed) ? dashed : "`" + unset + "`";
    }

    private static String values(String type) {
        return switch (type) {
            case "java.lang.Boolean" -> "`true`, `false`";
            case "java.lang.Integer", "java.lang.Long" -> "a whole number";
            case "java.lang.Double" -> "a number";
            case "java.lang.String" -> "text";
            case "java.net.URI" -> "a URL";
            case "java.nio.file.Path" -> "a path";
            case "java.time.Duration" -> "a duration";
            case "java.util.List<java.lang.Class<?>>" -> "names of classes";
            case "java.util.List<java.lang.String>" -> "texts";
            case "java.util.Map<java.lang.String,java.lang.String>" -> "text by name";
            default -> constants(type.replaceAll("java\\.util\\.List<(.*)>", "$1"));
        };
    }

    private static String constants(String type) {
        Object[] constants = ClassUtils.resolveClassName(type, null).getEnumConstants();
        return Arrays.stream(constants)
                .map(constant -> "`"
                        + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                .collect(Collectors.joining(", "));
    }
}
