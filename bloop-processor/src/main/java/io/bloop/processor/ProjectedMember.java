package io.bloop.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A member of a projection.
 *
 * @param name its name
 * @param type its type
 * @param element the component, the parameter or the method
 * @param getter the name of the method of an interface; the member's name elsewhere
 * @param source the column or the place that it has the value of; empty where that is one of the mistakes
 */
record ProjectedMember(String name, TypeMirror type, Element element, String getter, Optional<Source> source) {

    /**
     * A column, or a place inside of one.
     *
     * @param path the fields, and the methods, that lead there from the constant of the model
     * @param last the column or the member of a document
     */
    record Source(List<String> path, ModelColumn last) {}
}
