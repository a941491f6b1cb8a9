package io.bloop.processor;

import io.bloop.annotation.Model;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the model that another annotated class names, and its columns. */
final class ModelLookup {

    private final ModelContext scope;

    ModelLookup(ModelContext scope) {
        this.scope = scope;
    }

    /**
     * Returns the model that an annotation names, or reports why it is none.
     *
     * @param mark the annotation, whose value is a class
     * @param what the class that has the annotation, to begin a sentence with
     */
    Optional<TypeElement> find(AnnotationUse mark, String what) {
        Optional<TypeMirror> named = mark.type("value");
        if (named.isEmpty() || !(named.get() instanceof DeclaredType declared)) {
            // the compiler reports a class that is missing
            scope.missing(Spot.of(mark, "value"), what + " a class that is not there; name a model.");
            return Optional.empty();
        }
        TypeElement model = (TypeElement) declared.asElement();
        String name = model.getSimpleName().toString();
        if (AnnotationUse.find(model, Model.class).isEmpty()) {
            scope.error(
                    Spot.of(mark, "value"),
                    what + " " + name + ", which is no model; mark " + name + " with @Model, " + "or name a model.");
            return Optional.empty();
        }
        if (Hierarchy.isAbstract(model)) {
            scope.error(
                    Spot.of(mark, "value"),
                    what + " " + name + ", which is abstract and has no table; name a model "
                            + (model.getKind().isInterface() ? "that implements it." : "that extends it."));
            return Optional.empty();
        }
        if (!scope.isAccessible(model)) {
            scope.error(
                    Spot.of(mark, "value"),
                    what + " " + name + ", which " + scope.generated() + " cannot reach; make it public.");
            return Optional.empty();
        }
        return Optional.of(model);
    }

    /** Returns the context of a model, whose own mistakes are told where it is read itself. */
    ModelContext context(TypeElement model) {
        return in(model, Role.MODEL);
    }

    /** Returns the columns and indexes of a model. */
    ParsedModel parsed(TypeElement model) {
        ModelContext inside = context(model);
        List<ModelColumn> members = new ColumnReader(inside).read();
        TemplateReader templates = new TemplateReader(inside, members);
        templates.readTable();
        List<ModelIndex> indexes = new IndexReader(inside, members, templates).read();
        List<ModelColumn> columns =
                Stream.concat(members.stream(), templates.columns().stream()).toList();
        return new ParsedModel(
                inside, columns, indexes, new ModelTable(Optional.empty(), Optional.empty()), Optional.empty());
    }

    /** Returns the context of a document. */
    ModelContext document(TypeElement type) {
        return in(type, Role.DOCUMENT);
    }

    private ModelContext in(TypeElement type, Role role) {
        return new ModelContext(
                scope.elements(), scope.types(), type, role, new Problems(), scope.sources(), scope.assumed());
    }

    /** Returns the members of a document. */
    List<ModelColumn> members(TypeElement document) {
        ModelContext inside = document(document);
        return DocumentReader.usable(inside, ColumnReader.members(inside));
    }

    /** Returns the columns of a model that have members. */
    List<ModelColumn> columns(TypeElement model) {
        return ColumnReader.members(context(model));
    }
}
