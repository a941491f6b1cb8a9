package io.bloop.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Tells what Lombok still has to add to a class before it can be read, if Lombok is among the processors. */
final class Lombok {

    private static final String PACKAGE = "lombok.";

    /** The annotations that give a class a constructor in place of the one that the compiler would give it. */
    private static final Set<String> CONSTRUCTORS = Set.of(
            "Value",
            "Data",
            "NoArgsConstructor",
            "AllArgsConstructor",
            "RequiredArgsConstructor",
            "Builder",
            "experimental.SuperBuilder");

    private Lombok() {}

    /** Returns the annotation whose work is still to be done. */
    static Optional<String> pending(ModelContext scope) {
        return annotations(scope.model())
                .filter(CONSTRUCTORS::contains)
                .filter(name -> hasOnlyImplicitConstructor(scope) || name.equals("Value") && hasOpenField(scope))
                .findFirst();
    }

    private static Stream<String> annotations(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(mirror -> mirror.getAnnotationType().toString())
                .filter(name -> name.startsWith(PACKAGE))
                .map(name -> name.substring(PACKAGE.length()));
    }

    private static boolean hasOnlyImplicitConstructor(ModelContext scope) {
        List<ExecutableElement> constructors =
                ElementFilter.constructorsIn(scope.model().getEnclosedElements());
        return constructors.stream().allMatch(one -> scope.elements().getOrigin(one) == Elements.Origin.MANDATED);
    }

    /** Tells whether a field is not final yet, because {@code @Value} makes all fields final that do not say otherwise. */
    private static boolean hasOpenField(ModelContext scope) {
        for (VariableElement field : ElementFilter.fieldsIn(scope.model().getEnclosedElements())) {
            boolean isOpen = !field.getModifiers().contains(Modifier.STATIC)
                    && !field.getModifiers().contains(Modifier.FINAL)
                    && annotations(field).noneMatch("experimental.NonFinal"::equals);
            if (isOpen) {
                return true;
            }
        }
        return false;
    }
}
