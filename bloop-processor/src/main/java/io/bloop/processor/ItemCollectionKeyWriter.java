package io.bloop.processor;

import io.bloop.collection.CollectionKey;
import java.util.List;
import java.util.Optional;

/** Writes the method that makes the typed key of a collection. */
final class ItemCollectionKeyWriter {

    private final List<ItemCollectionMember> members;
    private final Imports imports;
    private final String type;

    ItemCollectionKeyWriter(List<ItemCollectionMember> members, Imports imports, String type) {
        this.members = members;
        this.imports = imports;
        this.type = type;
    }

    /** Returns the method, which takes the parts of the hash key that the first member's model has. */
    String write() {
        Optional<ParsedModel> first = members.get(0).parsed();
        if (first.isEmpty()) {
            return "";
        }
        if (ItemCollectionCheck.shareTable(members)) {
            return method(
                    first.get(),
                    first.get().columns().stream()
                            .filter(ModelColumn::isHashKey)
                            .toList(),
                    "");
        }
        return ItemCollectionCheck.sharedIndex(members)
                .map(index -> method(first.get(), index.hashKeys(), constant() + "." + index.name() + ", "))
                .orElse("");
    }

    private String constant() {
        return imports.generatedConstant(members.get(0).model(), Role.MODEL);
    }

    private String method(ParsedModel model, List<ModelColumn> hashKeys, String index) {
        List<ModelColumn> parts = hashKeys.stream()
                .flatMap(key -> parts(model, key).stream())
                .distinct()
                .toList();
        if (parts.isEmpty()) {
            return "";
        }
        StringBuilder docs = new StringBuilder("    /**\n     * Returns the key of a collection.\n     *\n");
        parts.forEach(part -> docs.append("     * @param ")
                .append(part.name())
                .append(hashKeys.contains(part) ? " the hash key\n" : " part of the hash key\n"));
        docs.append("     * @return the key\n     */\n");
        List<String> parameters = parts.stream()
                .map(part -> imports.type(part.storedType()) + " " + part.name())
                .toList();
        List<String> conditions = parts.stream()
                .map(part -> constant() + "." + part.name() + ".eq(" + part.name() + ")")
                .toList();
        String where = String.join(".and(", conditions) + ")".repeat(conditions.size() - 1);
        return docs + "    public " + imports.type(CollectionKey.class) + "<" + type + "> key("
                + String.join(", ", parameters) + ") {\n" + Lines.call("return keyOf(", List.of(index + where), ");")
                + "\n    }\n";
    }

    /** Returns the columns that a key is made of. */
    private static List<ModelColumn> parts(ParsedModel model, ModelColumn key) {
        return key.form()
                .map(form -> form.text().parts().stream()
                        .flatMap(part -> model.columns().stream()
                                .filter(column -> column.name().equals(part.name())))
                        .toList())
                .orElse(List.of(key));
    }
}
