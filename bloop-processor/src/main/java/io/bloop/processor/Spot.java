package io.bloop.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Where a message points: an element, or an annotation or a value on it. */
record Spot(
        Element element,
        @Nullable AnnotationUse mark,
        @Nullable AnnotationValue value) {

    static Spot of(Element element) {
        return new Spot(element, null, null);
    }

    static Spot of(AnnotationUse mark) {
        return new Spot(mark.element(), mark, null);
    }

    static Spot of(AnnotationUse mark, String member) {
        return new Spot(mark.element(), mark, mark.value(member).orElse(null));
    }

    static Spot of(AnnotationUse mark, AnnotationValue value) {
        return new Spot(mark.element(), mark, value);
    }

    @Nullable
    AnnotationMirror mirror() {
        return mark == null ? null : mark.mirror();
    }
}
