package io.bloop.processor;

import io.bloop.model.Key;
import io.bloop.model.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Writes the methods of a definition. */
final class MethodsWriter {

    private final ParsedModel parsed;
    private final Imports imports;
    private final TypeElement model;
    private final String type;

    MethodsWriter(ParsedModel parsed, Imports imports) {
        this.parsed = parsed;
        this.imports = imports;
        this.model = parsed.scope().model();
        this.type = imports.type(model);
    }

    List<String> write() {
        return model.getKind() == ElementKind.RECORD
                ? List.of(key(), createRecord(), get(), isImmutable())
                : List.of(key(), create(), get(), set());
    }

    private String key() {
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
            parameters.add(imports.type(column.javaType()) + " " + column.name());
        }
        docs.append("     * @return the key\n     */\n");
        return docs + "    public " + imports.type(Key.class) + "<" + type + "> key(" + String.join(", ", parameters)
                + ") {\n        return keyOf("
                + String.join(", ", keys.stream().map(ModelColumn::name).toList()) + ");\n    }\n";
    }

    private String create() {
        return "    @Override\n    protected " + type + " create(" + imports.type(Values.class) + "<" + type
                + "> values) {\n        return new " + type + "();\n    }\n";
    }

    private String createRecord() {
        List<String> arguments = new ArrayList<>();
        for (RecordComponentElement component : model.getRecordComponents()) {
            String zero = Zero.of(component.asType());
            String name = component.getSimpleName().toString();
            boolean isColumn =
                    parsed.columns().stream().anyMatch(column -> column.name().equals(name));
            String field = name.equals("values") ? "this.values" : name;
            String absent = component.asType().getKind().isPrimitive() ? ", " + zero : "";
            arguments.add(isColumn ? "values.get(" + field + absent + ")" : zero);
        }
        return "    @Override\n    protected " + type + " create(" + imports.type(Values.class) + "<" + type
                + "> values) {\n" + Lines.call("return new " + type + "(", arguments, ");") + "\n    }\n";
    }

    private String get() {
        StringBuilder text = new StringBuilder("    @Override\n    protected " + nullableObject() + " get(" + type
                + " object, int column) {\n        return switch (column) {\n");
        int ordinal = 0;
        for (ModelColumn column : parsed.columns()) {
            text.append("            case ").append(ordinal++).append(" -> ");
            text.append(column.access().get("object")).append(";\n");
        }
        return text + "            default -> throw new IndexOutOfBoundsException(column);\n        };\n    }\n";
    }

    private String set() {
        StringBuilder text = new StringBuilder("    @Override\n");
        if (parsed.columns().stream().anyMatch(MethodsWriter::isGeneric)) {
            text.append("    @SuppressWarnings(\"unchecked\") // the value was read by the column's type\n");
        }
        text.append("    protected void set(" + type + " object, int column, " + nullableObject()
                + " value) {\n        switch (column) {\n");
        int ordinal = 0;
        for (ModelColumn column : parsed.columns()) {
            String value = "(" + imports.type(parsed.scope().boxed(column.javaType())) + ") value";
            text.append("            case ").append(ordinal++).append(" -> ");
            text.append(column.access().set("object", value)).append(";\n");
        }
        return text + "            default -> throw new IndexOutOfBoundsException(column);\n        }\n    }\n";
    }

    private String nullableObject() {
        String nullable = "@" + imports.type(Nullable.class) + " Object";
        String object = imports.type(Object.class);
        return object.equals("Object") ? nullable : "java.lang." + nullable;
    }

    private static boolean isGeneric(ModelColumn column) {
        return column.javaType() instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty();
    }

    private String isImmutable() {
        return "    @Override\n    protected boolean isImmutable() {\n        return true;\n    }\n";
    }
}
