package io.bloop.processor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * How objects of a class are made: by a constructor or a static method, with some of its members; or by a builder that is
 * made so.
 *
 * @param owner the class that has the constructor or the method; empty where it is the class itself
 * @param method the static method; empty where it is a constructor
 * @param parameters what it takes, in order
 * @param building what is done with the builder that it makes; empty where it makes the object
 */
record Creation(
        Optional<TypeElement> owner, Optional<String> method, List<Parameter> parameters, Optional<Building> building) {

    /** The constructor that takes nothing. */
    static final Creation EMPTY = new Creation(Optional.empty(), List.of());

    /** Stands for what was not found, which is reported; nothing else is to be reported because of it. */
    static final Creation UNKNOWN = new Creation(Optional.of("unknown"), List.of());

    private Creation(Optional<String> method, List<Parameter> parameters) {
        this(Optional.empty(), method, parameters, Optional.empty());
    }

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
                Optional.of((TypeElement) Objects.requireNonNull(executable.getEnclosingElement())),
                method,
                executable.getParameters().stream().map(Creation::parameter).toList(),
                Optional.empty());
    }

    static Creation ofRecord(TypeElement type) {
        return new Creation(
                Optional.empty(),
                type.getRecordComponents().stream().map(Creation::component).toList());
    }

    Creation with(Building building) {
        return new Creation(owner, method, parameters, Optional.of(building));
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
                || parameters.stream().anyMatch(parameter -> parameter.name().equals(member))
                || building.flatMap(builder -> builder.setter(member)).isPresent();
    }
}
