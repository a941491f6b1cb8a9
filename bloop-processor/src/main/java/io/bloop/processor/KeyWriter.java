package io.bloop.processor;

import io.bloop.model.Key;
import java.util.ArrayList;
import java.util.List;
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
        List<ModelColumn> keys = Stream.concat(
                        parsed.columns().stream().filter(ModelColumn::isHashKey),
                        parsed.columns().stream().filter(ModelColumn::isRangeKey))
                .toList();
        StringBuilder docs = new StringBuilder("    /**\n     * Returns the key of an object.\n     *\n");
        List<String> parameters = new ArrayList<>();
        for (ModelColumn column : keys) {
            String role = column.isHashKey() ? "hash" : "range";
            docs.append("     * @param ")
                    .append(column.name())
                    .append(" the ")
                    .append(role)
                    .append(" key\n");
            parameters.add(imports.type(column.storedType()) + " " + column.name());
        }
        docs.append("     * @return the key\n     */\n");
        return docs + "    public " + imports.type(Key.class) + "<" + type + "> key(" + String.join(", ", parameters)
                + ") {\n        return keyOf("
                + String.join(", ", keys.stream().map(ModelColumn::name).toList()) + ");\n    }\n";
    }
}
