package io.bloop.processor;

import io.bloop.type.Conversions;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Spells how the value of a member becomes one that its column stores, and back. */
interface Conversion {

    /** Spells what is stored of a member's value. */
    String toStored(Imports imports, String value, int depth);

    /** Spells what a member has of a stored value. */
    String toMember(Imports imports, String value, int depth);

    /** Spells a call of one of the library's functions. */
    static String call(Imports imports, String method, String arguments) {
        return imports.member(Conversions.class, method) + "(" + arguments + ")";
    }

    /** Spells the conversion of each element; a depth keeps the names of parameters apart. */
    private static String each(Imports imports, String value, String one, String converted) {
        return call(imports, "each", value + ", " + one + " -> " + converted);
    }

    private static String name(int depth) {
        return "one" + (depth == 0 ? "" : depth + 1);
    }

    /**
     * A collection or a map whose class or whose elements are not those that are stored.
     *
     * @param shape its class
     * @param first the class of its elements, or of its keys
     * @param element how an element or a value is converted, if it is
     */
    record OfCollection(CollectionShape shape, TypeMirror first, Optional<Conversion> element) implements Conversion {

        @Override
        public String toStored(Imports imports, String value, int depth) {
            String stored = shape.isStored() ? value : call(imports, "list", value);
            return element.map(
                            each -> each(imports, stored, name(depth), each.toStored(imports, name(depth), depth + 1)))
                    .orElse(stored);
        }

        @Override
        public String toMember(Imports imports, String value, int depth) {
            String converted = element.map(
                            each -> each(imports, value, name(depth), each.toMember(imports, name(depth), depth + 1)))
                    .orElse(value);
            return shape.spell(imports, first, converted);
        }
    }

    /**
     * An array.
     *
     * @param component the class of its elements
     * @param element how an element is converted, if it is
     */
    record OfArray(TypeMirror component, Optional<Conversion> element) implements Conversion {

        @Override
        public String toStored(Imports imports, String value, int depth) {
            String list = call(imports, "list", value);
            return element.map(each -> each(imports, list, name(depth), each.toStored(imports, name(depth), depth + 1)))
                    .orElse(list);
        }

        @Override
        public String toMember(Imports imports, String value, int depth) {
            if (component.getKind().isPrimitive()) {
                return call(imports, TypeNames.simple(component) + "s", value);
            }
            String list = element.map(
                            each -> each(imports, value, name(depth), each.toMember(imports, name(depth), depth + 1)))
                    .orElse(value);
            return call(imports, "array", list + ", " + imports.type(component) + "[]::new");
        }
    }

    /**
     * An optional, whose value is stored.
     *
     * @param held how that is converted, if it is
     */
    record OfOptional(Optional<Conversion> held) implements Conversion {

        @Override
        public String toStored(Imports imports, String value, int depth) {
            String present = call(imports, "value", value);
            return held.map(next -> next.toStored(imports, present, depth)).orElse(present);
        }

        @Override
        public String toMember(Imports imports, String value, int depth) {
            String held =
                    this.held.map(next -> next.toMember(imports, value, depth)).orElse(value);
            return imports.member(Optional.class, "ofNullable") + "(" + held + ")";
        }
    }

    /**
     * A moment of JDBC, which is stored as an Instant.
     *
     * @param type its class
     */
    record OfTimestamp(TypeElement type) implements Conversion {

        @Override
        public String toStored(Imports imports, String value, int depth) {
            return call(imports, "of", value + ", " + imports.type(type) + "::toInstant");
        }

        @Override
        public String toMember(Imports imports, String value, int depth) {
            return call(imports, "of", value + ", " + imports.type(type) + "::from");
        }
    }

    /** Tells whether an array of a type can be made, such as of a class without type arguments. */
    static boolean canBeComponent(TypeMirror component) {
        List<TypeKind> unstorable = List.of(TypeKind.CHAR, TypeKind.BYTE);
        return !unstorable.contains(component.getKind())
                && !TypeNames.simple(component).contains("<");
    }
}
