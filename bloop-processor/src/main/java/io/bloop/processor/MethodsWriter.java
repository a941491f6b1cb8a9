package io.bloop.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Writes the methods that make, fill and read the objects of a class, in straight lines. */
final class MethodsWriter {

    private final ModelContext scope;
    private final List<ModelColumn> all;
    private final List<ModelColumn> columns;
    private final Imports imports;
    private final TypeElement model;
    private final String word;
    private final String type;
    private final Creation creation;

    MethodsWriter(ModelContext scope, List<ModelColumn> columns, Imports imports) {
        this.scope = scope;
        this.all = columns.stream().filter(column -> column.form().isEmpty()).toList();
        this.columns = columns.stream().filter(ModelColumn::isRead).toList();
        this.imports = imports;
        this.model = scope.model();
        this.word = scope.role().word();
        this.type = imports.type(model);
        this.creation = CreationReader.of(scope);
    }

    List<String> write() {
        List<String> methods = new ArrayList<>();
        methods.add(create("create", creation));
        InitialReader.of(scope, columns, creation).ifPresent(initial -> methods.add(create("createInitial", initial)));
        if (columns.isEmpty()) {
            return methods;
        }
        if (model.getKind() != ElementKind.RECORD) {
            methods.add(fill());
        }
        methods.add(writeAll());
        methods.add(get());
        if (scope.role() == Role.MODEL) {
            methods.add(canBeSet() ? set() : isImmutable());
        }
        return methods;
    }

    /** Tells whether objects that are there already can be given all values. */
    private boolean canBeSet() {
        return columns.stream().allMatch(column -> column.access().canBeSet());
    }

    /** Returns the one method that a class has to have, which makes nothing. */
    String sketch() {
        String exception = imports.type(IllegalStateException.class);
        return override() + "    protected " + type + " create("
                + imports.type(scope.role().valuesClass()) + "<" + type + "> values) {\n        throw new " + exception
                + "();\n    }\n";
    }

    private String create(String method, Creation creation) {
        return override() + "    protected " + type + " " + method + "("
                + imports.type(scope.role().valuesClass()) + "<" + type + "> values) {\n"
                + new CreationWriter(scope, columns, imports, creation).statements() + "\n    }\n";
    }

    /** Returns a field, which a parameter of the method may hide. */
    static String field(String name, String... parameters) {
        return List.of(parameters).contains(name) ? "this." + name : name;
    }

    private String fill() {
        StringBuilder text = new StringBuilder(override() + "    protected void fill(" + type + " object, "
                + imports.type(scope.role().valuesClass()) + "<" + type + "> values) {\n");
        // an object that is loaded in place keeps nothing that it was made with; documents are made again each time
        boolean isLoadedInPlace = scope.role() == Role.MODEL && canBeSet();
        List<ModelColumn> left = columns.stream()
                .filter(column -> isLoadedInPlace || !creation.takes(column.name()))
                .toList();
        for (ModelColumn column : left) {
            String value = "values.get(" + field(column.name(), "object", "values") + ")";
            text.append("        ").append(column.set(imports, "object", value)).append(";\n");
        }
        return text + (left.isEmpty() ? "        // it was made with all its values\n" : "") + "    }\n";
    }

    private String writeAll() {
        StringBuilder text = new StringBuilder(override() + "    protected void write(" + type + " object, "
                + imports.type(scope.role().dumpClass()) + "<" + type + "> out) {\n");
        for (ModelColumn column : columns) {
            text.append("        out.put(")
                    .append(field(column.name(), "object", "out"))
                    .append(", ")
                    .append(column.get(imports, "object"))
                    .append(");\n");
        }
        return text + "    }\n";
    }

    private String get() {
        StringBuilder text = new StringBuilder(override() + "    protected " + nullableObject() + " get(" + type
                + " object, int " + word + ") {\n        return switch (" + word + ") {\n");
        int ordinal = 0;
        for (ModelColumn column : all) {
            text.append("            case ").append(ordinal++).append(" -> ");
            text.append(column.get(imports, "object")).append(";\n");
        }
        return text + "            default -> throw new " + outOfBounds() + "(" + word + ");\n        };\n    }\n";
    }

    private String set() {
        StringBuilder text = new StringBuilder(override());
        if (columns.stream().anyMatch(MethodsWriter::isGeneric)) {
            text.append("    @" + imports.type(SuppressWarnings.class) + "(\"unchecked\") // the value was read by the "
                    + word + "'s type\n");
        }
        text.append("    protected void set(" + type + " object, int " + word + ", " + nullableObject()
                + " value) {\n        switch (" + word + ") {\n");
        int ordinal = 0;
        for (ModelColumn column : columns) {
            String javaType = imports.type(scope.boxed(column.storedType()));
            String value = isObject(column) ? "value" : "(" + javaType + ") value";
            text.append("            case ").append(ordinal++).append(" -> ");
            text.append(column.set(imports, "object", value)).append(";\n");
        }
        return text + "            default -> throw new " + outOfBounds() + "(" + word + ");\n        }\n    }\n";
    }

    private String override() {
        return "    @" + imports.type(Override.class) + "\n";
    }

    private String outOfBounds() {
        return imports.type(IndexOutOfBoundsException.class);
    }

    private String nullableObject() {
        return imports.annotated(Nullable.class, Object.class);
    }

    private static boolean isObject(ModelColumn column) {
        return TypeNames.erased(column.storedType()).equals("java.lang.Object");
    }

    private static boolean isGeneric(ModelColumn column) {
        return column.storedType() instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty();
    }

    private String isImmutable() {
        return override() + "    protected boolean isImmutable() {\n        return true;\n    }\n";
    }
}
