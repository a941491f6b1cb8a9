package io.bloop.processor;

import io.bloop.annotation.Document;
import io.bloop.annotation.Model;
import io.bloop.processor.ItemCollectionMember.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Reads an annotated collection and finds its mistakes, all of them. */
final class ItemCollectionReader {

    private final ModelContext scope;

    private ItemCollectionReader(ModelContext scope) {
        this.scope = scope;
    }

    /** Returns the members of a collection, of which a definition can be written if the scope has no errors then. */
    static Optional<ItemCollectionWriter> read(ModelContext scope) {
        return new ItemCollectionReader(scope).read();
    }

    /** Returns the names of the models that the members of a collection have objects of. */
    static Set<String> models(ModelContext scope) {
        ItemCollectionReader reader = new ItemCollectionReader(scope.anew());
        return CreationReader.of(scope.anew()).parameters().stream()
                .flatMap(parameter -> Stream.ofNullable(reader.model(parameter.type())))
                .map(model -> model.getQualifiedName().toString())
                .collect(Collectors.toSet());
    }

    private Optional<ItemCollectionWriter> read() {
        TypeElement type = scope.model();
        boolean isClass = type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
        if (!isClass || scope.isAbstract()) {
            scope.error(
                    Spot.of(type),
                    scope.name() + " cannot be made; @ItemCollection goes on a record, or on a class whose constructor "
                            + "takes the members.");
            return Optional.empty();
        }
        Stream.of(Model.class, Document.class)
                .flatMap(mark -> AnnotationUse.find(type, mark).stream())
                .forEach(mark -> scope.error(
                        Spot.of(mark),
                        scope.name() + " is marked with " + mark
                                + " too, and an object is a collection of items or a part "
                                + "of one; take one of the two away."));
        ClassCheck.check(scope);
        MisplacedAnnotations.checkCollection(scope);
        Creation creation = CreationReader.of(scope);
        List<ItemCollectionMember> members = new ArrayList<>();
        creation.parameters().forEach(parameter -> member(parameter).ifPresent(members::add));
        if (creation != Creation.UNKNOWN && creation.parameters().isEmpty()) {
            scope.error(
                    Spot.of(type),
                    scope.name()
                            + " has no members; make it a record, or a class whose constructor takes them: objects, "
                            + "Optionals and Lists of models.");
        }
        ItemCollectionCheck.check(scope, members);
        return Optional.of(new ItemCollectionWriter(scope, members, creation));
    }

    private Optional<ItemCollectionMember> member(Creation.Parameter parameter) {
        TypeElement model = model(parameter.type());
        Spot spot = Spot.of(parameter.element());
        String subject = scope.part(parameter.name()) + " is " + TypeNames.simple(parameter.type());
        if (model == null) {
            scope.error(
                    spot,
                    subject
                            + ", and a member is an object, an Optional or a List of a class that is marked with @Model.");
            return Optional.empty();
        }
        if (Hierarchy.isAbstract(model)) {
            scope.error(
                    spot,
                    subject + ", and " + model.getSimpleName()
                            + " is abstract; give each model below it a member of its own.");
            return Optional.empty();
        }
        return Optional.of(
                new ItemCollectionMember(parameter, kind(parameter), model, ModelReader.read(ofModel(model))));
    }

    private ModelContext ofModel(TypeElement model) {
        // mistakes in the model are reported where the model itself is read
        return new ModelContext(
                scope.elements(), scope.types(), model, Role.MODEL, new Problems(), scope.sources(), null);
    }

    private Kind kind(Creation.Parameter parameter) {
        if (isList(parameter.type())) {
            return Kind.LIST;
        }
        if (TypeNames.held(parameter.type()).isPresent()) {
            return Kind.OPTIONAL;
        }
        Element field = MemberReader.candidates(scope.model()).getOrDefault(parameter.name(), parameter.element());
        return Nullness.takesNull(parameter.element(), field) ? Kind.NULLABLE : Kind.REQUIRED;
    }

    private static boolean isList(TypeMirror type) {
        return TypeNames.erased(type).equals("java.util.List");
    }

    /** Returns the model that a member has objects of; null where there is none. */
    private @Nullable TypeElement model(TypeMirror type) {
        TypeMirror object = isList(type)
                ? ((DeclaredType) type)
                        .getTypeArguments().stream()
                                .<TypeMirror>map(one -> one)
                                .findFirst()
                                .orElse(type)
                : TypeNames.held(type).orElse(type);
        TypeMirror bound = object instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
                ? wildcard.getExtendsBound()
                : object;
        return bound instanceof DeclaredType declared
                        && AnnotationUse.find(declared.asElement(), Model.class).isPresent()
                ? (TypeElement) declared.asElement()
                : null;
    }
}
