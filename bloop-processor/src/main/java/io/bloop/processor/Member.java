package io.bloop.processor;

import io.bloop.annotation.Computed;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A field, a record component or a getter that is a column.
 *
 * @param name its Java name
 * @param type its type as the model has it
 * @param element itself
 * @param marks the annotations on it, and on getters for it
 */
record Member(String name, TypeMirror type, Element element, ColumnAnnotations marks) {

    /** Tells whether it is a getter without a field. */
    boolean isComputed() {
        return element instanceof ExecutableElement && marks.has(Computed.class);
    }
}
