package io.bloop.processor;

import io.bloop.annotation.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Finds the type that a member could have instead of one that cannot be stored. */
final class NearestType {

    private static final String STRING = "java.lang.String";
    private static final String OBJECT = "java.lang.Object";
    private static final String SET = CollectionShape.SET.qualifiedName();
    private static final String LIST = CollectionShape.LIST.qualifiedName();
    private static final String MAP = CollectionShape.MAP.qualifiedName();

    /** The types whose values are equivalent to those of a type that can be stored. */
    private static final Map<String, String> ALIKE = Stream.of(
                    "java.lang.CharSequence java.lang.String",
                    "java.lang.StringBuilder java.lang.String",
                    "java.lang.StringBuffer java.lang.String",
                    "java.lang.Class java.lang.String",
                    "java.io.File java.lang.String",
                    "java.nio.file.Path java.lang.String",
                    "java.nio.charset.Charset java.lang.String",
                    "java.lang.Number java.math.BigDecimal",
                    "java.util.OptionalInt java.lang.Integer",
                    "java.util.OptionalLong java.lang.Long",
                    "java.util.OptionalDouble java.lang.Double",
                    "java.util.concurrent.atomic.AtomicInteger java.lang.Integer",
                    "java.util.concurrent.atomic.AtomicLong java.lang.Long",
                    "java.util.concurrent.atomic.AtomicBoolean java.lang.Boolean",
                    "java.util.concurrent.atomic.LongAdder java.lang.Long",
                    "java.sql.Date java.time.LocalDate",
                    "java.sql.Time java.time.LocalTime",
                    "java.util.Calendar java.time.ZonedDateTime",
                    "java.util.GregorianCalendar java.time.ZonedDateTime",
                    "java.util.TimeZone java.time.ZoneId",
                    "java.time.ZoneOffset java.time.ZoneId",
                    "kotlin.UByte java.lang.Integer",
                    "kotlin.UShort java.lang.Integer",
                    "kotlin.UInt java.lang.Long",
                    "kotlin.ULong java.math.BigInteger",
                    "kotlin.text.Regex java.util.regex.Pattern",
                    "kotlin.time.Duration java.time.Duration",
                    "kotlin.time.Instant java.time.Instant",
                    "kotlin.uuid.Uuid java.util.UUID",
                    "java.lang.Comparable java.lang.Object",
                    "java.io.Serializable java.lang.Object")
            .map(pair -> pair.split(" "))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    /** The types that hold one value or none. */
    private static final List<String> HOLDERS =
            List.of("java.util.Optional", "java.util.concurrent.atomic.AtomicReference");

    /** The trees of other libraries, which an Object holds as maps and lists. */
    private static final List<String> TREES = List.of(
            "com.fasterxml.jackson.core.TreeNode",
            "tools.jackson.core.TreeNode",
            "com.google.gson.JsonElement",
            "jakarta.json.JsonValue");

    private final ModelContext scope;
    private final TypeRegister register;
    private final Predicate<TypeElement> isDocument;
    private @Nullable TypeMirror unknown;

    /**
     * Creates a search.
     *
     * @param isDocument tells whether a class is a document, or is to become one
     */
    NearestType(ModelContext scope, TypeRegister register, Predicate<TypeElement> isDocument) {
        this.scope = scope;
        this.register = register;
        this.isDocument = isDocument;
    }

    /** Returns the class in the type that nothing can take the place of. */
    Optional<TypeMirror> unknown() {
        return Optional.ofNullable(unknown);
    }

    /** Returns the nearest type, which is the type itself where that can be stored. */
    TypeMirror of(TypeMirror type) {
        if (register.find(scope.boxed(type)).isPresent()) {
            return type;
        }
        return switch (type.getKind()) {
            case ARRAY -> ofArray(((ArrayType) type).getComponentType());
            case WILDCARD -> ofWildcard((WildcardType) type);
            case TYPEVAR -> of(((TypeVariable) type).getUpperBound());
            case DECLARED -> ofDeclared((DeclaredType) type);
            default -> type;
        };
    }

    private TypeMirror ofArray(TypeMirror component) {
        TypeKind kind = component.getKind();
        if (kind == TypeKind.BYTE || TypeNames.erased(component).equals("java.lang.Byte")) {
            return scope.types().getArrayType(scope.types().getPrimitiveType(TypeKind.BYTE));
        }
        if (kind == TypeKind.CHAR || TypeNames.erased(component).equals("java.lang.Character")) {
            return scope.typeNamed(STRING);
        }
        TypeMirror nearest = of(component);
        return Conversion.canBeComponent(nearest) && scope.types().isSameType(nearest, component)
                ? scope.types().getArrayType(component)
                : generic(LIST, scope.boxed(nearest));
    }

    private TypeMirror ofWildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return of(type.getExtendsBound());
        }
        return type.getSuperBound() == null ? scope.typeNamed(OBJECT) : of(type.getSuperBound());
    }

    private TypeMirror ofDeclared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        String alike = ALIKE.get(element.getQualifiedName().toString());
        if (alike != null) {
            return scope.typeNamed(alike);
        }
        if (HOLDERS.contains(element.getQualifiedName().toString())) {
            return argument(type, 0);
        }
        if (isStored(type)) {
            return type;
        }
        Optional<TypeMirror> wrapped = Kotlin.wrapped(element);
        if (wrapped.isPresent()) {
            return scope.boxed(of(wrapped.get()));
        }
        if (TREES.stream().anyMatch(tree -> as(type, tree).isPresent())) {
            return scope.typeNamed(OBJECT);
        }
        Optional<CollectionShape> shape = CollectionShape.of(element).filter(known -> isSupported(known, type));
        Optional<DeclaredType> map = as(type, MAP);
        if (map.isPresent()) {
            String name = shape.map(CollectionShape::qualifiedName).orElse(MAP);
            return generic(name, key(map.get()), argument(map.get(), 1));
        }
        Optional<DeclaredType> set = as(type, SET);
        if (set.isPresent()) {
            TypeMirror inside = argument(set.get(), 0);
            String name = shape.map(CollectionShape::qualifiedName).orElse(SET);
            return generic(isScalar(inside) ? name : LIST, inside);
        }
        Optional<DeclaredType> list = as(type, "java.lang.Iterable").or(() -> as(type, "java.util.stream.BaseStream"));
        if (list.isPresent()) {
            return generic(shape.map(CollectionShape::qualifiedName).orElse(LIST), argument(list.get(), 0));
        }
        unknown = type;
        return type;
    }

    /** Returns the nearest type of a type argument; text where a raw type leaves it open. */
    private TypeMirror argument(DeclaredType type, int index) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return arguments.isEmpty() ? scope.typeNamed(STRING) : element(arguments.get(index));
    }

    /** Tells whether a class of collections is stored, if that of its elements is; a sorted one may lack an order. */
    private boolean isSupported(CollectionShape shape, DeclaredType type) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return !arguments.isEmpty()
                && arguments.get(0).getKind() != TypeKind.WILDCARD
                && (shape.kind() != Kind.MAP || TypeReader.isKey(scope, register, arguments.get(0)))
                && shape.takes(scope, arguments.get(0));
    }

    /** Returns the nearest type of the keys of a map; text for those that have none. */
    private TypeMirror key(DeclaredType map) {
        TypeMirror before = unknown;
        TypeMirror nearest = argument(map, 0);
        unknown = before;
        return TypeReader.isKey(scope, register, nearest) ? nearest : scope.typeNamed(STRING);
    }

    private TypeMirror element(TypeMirror type) {
        return scope.boxed(of(type));
    }

    private boolean isStored(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        return Scalars.find(element, type).isPresent()
                || TypeNames.erased(type).equals("java.sql.Timestamp")
                || Scalars.isEnum(element)
                || AnnotationUse.find(element, Document.class).isPresent()
                        && (!Hierarchy.isAbstract(element) || Subtypes.arePart(element));
    }

    /** Tells whether DynamoDB has sets of a type. */
    private boolean isScalar(TypeMirror type) {
        Optional<StoredConstant> registered = register.find(type);
        if (registered.isPresent()) {
            return registered.get().kind().isScalar();
        }
        if (!(type instanceof DeclaredType declared)) {
            return type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE;
        }
        TypeElement element = (TypeElement) declared.asElement();
        return Scalars.find(element, type)
                .map(stored -> stored.kind().isScalar())
                .orElseGet(() -> Scalars.isEnum(element)
                        || !isDocument.test(element)
                                && as(declared, "java.lang.Iterable").isEmpty()
                                && as(declared, MAP).isEmpty());
    }

    private TypeMirror generic(String name, TypeMirror... arguments) {
        return scope.types().getDeclaredType(scope.elements().getTypeElement(name), arguments);
    }

    /** Returns a type as one of its supertypes, with the type arguments of that. */
    private Optional<DeclaredType> as(TypeMirror type, String name) {
        if (type instanceof DeclaredType declared && TypeNames.erased(type).equals(name)) {
            return Optional.of(declared);
        }
        return scope.types().directSupertypes(type).stream()
                .flatMap(above -> as(above, name).stream())
                .findFirst();
    }
}
