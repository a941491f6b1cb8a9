package io.bloop.processor;

import io.bloop.annotation.Document;
import io.bloop.type.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
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
        return read(scope.boxed(member.type()));
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
            return unknown(type);
        }
        TypeElement element = (TypeElement) declared.asElement();
        Optional<StoredType> scalar = Scalars.find(element, type);
        if (scalar.isPresent()) {
            return scalar;
        }
        if (element.getKind() == ElementKind.ENUM) {
            return reachable(element)
                    .map(found -> new StoredType(
                            Kind.STRING,
                            type,
                            imports -> imports.method(Types.class, "enumOf") + "(" + imports.type(found) + ".class)"));
        }
        if (AnnotationUse.find(element, Document.class).isPresent()) {
            return reachable(element).flatMap(found -> document(found, type));
        }
        if (COLLECTIONS.contains(element.getQualifiedName().toString())) {
            return collection(declared, element.getSimpleName().toString());
        }
        return unknown(type);
    }

    private Optional<TypeElement> reachable(TypeElement type) {
        return scope.isAccessible(type)
                ? Optional.of(type)
                : refuse("has the type " + type.getSimpleName() + ", which " + scope.generated()
                        + " cannot reach; make it package-private or public.");
    }

    private Optional<StoredType> document(TypeElement element, TypeMirror type) {
        if (element.getModifiers().contains(Modifier.ABSTRACT)) {
            return refuse("has the type " + element.getSimpleName()
                    + ", of which loading can make no object, since it is abstract; name a class that is not, or a"
                    + " type of your own with @StoredWith.");
        }
        StoredType.Code constant = imports -> imports.generatedConstant(element, Role.DOCUMENT);
        return Optional.of(new StoredType(Kind.DOCUMENT, type, constant, Optional.of(new Nesting.OfDocument(element))));
    }

    private Optional<StoredType> collection(DeclaredType type, String name) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.isEmpty()) {
            String example = name.equals("Map") ? "Map<String, String>" : name + "<String>";
            return refuse(
                    "is a raw " + name + ", which leaves open what is stored; write " + example + " or the like.");
        }
        if (arguments.stream().anyMatch(argument -> argument.getKind() == TypeKind.WILDCARD)) {
            return refuse("is a " + TypeNames.simple(type)
                    + ", whose wildcard leaves open what is stored; name the type itself.");
        }
        TypeMirror element = arguments.get(arguments.size() - 1);
        if (name.equals("Map") && !isString(arguments.get(0))) {
            return refuse("is a " + TypeNames.simple(type)
                    + ", and DynamoDB knows members by text alone; write Map<String, "
                    + TypeNames.simple(element) + ">.");
        }
        return read(element).flatMap(stored -> switch (name) {
            case "Set" -> set(type, stored);
            case "List" -> Optional.of(collection(Kind.LIST, "listOf", element, stored));
            default -> Optional.of(collection(Kind.MAP, "mapOf", element, stored));
        });
    }

    private Optional<StoredType> set(DeclaredType type, StoredType element) {
        if (!element.kind().isScalar()) {
            return refuse("is a " + TypeNames.simple(type)
                    + ", and DynamoDB has sets of what is stored as S, N or B alone; use a List.");
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

    private Optional<StoredType> unknown(TypeMirror type) {
        Optional<String> collection = collectionOf(type);
        if (collection.isPresent()) {
            String own = TypeNames.simple(type);
            String wanted = collection.get() + own.substring(own.contains("<") ? own.indexOf('<') : own.length());
            return refuse("is a " + own + "; declare it as " + wanted + ", of which loading makes one of its own.");
        }
        String whole = TypeNames.simple(scope.boxed(member.type()));
        return refuse("has the type " + whole + ", for which there is no stored form; " + document(type)
                + "declare one, as " + example(scope.boxed(member.type())) + ", and name its constant with @StoredWith,"
                + " or leave the member out with @Ignored.");
    }

    private static String document(TypeMirror type) {
        boolean canBeDocument = type instanceof DeclaredType declared
                && (declared.asElement().getKind() == ElementKind.CLASS
                        || declared.asElement().getKind() == ElementKind.RECORD)
                && !Hierarchy.isOfPlatform((TypeElement) declared.asElement());
        return canBeDocument ? "mark " + TypeNames.simple(type) + " with @Document to store it by its members, " : "";
    }

    /** Returns what interface a class of collections should be declared as. */
    private Optional<String> collectionOf(TypeMirror type) {
        return COLLECTIONS.stream()
                .sorted()
                .map(name -> scope.elements().getTypeElement(name))
                .filter(found -> scope.types()
                        .isAssignable(scope.types().erasure(type), scope.types().erasure(found.asType())))
                .map(found -> found.getSimpleName().toString())
                .findFirst();
    }

    private String example(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()) {
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            String name = declared.asElement().getSimpleName().toString();
            if (COLLECTIONS.contains(
                    ((TypeElement) declared.asElement()).getQualifiedName().toString())) {
                String element = example(scope.boxed(arguments.get(arguments.size() - 1)));
                return "Types." + name.toLowerCase(Locale.ROOT) + "Of(" + element + ")";
            }
        }
        return "StringType.of(" + TypeNames.simple(scope.types().erasure(type)) + ".class, ...)";
    }

    private <R> Optional<R> refuse(String message) {
        scope.error(Spot.of(member.element()), scope.part(member.name()) + " " + message);
        return Optional.empty();
    }
}
