package io.bloop.processor;

import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A field or a record component that is a column.
 *
 * @param name its Java name
 * @param type its type as the model has it
 * @param element itself
 * @param marks the annotations on it, and on getters for it
 */
record Member(String name, TypeMirror type, Element element, ColumnAnnotations marks) {}
