package io.bloop.boot;

import com.jayway.jsonpath.JsonPath;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One property of the metadata that editors read; those of maps' values have a name in angle brackets. */
record PropertyMetadata(String name, String type, String description, Object defaultValue) {

    private static final String SOURCES = "/META-INF/spring/configuration-metadata/";
    private static final String OWN = "io.bloop.boot.BloopProperties$";

    /** Returns all properties, those of the values of maps instead of the maps. */
    static List<PropertyMetadata> all() {
        return read("/META-INF/spring-configuration-metadata.json", "").toList();
    }

    static Object hints() {
        return JsonPath.parse(stream("/META-INF/spring-configuration-metadata.json"))
                .read("$.hints");
    }

    private static Stream<PropertyMetadata> read(String resource, String prefix) {
        List<Map<String, Object>> properties = JsonPath.parse(stream(resource)).read("$.properties");
        return properties.stream()
                .map(property -> new PropertyMetadata(
                        prefix + property.get("name"),
                        String.valueOf(property.get("type")),
                        String.valueOf(property.get("description")),
                        property.get("defaultValue")))
                .flatMap(PropertyMetadata::flattened);
    }

    private Stream<PropertyMetadata> flattened() {
        if (!type.startsWith("java.util.Map<java.lang.String," + OWN)) {
            return Stream.of(this);
        }
        String value = type.substring(type.indexOf(',') + 1, type.length() - 1);
        String key = value.substring(OWN.length()).equals("Table") ? "<model>" : "<index>";
        return read(SOURCES + value + ".json", name + "." + key + ".");
    }

    private static InputStream stream(String resource) {
        return Objects.requireNonNull(PropertyMetadata.class.getResourceAsStream(resource), resource);
    }
}
