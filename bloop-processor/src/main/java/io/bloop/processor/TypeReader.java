package io.bloop.processor;

import io.bloop.annotation.Document;
import io.bloop.type.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds how the Java type of one member is stored. */
final class TypeReader {

    private static final Set<String> COLLECTIONS = Set.of("java.util.Set", "java.util.List", "java.util.Map");

    private final ModelContext scope;
    private final TypeRegister register;
    private final Member member;

    TypeReader(ModelContext scope, TypeRegister register, Member member) {
        this.scope = scope;
        this.register = register;
        this.member = member;
    }

    Optional<StoredType> read() {
        Optional<TypeElement> outOfReach = outOfReach(member.type());
        if (outOfReach.isPresent()) {
            return refuse(unreachable(outOfReach.get()));
        }
        return read(scope.boxed(member.type()));
    }

    private String unreachable(TypeElement type) {
        Element closed = type;
        for (Element next = type; next instanceof TypeElement; next = next.getEnclosingElement()) {
            closed = scope.isOpen(next) ? closed : next;
        }
        String where = closed.equals(type) ? "" : " inside of " + closed.getSimpleName();
        boolean isNeighbour =
                scope.elements().getPackageOf(type).getQualifiedName().contentEquals(scope.packageName());
        return "has the type " + type.getSimpleName() + where + ", which " + scope.generated() + " cannot reach; make "
                + (where.isEmpty() ? "it" : closed.getSimpleName()) + (isNeighbour ? " package-private or" : "")
                + " public.";
    }

    /** Returns the first class in a type that what is written cannot use. */
    private Optional<TypeElement> outOfReach(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return outOfReach(array.getComponentType());
        }
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        return Optional.of((TypeElement) declared.asElement())
                .filter(element -> !scope.isAccessible(element))
                .or(() -> declared.getTypeArguments().stream()
                        .flatMap(argument -> outOfReach(argument).stream())
                        .findFirst());
    }

    private Optional<StoredType> read(TypeMirror type) {
        Optional<StoredConstant> registered = register.find(type);
        if (registered.isPresent()) {
            return StoredWithReader.fitting(scope, registered.get(), member, Spot.of(member.element()));
        }
        if (type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE) {
            return Optional.of(Scalars.stored(Kind.BINARY, type, "BYTES"));
        }
        if (type.getKind() == TypeKind.TYPEVAR && scope.isAbstract()) {
            // becomes a type in the models that extend it
            return Optional.empty();
        }
        if (!(type instanceof DeclaredType declared)) {
            return refuse(type, "has no stored form");
        }
        TypeElement element = (TypeElement) declared.asElement();
        Optional<StoredType> scalar = Scalars.find(element, type);
        if (scalar.isPresent()) {
            return scalar;
        }
        if (element.getKind() == ElementKind.ENUM) {
            return Optional.of(new StoredType(
                    Kind.STRING,
                    type,
                    imports -> imports.method(Types.class, "enumOf") + "(" + imports.type(element) + ".class)"));
        }
        if (AnnotationUse.find(element, Document.class).isPresent()) {
            return document(element, type);
        }
        if (COLLECTIONS.contains(element.getQualifiedName().toString())) {
            return collection(declared, element.getSimpleName().toString());
        }
        if (scope.assumes(element)) {
            return document(element, type);
        }
        return refuse(type, isCollection(type) ? "loading cannot make" : "has no stored form");
    }

    private boolean isCollection(TypeMirror type) {
        return COLLECTIONS.stream()
                .map(name -> scope.elements().getTypeElement(name).asType())
                .anyMatch(found -> scope.types()
                        .isAssignable(scope.types().erasure(type), scope.types().erasure(found)));
    }

    private Optional<StoredType> document(TypeElement element, TypeMirror type) {
        if (Hierarchy.isAbstract(element)) {
            return refuse(type, "is abstract, so that loading can make no object of it");
        }
        StoredType.Code constant = imports -> imports.generatedConstant(element, Role.DOCUMENT);
        return Optional.of(new StoredType(Kind.DOCUMENT, type, constant, Optional.of(new Nesting.OfDocument(element))));
    }

    private Optional<StoredType> collection(DeclaredType type, String name) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.isEmpty()) {
            return refuse(type, "is raw and leaves open what is stored");
        }
        if (arguments.stream().anyMatch(argument -> argument.getKind() == TypeKind.WILDCARD)) {
            return refuse(type, "has a wildcard and leaves open what is stored");
        }
        TypeMirror element = arguments.get(arguments.size() - 1);
        if (name.equals("Map") && !isString(arguments.get(0))) {
            return refuse(type, "has other keys than String, and DynamoDB knows members by text alone");
        }
        return read(element).flatMap(stored -> switch (name) {
            case "Set" -> set(type, stored);
            case "List" -> Optional.of(collection(Kind.LIST, "listOf", element, stored));
            default -> Optional.of(collection(Kind.MAP, "mapOf", element, stored));
        });
    }

    private Optional<StoredType> set(DeclaredType type, StoredType element) {
        if (!element.kind().isScalar()) {
            return refuse(type, "is a set, and DynamoDB has sets of what is stored as S, N or B alone");
        }
        return Optional.of(collection(Kind.SET, "setOf", element.argument(), element));
    }

    private static StoredType collection(Kind kind, String method, TypeMirror element, StoredType stored) {
        return new StoredType(
                kind,
                element,
                imports -> imports.method(Types.class, method) + "("
                        + stored.code().print(imports) + ")",
                stored.nesting().map(nesting -> new Nesting.OfCollection(kind, element, nesting)));
    }

    private boolean isString(TypeMirror type) {
        return type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.String");
    }

    /** Reports that a type, or one inside of the member's, cannot be stored. */
    private Optional<StoredType> refuse(TypeMirror type, String reason) {
        if (scope.assumed() != null) {
            // a remedy that needs remedies is none
            return refuse(reason);
        }
        String whole = TypeNames.simple(member.type());
        String own = TypeNames.simple(type);
        boolean isWhole = own.equals(whole) || scope.types().isSameType(type, scope.boxed(member.type()));
        return refuse("has the type " + whole + (isWhole ? ", which " : ", and " + own + " in it ") + reason + "; "
                + new Remedy(scope, register, member).sentence());
    }

    private Optional<StoredType> refuse(String message) {
        scope.error(Spot.of(member.element()), scope.part(member.name()) + " " + message);
        return Optional.empty();
    }
}
