package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.type.Type;
import io.bloop.type.Types;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScalarsTests {

    /** Types that only an annotation asks for. */
    private static final Set<String> ON_REQUEST =
            Set.of("TIMESTAMP", "DURATION_SECONDS", "BASE64_BYTES", "BASE64_DYNAMIC");

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

    @Test
    @DisplayName("T what may be anything is stored by its value, alone, in collections and in documents")
    void whatMayBeAnything() {
        Compilation compilation = Compilation.of(
                "@Model\nclass Link { @HashKey String id; Object note; List<Object> notes; Map<String, Object> more; }",
                "@Document\nrecord Store(Object owner) {}",
                """
                class User {
                    Object condition() { return LinkModel.LINK.note.key("a").at(1).exists(); }
                    Object size(StoreDocument.Place<Link> store) { return store.owner.key("name").exists(); }
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains(
                        "public final DynamicColumn<Link> note = column(\"note\", DYNAMIC);",
                        "public final ListColumn<Link, Object> notes = column(\"notes\", listOf(DYNAMIC));",
                        "public final MapColumn<Link, String, Object> more = column(\"more\", mapOf(DYNAMIC));");
        assertThat(compilation.source("StoreDocument"))
                .contains("public final DynamicPath<M> owner = member(\"owner\", DYNAMIC);");
    }

    @Test
    @DisplayName("T a compatibility type is asked for by name")
    void aCompatibilityType() {
        Compilation compilation = Compilation.of("""
            @Model
            record Link(
                    @HashKey String id,
                    @StoredWith(holder = Types.class, constant = "BASE64_BYTES") byte[] icon,
                    @StoredWith(holder = Types.class, constant = "BASE64_DYNAMIC") Object note) {}
            """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains(
                        "public final BinaryColumn<Link, byte[]> icon = column(\"icon\", Types.BASE64_BYTES);",
                        "public final DynamicColumn<Link> note = column(\"note\", Types.BASE64_DYNAMIC);");
    }
}
