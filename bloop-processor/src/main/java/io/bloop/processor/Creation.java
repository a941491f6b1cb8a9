package io.bloop.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * How objects of a class are made: by its constructor or a static method of it, with some of its members.
 *
 * @param method the static method; empty where it is a constructor
 * @param parameters what it takes, in order
 */
record Creation(Optional<String> method, List<Parameter> parameters) {

    /** The constructor that takes nothing. */
    static final Creation EMPTY = new Creation(Optional.empty(), List.of());

    /** Stands for what was not found, which is reported; nothing else is to be reported because of it. */
    static final Creation UNKNOWN = new Creation(Optional.of("unknown"), List.of());

    /**
     * A parameter, which has the name of a member.
     *
     * @param type its type
     * @param element itself
     */
    record Parameter(String name, TypeMirror type, Element element) {}

    static Creation by(ExecutableElement executable) {
        Optional<String> method = executable.getKind() == ElementKind.CONSTRUCTOR
                ? Optional.empty()
                : Optional.of(executable.getSimpleName().toString());
        return new Creation(
                method,
                executable.getParameters().stream().map(Creation::parameter).toList());
    }

    static Creation ofRecord(TypeElement type) {
        return new Creation(
                Optional.empty(),
                type.getRecordComponents().stream().map(Creation::component).toList());
    }

    private static Parameter parameter(VariableElement parameter) {
        return new Parameter(parameter.getSimpleName().toString(), parameter.asType(), parameter);
    }

    private static Parameter component(RecordComponentElement component) {
        return new Parameter(component.getSimpleName().toString(), component.asType(), component);
    }

    /** Tells whether a member is given when the object is made. */
    boolean takes(String member) {
        return this == UNKNOWN
                || parameters.stream().anyMatch(parameter -> parameter.name().equals(member));
    }
}
