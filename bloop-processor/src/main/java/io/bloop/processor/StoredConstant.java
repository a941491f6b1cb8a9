package io.bloop.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The constant that {@code @StoredWith} names.
 *
 * @param holder the class that has it
 * @param field itself
 * @param kind the kind of its type
 * @param argument the Java type of the values, or of the elements of a set, a list or a map
 * @param value the Java type of the values
 */
record StoredConstant(TypeElement holder, VariableElement field, Kind kind, TypeMirror argument, TypeMirror value) {

    /** Returns the constant as source code has it, with simple names. */
    String name() {
        return holder.getSimpleName() + "." + field.getSimpleName();
    }

    StoredType stored() {
        return new StoredType(
                kind,
                argument,
                imports -> imports.member(holder, field.getSimpleName().toString()));
    }
}
