package io.bloop.processor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Prints types as source code has them, without the annotations on them. */
final class TypeNames {

    private TypeNames() {}

    /** Returns a type for people, with simple names. */
    static String simple(TypeMirror type) {
        return print(type, element -> element.getSimpleName().toString());
    }

    /** Returns the class of a type with its package, without its type arguments; a primitive by its keyword. */
    static String erased(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : simple(type);
    }

    /** Returns what an Optional holds; nothing for any other type, and for one that leaves it open. */
    static Optional<TypeMirror> held(TypeMirror type) {
        return type instanceof DeclaredType declared && erased(type).equals("java.util.Optional")
                ? declared.getTypeArguments().stream()
                        .<TypeMirror>map(held -> held)
                        .findFirst()
                : Optional.empty();
    }

    static String print(TypeMirror type, Function<TypeElement, String> name) {
        return switch (type.getKind()) {
            case DECLARED -> {
                DeclaredType declared = (DeclaredType) type;
                yield name.apply((TypeElement) declared.asElement()) + arguments(declared.getTypeArguments(), name);
            }
            case ARRAY -> print(((ArrayType) type).getComponentType(), name) + "[]";
            case TYPEVAR -> ((TypeVariable) type).asElement().getSimpleName().toString();
            case WILDCARD -> wildcard((WildcardType) type, name);
            case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE ->
                type.getKind().name().toLowerCase(Locale.ROOT);
            default -> type.toString();
        };
    }

    private static String arguments(List<? extends TypeMirror> arguments, Function<TypeElement, String> name) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(argument -> print(argument, name)).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String wildcard(WildcardType type, Function<TypeElement, String> name) {
        if (type.getExtendsBound() != null) {
            return "? extends " + print(type.getExtendsBound(), name);
        }
        return type.getSuperBound() == null ? "?" : "? super " + print(type.getSuperBound(), name);
    }
}
