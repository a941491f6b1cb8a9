package io.bloop.processor;

import io.bloop.annotation.Document;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Says what to do about a member whose type cannot be stored. Each remedy works when it is followed. */
final class Remedy {

    /** The classes that a source imports anyway, where it has others like them. */
    private static final Set<String> KNOWN = Set.of(
            CollectionShape.SET.qualifiedName(),
            CollectionShape.LIST.qualifiedName(),
            CollectionShape.MAP.qualifiedName());

    private final ModelContext scope;
    private final TypeRegister register;
    private final Member member;

    Remedy(ModelContext scope, TypeRegister register, Member member) {
        this.scope = scope;
        this.register = register;
        this.member = member;
    }

    /** Returns the end of a sentence, which begins with an imperative. */
    String sentence() {
        NearestType search = new NearestType(scope, register, this::isDocument);
        TypeMirror nearest = search.of(member.type());
        boolean isChanged = !nearest.toString().equals(member.type().toString())
                && !scope.types().isSameType(nearest, member.type());
        Optional<String> unknown =
                search.unknown().filter(DeclaredType.class::isInstance).map(type -> ofUnknown((DeclaredType) type));
        if (isChanged) {
            return "declare it as " + print(nearest)
                    + unknown.map(more -> ", and " + more).orElse(".");
        }
        return unknown.orElse("leave it out with @Ignored.");
    }

    private boolean isDocument(TypeElement type) {
        return AnnotationUse.find(type, Document.class).isPresent()
                || !documents(type).isEmpty();
    }

    private String ofUnknown(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        Set<TypeElement> documents = documents(element);
        String marked = documents.isEmpty()
                ? ""
                : "mark " + names(documents) + " with @Document to store " + (documents.size() == 1 ? "it" : "them")
                        + " by " + (documents.size() == 1 ? "its" : "their") + " members, or ";
        String name = print(type);
        String constant = Names.constant(element);
        boolean isGeneric = !type.getTypeArguments().isEmpty();
        String raw = print(scope.types().erasure(type)) + ".class";
        String literal = isGeneric ? "(Class<" + name + ">) (Class<?>) " + raw : raw;
        return marked + "declare " + (isGeneric ? "@SuppressWarnings(\"unchecked\") " : "") + "static final StringType<"
                + name + "> " + constant + " = StringType.of(" + literal
                + ", value -> ..., text -> ...); in a class, and"
                + " name it on " + owner() + " with @StoredWith(holder = ThatClass.class, constant = \"" + constant
                + "\"), or leave the member out with @Ignored.";
    }

    /** Returns the class that declares the member, or the model where that one is compiled already. */
    private String owner() {
        Element owner = member.element().getEnclosingElement();
        return owner instanceof TypeElement && scope.sources().contain(owner)
                ? owner.getSimpleName().toString()
                : scope.name();
    }

    private static String names(Set<TypeElement> types) {
        String all = types.stream().map(type -> type.getSimpleName().toString()).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " and " + all.substring(last + 2);
    }

    /** Returns the classes that have to become documents so that one can; none where marking them would not do. */
    private Set<TypeElement> documents(TypeElement type) {
        Set<TypeElement> assumed = new LinkedHashSet<>();
        if (!scope.assuming(scope.model(), assumed).assumes(type)) {
            return Set.of();
        }
        Set<TypeElement> checked = new HashSet<>();
        Deque<TypeElement> open = new ArrayDeque<>(assumed);
        while (!open.isEmpty()) {
            TypeElement next = open.poll();
            if (checked.add(next)) {
                ModelContext inner = scope.assuming(next, assumed);
                DocumentReader.read(inner);
                if (inner.problems().hasErrors()) {
                    return Set.of();
                }
                open.addAll(assumed);
            }
        }
        return assumed;
    }

    /** Prints a type as the package of the member's class can name it, with the imports that the member needs. */
    private String print(TypeMirror type) {
        Set<String> imported = new HashSet<>(KNOWN);
        collect(member.type(), imported);
        return TypeNames.print(type, element -> name(element, imported));
    }

    private String name(TypeElement element, Set<String> imported) {
        String simple = element.getSimpleName().toString();
        if (element.getEnclosingElement() instanceof TypeElement outer) {
            imported.add(outer.getQualifiedName().toString());
            return name(outer, imported) + "." + simple;
        }
        String qualified = element.getQualifiedName().toString();
        String owner = scope.elements().getPackageOf(element).getQualifiedName().toString();
        boolean isInScope =
                imported.contains(qualified) || owner.equals("java.lang") || owner.equals(scope.packageName());
        return isInScope ? simple : qualified;
    }

    private static void collect(TypeMirror type, Set<String> named) {
        if (type instanceof ArrayType array) {
            collect(array.getComponentType(), named);
        } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            collect(wildcard.getExtendsBound(), named);
        } else if (type instanceof DeclaredType declared) {
            named.add(TypeNames.erased(declared));
            declared.getTypeArguments().forEach(argument -> collect(argument, named));
        }
    }

    /** Tells whether a class could be a document if it were marked as one. */
    static boolean canBeMarked(ModelContext scope, TypeElement type) {
        return (type.getKind().isClass() || type.getKind() == ElementKind.INTERFACE)
                && !Scalars.isEnum(type)
                && (!Hierarchy.isAbstract(type) || Subtypes.arePart(type))
                && scope.sources().contain(type)
                && scope.isAccessible(type);
    }
}
