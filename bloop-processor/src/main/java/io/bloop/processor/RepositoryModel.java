package io.bloop.processor;

import io.bloop.annotation.ProjectionOf;
import io.bloop.rule.internal.TemplateText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The model of a repository, with what its methods can name. */
final class RepositoryModel {

    private final ModelContext scope;
    private final TypeElement type;
    private final List<ModelColumn> columns;
    private final List<ModelIndex> indexes;

    RepositoryModel(ModelContext scope, TypeElement type) {
        this.scope = scope;
        this.type = type;
        ParsedModel parsed = new ModelLookup(scope).parsed(type);
        this.columns = parsed.columns();
        this.indexes = parsed.indexes();
    }

    ModelContext scope() {
        return scope;
    }

    TypeElement type() {
        return type;
    }

    String name() {
        return type.getSimpleName().toString();
    }

    List<ModelIndex> indexes() {
        return indexes;
    }

    /** Returns the columns that conditions can name: those of members. */
    List<ModelColumn> columns() {
        return columns.stream()
                .filter(column -> column.form().isEmpty() && column.type().isPresent())
                .toList();
    }

    Optional<ModelColumn> column(String name) {
        return ModelColumn.named(columns(), name);
    }

    /** Returns the columns that the keys of the table are made of. */
    List<ModelColumn> keys() {
        return Stream.concat(hashKey().stream(), rangeKey().stream()).distinct().toList();
    }

    List<ModelColumn> hashKey() {
        return parts(columns.stream().filter(ModelColumn::isHashKey).toList());
    }

    List<ModelColumn> rangeKey() {
        return parts(rangeKeys());
    }

    /** Returns the range key of the table, which may be made by a template. */
    List<ModelColumn> rangeKeys() {
        return columns.stream().filter(ModelColumn::isRangeKey).toList();
    }

    /** Returns the parts of templates whose values are not in order in the key, each with the reason. */
    Map<ModelColumn, String> unordered(List<ModelColumn> keys) {
        Map<ModelColumn, String> unordered = new LinkedHashMap<>();
        for (ModelColumn key : keys) {
            key.form().ifPresent(form -> unordered(form.text(), unordered));
        }
        return unordered;
    }

    private void unordered(TemplateText text, Map<ModelColumn, String> unordered) {
        int last = text.parts().size() - 1;
        for (int i = 0; i <= last; i++) {
            TemplateText.Part part = text.parts().get(i);
            boolean endsKey = i == last && text.literals().get(i + 1).isEmpty();
            column(part.name()).ifPresent(column -> {
                boolean hasOneWidth = column.type().orElseThrow().hasOneWidth();
                String reason = part.unordered(endsKey, hasOneWidth);
                if (reason != null) {
                    unordered.put(column, reason);
                }
            });
        }
    }

    /** Returns the columns that keys name: themselves, or the parts of their templates. */
    List<ModelColumn> parts(List<ModelColumn> keys) {
        List<ModelColumn> parts = new ArrayList<>();
        for (ModelColumn key : keys) {
            if (key.form().isEmpty()) {
                parts.add(key);
            } else {
                key.form()
                        .get()
                        .text()
                        .parts()
                        .forEach(part -> column(part.name()).ifPresent(parts::add));
            }
        }
        return parts;
    }

    /** Tells whether a type is that of the model's objects. */
    boolean isObject(TypeMirror other) {
        return scope.types().isSameType(other, type.asType());
    }

    /** Returns the columns that a projection of the model has; empty where a type is none. */
    Optional<List<String>> projected(TypeMirror other) {
        return projection(other).map(found -> {
            ModelContext inside = new ModelContext(
                    scope.elements(),
                    scope.types(),
                    found,
                    Role.PROJECTION,
                    new Problems(),
                    scope.sources(),
                    scope.assumed());
            return ProjectionReader.read(inside).stream()
                    .flatMap(parsed -> parsed.members().stream())
                    .flatMap(member -> member.source().stream())
                    .map(source -> source.path().get(0))
                    .toList();
        });
    }

    /** Returns the class of a projection of the model; empty where a type is none. */
    Optional<TypeElement> projection(TypeMirror other) {
        return other instanceof DeclaredType declared
                ? Optional.of((TypeElement) declared.asElement())
                        .filter(element -> AnnotationUse.find(element, ProjectionOf.class)
                                .flatMap(mark -> mark.type("value"))
                                .filter(this::isObject)
                                .isPresent())
                : Optional.empty();
    }

    /** Tells whether a type is a class of the library with the model's class as its argument. */
    boolean is(TypeMirror other, Class<?> generic) {
        return other instanceof DeclaredType declared
                && TypeNames.erased(other).equals(generic.getName())
                && declared.getTypeArguments().size() == 1
                && isObject(declared.getTypeArguments().get(0));
    }

    /** Spells a column. */
    String column(Imports imports, ModelColumn column) {
        return constant(imports) + "." + column.name();
    }

    String constant(Imports imports) {
        return imports.generatedConstant(type, Role.MODEL);
    }

    /** Spells the call that makes a template or a search hand out objects of a projection; nothing where there is none. */
    static String projecting(Imports imports, Optional<TypeElement> projection) {
        return projection
                .map(type -> ".as(" + imports.generatedConstant(type, Role.PROJECTION) + ")")
                .orElse("");
    }

    /** Begins a sentence on a method. */
    String subject(RepositoryMethod method) {
        return "The method " + method.name() + " of " + scope.name() + " ";
    }

    void error(RepositoryMethod method, String problem) {
        scope.error(Spot.of(method.element()), subject(method) + problem);
    }

    /** Reports that a method returns something else than what it has to. */
    void returns(RepositoryMethod method, String wanted) {
        error(method, "returns " + TypeNames.simple(method.result()) + "; let it return " + wanted + ".");
    }
}
