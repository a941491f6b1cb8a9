package io.bloop.processor;

import io.bloop.annotation.From;
import io.bloop.annotation.ProjectionOf;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds {@link From} on what is no member of a projection. */
final class FromPlacement {

    private FromPlacement() {}

    /** Returns the class that an annotated element is in. */
    static Optional<TypeElement> owner(Element element) {
        Element next = element.getEnclosingElement();
        while (next != null && !(next instanceof TypeElement)) {
            next = next.getEnclosingElement();
        }
        return Optional.ofNullable((TypeElement) next);
    }

    /**
     * Checks an annotation.
     *
     * @param scope the class that the element is in
     */
    static void check(ModelContext scope, Element element) {
        if (AnnotationUse.find(scope.model(), ProjectionOf.class).isEmpty()) {
            AnnotationUse.find(element, From.class)
                    .ifPresent(mark -> scope.error(
                            Spot.of(mark),
                            "'" + element.getSimpleName() + "' is marked with @From, and " + scope.name()
                                    + " is no projection; mark it with @ProjectionOf, or take the annotation away."));
        }
    }
}
