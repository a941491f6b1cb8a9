package io.bloop.processor;

import io.bloop.annotation.Ignored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Finds the members of a model that are columns, its own and the inherited ones. */
final class MemberReader {

    private final ModelContext scope;
    private final AnnotatedGetters getters;

    MemberReader(ModelContext scope) {
        this.scope = scope;
        this.getters = new AnnotatedGetters(scope);
    }

    /**
     * Returns the fields that could be columns, by name; a superclass's stand before the model's own. A record's have
     * the annotations of its components, and in the eyes of the compiler a line, unlike those.
     */
    static Map<String, Element> candidates(TypeElement model) {
        Map<String, Element> found = new LinkedHashMap<>();
        for (TypeElement type : Hierarchy.classes(model)) {
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                if (!isLeftOut(field)) {
                    found.put(field.getSimpleName().toString(), field);
                }
            }
        }
        return found;
    }

    private static boolean isLeftOut(VariableElement field) {
        Set<Modifier> modifiers = field.getModifiers();
        return modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.TRANSIENT);
    }

    List<Member> read() {
        List<Member> members = new ArrayList<>();
        candidates(scope.model()).forEach((name, element) -> {
            ColumnAnnotations marks = getters.of(name, element);
            if (marks.has(Ignored.class)) {
                checkIgnored(ColumnAnnotations.on(element), element);
            } else {
                members.add(new Member(name, scope.typeOf(element), element, marks));
            }
        });
        getters.checkUse();
        for (TypeElement type : Hierarchy.classes(scope.model())) {
            ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                    .filter(MemberReader::isLeftOut)
                    .forEach(this::checkLeftOut);
        }
        return members;
    }

    private void checkIgnored(ColumnAnnotations own, Element element) {
        if (own.has(Ignored.class) && own.byType().size() > 1) {
            checkMarks(own, element, "@Ignored");
        }
    }

    private void checkLeftOut(VariableElement field) {
        ColumnAnnotations marks = ColumnAnnotations.on(field);
        if (!marks.isEmpty() && !(marks.has(Ignored.class) && marks.byType().size() == 1)) {
            checkMarks(marks, field, field.getModifiers().contains(Modifier.STATIC) ? "static" : "transient");
        }
    }

    private void checkMarks(ColumnAnnotations marks, Element element, String why) {
        AnnotationUse first = marks.byType().values().stream()
                .filter(mark -> !mark.is(Ignored.class))
                .findFirst()
                .orElseThrow();
        String message = "'" + element.getSimpleName() + "' is " + why + " and so no column, and is marked with "
                + first + "; take one of the two away.";
        scope.error(Spot.of(first), message);
    }
}
