package io.bloop.processor;

import io.bloop.annotation.Computed;
import io.bloop.annotation.Ignored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
     * Returns the fields, and the getters of an abstract class with objects, that could be columns, by name; a superclass's
     * stand before the model's own. A record's fields have the annotations of its components, and in the eyes of the compiler
     * a line, unlike those.
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
        if (Properties.areMembers(model)) {
            found.putAll(Properties.of(model));
        }
        return found;
    }

    /** Tells whether a field is no member, whatever it is marked with. */
    static boolean isLeftOut(VariableElement field) {
        Set<Modifier> modifiers = field.getModifiers();
        return modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.TRANSIENT);
    }

    List<Member> read() {
        List<Member> members = new ArrayList<>();
        candidates(scope.model()).forEach((name, element) -> {
            ColumnAnnotations marks = getters.of(name, element);
            marks.get(Computed.class)
                    .ifPresent(mark -> scope.error(
                            Spot.of(mark),
                            scope.part(name)
                                    + " is marked with @Computed, which is for a getter without a field; take the "
                                    + "annotation away, or remove the field."));
            if (!marks.has(Ignored.class)) {
                members.add(new Member(name, scope.valueOf(element), element, marks));
            }
        });
        members.addAll(getters.computed());
        getters.checkUse();
        Stream.concat(Hierarchy.classes(scope.model()).stream(), Hierarchy.interfaces(scope.model()).stream())
                .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream())
                .filter(MemberReader::isLeftOut)
                .forEach(field -> leftOut(field).ifPresent(mark -> scope.error(Spot.of(mark), leftOut(field, mark))));
        return members;
    }

    /** Returns an annotation of a field that is no column, which says something of a column. */
    static Optional<AnnotationUse> leftOut(VariableElement field) {
        return isLeftOut(field) ? ColumnAnnotations.on(field).other(Ignored.class) : Optional.empty();
    }

    /** Signals that a field which is no column is marked as if it were. */
    static String leftOut(VariableElement field, AnnotationUse mark) {
        String why = field.getModifiers().contains(Modifier.STATIC) ? "static" : "transient";
        return AnnotatedGetters.leftOut(field.getSimpleName().toString(), why, mark);
    }
}
