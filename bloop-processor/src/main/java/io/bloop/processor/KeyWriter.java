package io.bloop.processor;

import io.bloop.model.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the method that makes a typed key. */
final class KeyWriter {

    private final ParsedModel parsed;
    private final Imports imports;
    private final String type;

    KeyWriter(ParsedModel parsed, Imports imports) {
        this.parsed = parsed;
        this.imports = imports;
        this.type = imports.type(parsed.scope().model());
    }

    String write() {
        Map<String, String> roles = new LinkedHashMap<>();
        roles("hash", parsed.columns().stream().filter(ModelColumn::isHashKey), roles);
        roles("range", parsed.columns().stream().filter(ModelColumn::isRangeKey), roles);
        StringBuilder docs = new StringBuilder("    /**\n     * Returns the key of an object.\n     *\n");
        List<String> parameters = new ArrayList<>();
        roles.forEach((name, role) -> {
            docs.append("     * @param ")
                    .append(name)
                    .append(" the ")
                    .append(role)
                    .append("\n");
            parameters.add(imports.type(column(name).storedType()) + " " + name);
        });
        docs.append("     * @return the key\n     */\n");
        return docs + "    public " + imports.type(Key.class) + "<" + type + "> key(" + String.join(", ", parameters)
                + ") {\n        return keyOf("
                + String.join(", ", roles.keySet()) + ");\n    }\n";
    }

    /** Adds the columns whose values make a key, with what they are to it. */
    private static void roles(String role, Stream<ModelColumn> keys, Map<String, String> roles) {
        keys.forEach(key -> key.form()
                .ifPresentOrElse(
                        form -> form.text()
                                .parts()
                                .forEach(part -> roles.putIfAbsent(part.name(), "part of the " + role + " key")),
                        () -> roles.putIfAbsent(key.name(), role + " key")));
    }

    private ModelColumn column(String name) {
        return ModelColumn.named(parsed.columns(), name).orElseThrow();
    }
}
