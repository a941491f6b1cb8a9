package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.type.Type;
import io.bloop.type.Types;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScalarsTests {

    /** Types that only an annotation asks for. */
    private static final Set<String> ON_REQUEST = Set.of("TIMESTAMP", "DURATION_SECONDS");

    @Test
    void everyTypeOfTheLibraryIsFoundByItsJavaType() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        StringBuilder members = new StringBuilder();
        for (Field field : Types.class.getFields()) {
            if (Type.class.isAssignableFrom(field.getType()) && !ON_REQUEST.contains(field.getName())) {
                String javaType = ((Type<?>) field.get(null)).javaType().getCanonicalName();
                members.append(javaType + " member" + constants.size() + ";\n");
                constants.add(field.getName());
            }
        }
        Compilation compilation = Compilation.of("@Model\nclass Link {\n@HashKey String id;\n" + members + "}\n");
        assertThat(compilation.messages()).isEmpty();
        List<String> lines = Arrays.asList(compilation.source("LinkModel").split("\n"));
        for (int i = 0; i < constants.size(); i++) {
            String expected = "column(\"member" + i + "\", " + constants.get(i) + ");";
            assertThat(lines).anyMatch(line -> line.endsWith(expected));
        }
    }

    @Test
    void everyPrimitiveHasAValueForTheAbsentAttribute() {
        Compilation compilation = Compilation.of("""
                @Model
                record Link(@HashKey String id, boolean a, byte b, short c, int d, long e, float f, double g) {}
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains(
                        "column(\"a\", BOOLEAN.orElse(false));",
                        "column(\"b\", BYTE.orElse((byte) 0));",
                        "column(\"c\", SHORT.orElse((short) 0));",
                        "column(\"d\", INTEGER.orElse(0));",
                        "column(\"e\", LONG.orElse(0L));",
                        "column(\"f\", FLOAT.orElse(0F));",
                        "column(\"g\", DOUBLE.orElse(0D));");
    }
}
