package io.bloop.processor;

import java.util.Arrays;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Names the collections and maps that members can be, each of which is stored as a set, a list or a map. */
enum CollectionShape {
    SET("java.util.Set", Kind.SET, ""),
    ENUM_SET("java.util.EnumSet", Kind.SET, "enums"),
    SORTED_SET("java.util.SortedSet", Kind.SET, "sorted"),
    NAVIGABLE_SET("java.util.NavigableSet", Kind.SET, "sorted"),
    LIST("java.util.List", Kind.LIST, ""),
    COLLECTION("java.util.Collection", Kind.LIST, ""),
    QUEUE("java.util.Queue", Kind.LIST, "deque"),
    DEQUE("java.util.Deque", Kind.LIST, "deque"),
    MAP("java.util.Map", Kind.MAP, ""),
    ENUM_MAP("java.util.EnumMap", Kind.MAP, "enums"),
    SORTED_MAP("java.util.SortedMap", Kind.MAP, "sorted"),
    NAVIGABLE_MAP("java.util.NavigableMap", Kind.MAP, "sorted");

    private final String qualifiedName;
    private final Kind kind;
    private final String conversion;

    CollectionShape(String qualifiedName, Kind kind, String conversion) {
        this.qualifiedName = qualifiedName;
        this.kind = kind;
        this.conversion = conversion;
    }

    static Optional<CollectionShape> of(TypeElement type) {
        return Arrays.stream(values())
                .filter(shape -> type.getQualifiedName().contentEquals(shape.qualifiedName))
                .findFirst();
    }

    /** Returns the shape of the values that columns of a kind have: of a set, a list or a map. */
    static CollectionShape plain(Kind kind) {
        return Arrays.stream(values())
                .filter(shape -> shape.isPlain() && shape.kind == kind)
                .findFirst()
                .orElseThrow();
    }

    String qualifiedName() {
        return qualifiedName;
    }

    Kind kind() {
        return kind;
    }

    /** Tells whether values are those that a column of the kind has. */
    boolean isPlain() {
        return this == SET || this == LIST || this == MAP;
    }

    /** Tells whether values can be stored as they are. */
    boolean isStored() {
        return kind != Kind.LIST || this == LIST;
    }

    /** Spells how one is made of a set, a list or a map. */
    String spell(Imports imports, TypeMirror first, String value) {
        if (conversion.isEmpty()) {
            return value;
        }
        String type = conversion.equals("enums") ? imports.type(first) + ".class, " : "";
        return Conversion.call(imports, conversion, type + value);
    }

    /** Tells whether elements or keys of a class can be in one: they may need an order. */
    boolean takes(ModelContext scope, TypeMirror first) {
        if (conversion.equals("enums")) {
            return first instanceof DeclaredType declared && Scalars.isEnum((TypeElement) declared.asElement());
        }
        if (!conversion.equals("sorted")) {
            return true;
        }
        boolean isBytes = kind == Kind.SET && first.getKind() == TypeKind.ARRAY;
        TypeMirror comparable = scope.types().erasure(scope.typeNamed("java.lang.Comparable"));
        return isBytes || scope.types().isAssignable(first, comparable);
    }
}
