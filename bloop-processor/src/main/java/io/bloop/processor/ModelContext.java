package io.bloop.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * One model or document under examination, with the compiler's tools.
 *
 * @param model the class
 * @param role what the class is marked as
 * @param problems the list of what is wrong
 * @param sources the classes that are compiled now
 * @param assumed the classes that are taken for documents although they are not marked, to see whether that would do;
 *     null where none are
 */
record ModelContext(
        Elements elements,
        Types types,
        TypeElement model,
        Role role,
        Problems problems,
        Sources sources,
        @Nullable Set<TypeElement> assumed) {

    /** The packages whose annotations add no members. */
    private static final List<String> PASSIVE = List.of("io.bloop.", "java.", "javax.", "jakarta.", "org.jspecify.");

    DeclaredType type() {
        return (DeclaredType) model.asType();
    }

    String name() {
        return model.getSimpleName().toString();
    }

    /** Returns the simple name of the class that is written. */
    String generated() {
        return Names.generated(model, role);
    }

    /** Names a field or component of the class, to begin a sentence with. */
    String part(String name) {
        return role.part() + " '" + name + "'";
    }

    boolean isAbstract() {
        return Hierarchy.isAbstract(model);
    }

    /** Returns this context without what was found to be wrong. */
    ModelContext anew() {
        return anew(model);
    }

    /** Returns the context of another class, without what was found to be wrong. */
    ModelContext anew(TypeElement other) {
        return new ModelContext(elements, types, other, role, new Problems(), sources, assumed);
    }

    /** Returns the context of another class as if it were a document, with all those that are assumed to be some. */
    ModelContext assuming(TypeElement other, Set<TypeElement> documents) {
        return new ModelContext(elements, types, other, Role.DOCUMENT, new Problems(), sources, documents);
    }

    /** Tells whether a class is taken for a document, which it is from now on if it can be. */
    boolean assumes(TypeElement type) {
        return assumed != null && Remedy.canBeMarked(this, type) && (assumed.contains(type) || assumed.add(type));
    }

    String packageName() {
        return elements.getPackageOf(model).getQualifiedName().toString();
    }

    /** Tells whether what is written, a neighbour of the class, may use a member or a type. */
    boolean isAccessible(Element element) {
        boolean isNested = element instanceof TypeElement;
        return isOpen(element)
                && (!isNested || !(element.getEnclosingElement() instanceof TypeElement outer) || isAccessible(outer));
    }

    /** Tells whether what is written may use a member or a type where it may use the class that has it. */
    boolean isOpen(Element element) {
        Set<Modifier> modifiers = element.getModifiers();
        return modifiers.contains(Modifier.PUBLIC)
                || !modifiers.contains(Modifier.PRIVATE)
                        && elements.getPackageOf(element).equals(elements.getPackageOf(model));
    }

    /** Returns the type of a member as the model has it, with the type arguments of its superclasses. */
    TypeMirror typeOf(Element member) {
        return types.asMemberOf(type(), member);
    }

    /** Returns the type of the values of a field or a getter, as the model has it. */
    TypeMirror valueOf(Element member) {
        return typeOf(member) instanceof ExecutableType getter ? getter.getReturnType() : typeOf(member);
    }

    TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? types.boxedClass((PrimitiveType) type).asType()
                : type;
    }

    /** Returns the class that a column of a set, a list or a map has values of. */
    TypeMirror collection(Kind kind, List<TypeMirror> arguments) {
        String name = CollectionShape.plain(kind).qualifiedName();
        return types.getDeclaredType(elements.getTypeElement(name), arguments.toArray(TypeMirror[]::new));
    }

    /** Spells a text as a literal. */
    String text(String value) {
        return elements.getConstantExpression(value);
    }

    TypeMirror typeNamed(String qualifiedName) {
        return elements.getTypeElement(qualifiedName).asType();
    }

    void error(Spot spot, String message) {
        problems.error(spot, message);
    }

    /** Reports that something is missing, unless another processor adds it yet. */
    void missing(Spot spot, String message) {
        problems.missing(spot, message, mayGrow());
    }

    /** Tells whether there are annotations whose processors may add members to the class, such as those of Lombok. */
    private boolean mayGrow() {
        return Hierarchy.classes(model).stream()
                .flatMap(type -> Stream.concat(Stream.of(type), type.getEnclosedElements().stream()))
                .flatMap(element -> element.getAnnotationMirrors().stream())
                .map(mirror -> mirror.getAnnotationType().toString())
                .anyMatch(name -> PASSIVE.stream().noneMatch(name::startsWith));
    }
}
