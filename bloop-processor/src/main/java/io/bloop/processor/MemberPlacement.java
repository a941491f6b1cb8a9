package io.bloop.processor;

import io.bloop.annotation.BloopRepository;
import io.bloop.annotation.Filter;
import io.bloop.annotation.From;
import io.bloop.annotation.ProjectionOf;
import io.bloop.annotation.Scan;
import io.bloop.annotation.UseIndex;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds annotations of members of projections, and of methods of repositories, on what is neither. */
final class MemberPlacement {

    /** The annotations. */
    static final List<Class<? extends Annotation>> ANNOTATIONS =
            List.of(From.class, Scan.class, UseIndex.class, Filter.class);

    private MemberPlacement() {}

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
    static void check(ModelContext scope, Element element, Class<? extends Annotation> annotation) {
        boolean isOfProjection = annotation == From.class;
        Class<? extends Annotation> wanted = isOfProjection ? ProjectionOf.class : BloopRepository.class;
        boolean isPlaced = AnnotationUse.find(scope.model(), wanted).isPresent()
                // a projection or a repository may extend it
                || scope.model().getKind().isInterface();
        if (!isPlaced) {
            AnnotationUse.find(element, annotation)
                    .ifPresent(mark -> scope.error(
                            Spot.of(mark),
                            "'" + element.getSimpleName() + "' is marked with @" + annotation.getSimpleName() + ", and "
                                    + scope.name() + " is no " + (isOfProjection ? "projection" : "repository")
                                    + "; mark it with @" + wanted.getSimpleName() + ", or take the annotation away."));
        }
    }
}
