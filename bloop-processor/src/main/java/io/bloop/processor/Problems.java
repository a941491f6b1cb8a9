package io.bloop.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** Collects the mistakes of one model, so that all are reported at once, or none while the model has to wait. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    private boolean mayPass;

    private record Problem(Kind kind, Spot spot, String message) {}

    void error(Spot spot, String message) {
        found.add(new Problem(Kind.ERROR, spot, message));
    }

    /**
     * Reports that something is missing.
     *
     * @param mayPass whether another processor, such as Lombok, may add it yet
     */
    void missing(Spot spot, String message, boolean mayPass) {
        error(spot, message);
        this.mayPass |= mayPass;
    }

    /** Takes note that a later round could find less, of what others are told of. */
    void pass() {
        mayPass = true;
    }

    /** Tells whether a later round could find less. */
    boolean mayPass() {
        return mayPass;
    }

    void warning(Spot spot, String message) {
        found.add(new Problem(Kind.WARNING, spot, message));
    }

    boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.kind() == Kind.ERROR);
    }

    /**
     * Tells the compiler.
     *
     * @param model stands for elements that are not compiled now, which have no lines
     * @param told what was told of other models, which may have superclasses in common
     */
    void tell(ProcessingEnvironment environment, TypeElement model, Sources sources, Set<String> told) {
        for (Problem problem : found) {
            Spot spot = sources.contain(problem.spot().element()) ? problem.spot() : Spot.of(model);
            String place = spot.element().getEnclosingElement() + "." + spot.element();
            if (!told.add(place + ": " + problem.message())) {
                continue;
            }
            if (!RepeatedAnnotations.print(environment, problem.kind(), problem.message(), spot)) {
                environment
                        .getMessager()
                        .printMessage(problem.kind(), problem.message(), spot.element(), spot.mirror(), spot.value());
            }
        }
    }
}
