package io.bloop.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;

/**
 * How a column or an element is stored.
 *
 * @param kind the kind of the type
 * @param arguments the type arguments of columns and paths: the Java type of the values, or of the elements of a set or a
 *     list, or of the keys and the values of a map
 * @param value the Java type of the values
 * @param code the expression that names the type
 * @param nesting the paths inside of it, where it holds documents
 * @param conversion how a member's value becomes such a value, where it is of another Java type
 * @param hasOneWidth whether it is known that the stored texts of all values have one length
 */
record StoredType(
        Kind kind,
        List<TypeMirror> arguments,
        TypeMirror value,
        Code code,
        Optional<Nesting> nesting,
        Optional<Conversion> conversion,
        boolean hasOneWidth) {

    /** A type whose texts may be of any length. */
    StoredType(
            Kind kind,
            List<TypeMirror> arguments,
            TypeMirror value,
            Code code,
            Optional<Nesting> nesting,
            Optional<Conversion> conversion) {
        this(kind, arguments, value, code, nesting, conversion, false);
    }

    /** A type whose values are what members have. */
    StoredType(Kind kind, TypeMirror value, Code code) {
        this(kind, List.of(value), value, code, Optional.empty(), Optional.empty());
    }

    /** An expression that knows what it imports. */
    interface Code {
        String print(Imports imports);
    }

    StoredType with(Conversion next) {
        return new StoredType(kind, arguments, value, code, nesting, Optional.of(next), hasOneWidth);
    }

    /** Returns the type arguments of a column or a path after the class of the model's objects. */
    String arguments(Imports imports) {
        return arguments.stream().map(argument -> ", " + imports.type(argument)).collect(Collectors.joining());
    }
}
