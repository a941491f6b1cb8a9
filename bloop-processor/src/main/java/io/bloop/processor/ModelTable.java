package io.bloop.processor;

import io.bloop.annotation.Table;
import io.bloop.rule.TableFacts;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;

/**
 * Is what an annotated model wants of its table.
 *
 * @param mark the annotation, if there is one
 */
record ModelTable(Optional<Mark> mark) {

    static ModelTable read(Scope scope) {
        ModelTable table = new ModelTable(Mark.find(scope.model(), Table.class));
        List<String> stream = table.stream();
        if (stream.contains("KEYS") && (stream.contains("NEW") || stream.contains("OLD"))) {
            scope.error(
                    Spot.of(table.mark().orElseThrow(), "stream"),
                    "The table's stream cannot tell the keys and images both; keep KEYS, or NEW and OLD.");
        }
        return table;
    }

    Optional<String> name() {
        return mark.flatMap(found -> found.text("name"));
    }

    /** Returns the name of a setting's constant, unless that leaves it unset. */
    Optional<String> setting(String member) {
        return mark.flatMap(found -> found.constant(member)).filter(constant -> !constant.equals("UNSET"));
    }

    Optional<Long> units(String member) {
        return mark.flatMap(found -> found.number(member));
    }

    List<String> stream() {
        return mark.stream()
                .flatMap(found -> found.elements("stream").stream())
                .map(AnnotationValue::getValue)
                .filter(VariableElement.class::isInstance)
                .map(constant -> ((VariableElement) constant).getSimpleName().toString())
                .toList();
    }

    TableFacts facts() {
        return new TableFacts(
                name().orElse(null),
                setting("billing").filter("ON_DEMAND"::equals).isPresent(),
                units("readUnits").orElse(null),
                units("writeUnits").orElse(null));
    }
}
