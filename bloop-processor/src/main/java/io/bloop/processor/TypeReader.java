package io.bloop.processor;

import io.bloop.annotation.Document;
import io.bloop.type.Types;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds how the Java type of one member is stored. */
final class TypeReader {

    private static final List<CollectionShape> PLAIN =
            List.of(CollectionShape.SET, CollectionShape.LIST, CollectionShape.MAP);
    private static final String TIMESTAMP = "java.sql.Timestamp";

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
        Optional<TypeMirror> held = TypeNames.held(member.type());
        return held.isEmpty() || register.find(member.type()).isPresent()
                ? read(scope.boxed(member.type()))
                : optional(held.get());
    }

    private Optional<StoredType> optional(TypeMirror held) {
        if (held.getKind() == TypeKind.WILDCARD) {
            return refuse(member.type(), "has a wildcard and leaves open what is stored");
        }
        return read(held).map(stored -> stored.with(new Conversion.OfOptional(stored.conversion())));
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
        if (type instanceof ArrayType array && Conversion.canBeComponent(array.getComponentType())) {
            return array(array.getComponentType());
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
        if (element.getQualifiedName().contentEquals(TIMESTAMP)) {
            StoredType moment = Scalars.stored(Kind.STRING, scope.typeNamed("java.time.Instant"), "INSTANT");
            return Optional.of(moment.with(new Conversion.OfTimestamp(element)));
        }
        if (Scalars.isEnum(element)) {
            return Optional.of(new StoredType(
                    Kind.STRING,
                    type,
                    imports -> imports.method(Types.class, "enumOf") + "(" + imports.type(element) + ".class)"));
        }
        if (AnnotationUse.find(element, Document.class).isPresent()) {
            return document(element, type);
        }
        Optional<CollectionShape> shape = CollectionShape.of(element);
        if (shape.isPresent()) {
            return collection(declared, shape.get());
        }
        if (scope.assumes(element)) {
            return document(element, type);
        }
        return refuse(type, isCollection(type) ? "loading cannot make" : "has no stored form");
    }

    private boolean isCollection(TypeMirror type) {
        return PLAIN.stream()
                .map(shape -> scope.typeNamed(shape.qualifiedName()))
                .anyMatch(found -> scope.types()
                        .isAssignable(scope.types().erasure(type), scope.types().erasure(found)));
    }

    private Optional<StoredType> document(TypeElement element, TypeMirror type) {
        if (Hierarchy.isAbstract(element) && !Subtypes.arePart(element)) {
            return refuse(
                    type,
                    "is abstract and names no subtypes with @Document(subtypes = ...), so that loading can make no"
                            + " object of it");
        }
        StoredType.Code constant = imports -> imports.generatedConstant(element, Role.DOCUMENT);
        return Optional.of(new StoredType(
                Kind.DOCUMENT,
                List.of(type),
                type,
                constant,
                Optional.of(new Nesting.OfDocument(element)),
                Optional.empty()));
    }

    private Optional<StoredType> array(TypeMirror component) {
        return read(scope.boxed(component)).map(element -> {
            List<TypeMirror> arguments = List.of(element.value());
            return new StoredType(
                    Kind.LIST,
                    arguments,
                    scope.collection(Kind.LIST, arguments),
                    code("listOf", element),
                    nesting(Kind.LIST, arguments, element),
                    Optional.of(new Conversion.OfArray(component, element.conversion())));
        });
    }

    private Optional<StoredType> collection(DeclaredType type, CollectionShape shape) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.isEmpty()) {
            return refuse(type, "is raw and leaves open what is stored");
        }
        if (arguments.stream().anyMatch(argument -> argument.getKind() == TypeKind.WILDCARD)) {
            return refuse(type, "has a wildcard and leaves open what is stored");
        }
        TypeMirror first = arguments.get(0);
        if (shape.kind() == Kind.MAP && !isKey(scope, register, first)) {
            return refuse(type, "has keys without a text, and DynamoDB knows members by text alone");
        }
        if (!shape.takes(scope, first)) {
            return refuse(type, "is sorted, and " + TypeNames.simple(first) + " has no order");
        }
        TypeMirror last = arguments.get(arguments.size() - 1);
        return read(last)
                .flatMap(element -> shape.kind() == Kind.SET && !element.kind().isScalar()
                        ? refuse(type, "is a set, and DynamoDB has sets of what is stored as S, N or B alone")
                        : Optional.of(collection(shape, first, element)));
    }

    /** Tells whether a map can have keys of a class: they are names of members, which are text. */
    static boolean isKey(ModelContext scope, TypeRegister register, TypeMirror type) {
        Optional<Kind> kind = register.find(type).map(StoredConstant::kind);
        if (kind.isEmpty() && type instanceof DeclaredType declared) {
            TypeElement element = (TypeElement) declared.asElement();
            kind = Scalars.isEnum(element)
                    ? Optional.of(Kind.STRING)
                    : Scalars.find(element, type).map(StoredType::kind);
        }
        return kind.isPresent() && (kind.get() == Kind.STRING || kind.get() == Kind.NUMBER);
    }

    private StoredType collection(CollectionShape shape, TypeMirror first, StoredType element) {
        Kind kind = shape.kind();
        List<TypeMirror> arguments = kind == Kind.MAP ? List.of(first, element.value()) : List.of(element.value());
        boolean isConverted = !shape.isPlain() || element.conversion().isPresent();
        return new StoredType(
                kind,
                arguments,
                scope.collection(kind, arguments),
                kind == Kind.MAP ? map(first, element) : code(kind == Kind.SET ? "setOf" : "listOf", element),
                nesting(kind, arguments, element),
                isConverted
                        ? Optional.of(new Conversion.OfCollection(shape, first, element.conversion()))
                        : Optional.empty());
    }

    private static StoredType.Code code(String method, StoredType element) {
        return imports ->
                imports.method(Types.class, method) + "(" + element.code().print(imports) + ")";
    }

    private StoredType.Code map(TypeMirror key, StoredType element) {
        Optional<StoredType> stored = TypeNames.erased(key).equals("java.lang.String")
                        && register.find(key).isEmpty()
                ? Optional.empty()
                : read(key);
        return imports -> imports.method(Types.class, "mapOf") + "("
                + stored.map(type -> type.code().print(imports) + ", ").orElse("")
                + element.code().print(imports) + ")";
    }

    private static Optional<Nesting> nesting(Kind kind, List<TypeMirror> arguments, StoredType element) {
        return element.nesting().map(nesting -> new Nesting.OfCollection(kind, arguments, nesting));
    }

    /** Reports that a type, or one inside of the member's, cannot be stored. */
    private Optional<StoredType> refuse(TypeMirror type, String reason) {
        if (scope.assumed() != null) {
            // a remedy that needs another remedy does not help
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
