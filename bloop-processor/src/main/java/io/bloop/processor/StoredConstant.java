package io.bloop.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The constant that {@code @StoredWith} names.
 *
 * @param holder the class that has it
 * @param field itself
 * @param kind the kind of its type
 * @param arguments the type arguments of a column of the type
 * @param value the Java type of the values
 */
record StoredConstant(
        TypeElement holder, VariableElement field, Kind kind, List<TypeMirror> arguments, TypeMirror value) {

    /** Returns the constant as source code has it, with simple names. */
    String name() {
        return holder.getSimpleName() + "." + field.getSimpleName();
    }

    StoredType stored() {
        return new StoredType(
                kind,
                arguments,
                value,
                imports -> imports.member(holder, field.getSimpleName().toString()),
                Optional.empty(),
                Optional.empty());
    }
}
