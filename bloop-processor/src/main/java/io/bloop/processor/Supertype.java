package io.bloop.processor;

import io.bloop.annotation.Ignored;
import io.bloop.annotation.Model;
import io.bloop.annotation.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Knows which abstract types are the supertypes of models, and which models these are. */
final class Supertype {

    private static final String MODELS = "models";
    private static final String NAME = "name";

    private final ModelContext scope;
    private final Spot spot;
    private final List<TypeElement> models = new ArrayList<>();
    private final Set<TypeElement> seen = new HashSet<>();

    private Supertype(ModelContext scope) {
        this.scope = scope;
        this.spot = AnnotationUse.find(scope.model(), Model.class)
                .map(mark -> mark.value(MODELS).isPresent() ? Spot.of(mark, MODELS) : Spot.of(mark))
                .orElseGet(() -> Spot.of(scope.model()));
    }

    /** Tells whether a class is abstract, and the supertype of models that share a table. */
    static boolean is(TypeElement type) {
        return Hierarchy.isAbstract(type)
                && AnnotationUse.find(type, Model.class).isPresent()
                && name(type).isPresent()
                && (!named(type).isEmpty() || isSealed(type));
    }

    private static boolean isSealed(TypeElement type) {
        return !Hierarchy.permitted(type).isEmpty();
    }

    private static Optional<String> name(TypeElement type) {
        return AnnotationUse.find(type, Table.class).flatMap(mark -> mark.text(NAME));
    }

    private static List<TypeElement> named(TypeElement type) {
        return AnnotationUse.find(type, Model.class)
                .map(mark -> mark.classes(MODELS))
                .orElse(List.of());
    }

    private static boolean isMarked(TypeElement type) {
        return AnnotationUse.find(type, Model.class).isPresent();
    }

    private static boolean isIgnored(TypeElement type) {
        return AnnotationUse.find(type, Ignored.class).isPresent();
    }

    /** Returns the models of a supertype in their order, and reports types that are none and do not say so. */
    static List<TypeElement> models(ModelContext scope) {
        Supertype supertype = new Supertype(scope);
        List<TypeElement> named = named(scope.model());
        if (named.isEmpty()) {
            supertype.collect(scope.model());
        } else {
            named.forEach(supertype::addNamed);
            if (isSealed(scope.model())) {
                scope.error(
                        supertype.spot,
                        scope.name()
                                + " is sealed, so that its permitted types say which its models are; leave 'models' "
                                + "out.");
            }
        }
        if (supertype.models.isEmpty() && !scope.problems().hasErrors()) {
            scope.error(
                    supertype.spot,
                    scope.name() + " is the supertype of no model; mark its permitted types with @Model.");
        }
        return supertype.models;
    }

    private void addNamed(TypeElement type) {
        boolean extendsIt = scope.types()
                .isSubtype(
                        scope.types().erasure(type.asType()),
                        scope.types().erasure(scope.model().asType()));
        if (!extendsIt || !isMarked(type)) {
            scope.error(
                    spot,
                    type.getSimpleName() + " is named as a model of " + scope.name() + " and "
                            + (extendsIt ? "is no model; mark it with @Model" : "is no subtype of it; make it one")
                            + ", or leave it out.");
        } else {
            add(type);
        }
    }

    private void collect(TypeElement type) {
        Hierarchy.permitted(type).stream().filter(seen::add).forEach(this::add);
    }

    private void add(TypeElement type) {
        if (isIgnored(type)) {
            return;
        }
        if (!Hierarchy.isAbstract(type) && isMarked(type)) {
            models.add(type);
            if (!scope.isAccessible(type)) {
                scope.error(
                        spot,
                        type.getSimpleName() + " is a model of " + scope.name() + ", and " + scope.generated()
                                + " cannot reach it; make it public.");
            }
            // other permitted types of a model are objects of it
            Hierarchy.permitted(type).stream()
                    .filter(Supertype::isMarked)
                    .filter(seen::add)
                    .forEach(this::add);
        } else if (is(type) && !isSealed(type)) {
            named(type).stream().filter(seen::add).forEach(this::add);
        } else if (isSealed(type)) {
            collect(type);
        } else {
            reportNone(type);
        }
    }

    private void reportNone(TypeElement type) {
        String what = type.getSimpleName() + ", a permitted type of " + scope.name() + ", ";
        if (Hierarchy.isAbstract(type)) {
            scope.error(
                    spot,
                    what
                            + "is abstract and not sealed, so that its models are not known; seal it, or mark it with @Ignored if "
                            + "it has no items.");
        } else {
            scope.error(spot, what + "is no model; mark it with @Model, or with @Ignored if it has no items.");
        }
    }

    /** Returns the supertypes of a class, those with a table, the nearest first. */
    private static List<TypeElement> above(TypeElement type) {
        List<TypeElement> classes = new ArrayList<>(Hierarchy.classes(type));
        Collections.reverse(classes);
        return Stream.concat(classes.stream(), Hierarchy.interfaces(type).stream())
                .filter(each -> !each.equals(type) && is(each))
                .distinct()
                .toList();
    }

    /** Returns the name of the table that the supertypes of a model give it, and reports where that cannot be. */
    static Optional<String> table(ModelContext scope) {
        Map<String, TypeElement> names = new LinkedHashMap<>();
        above(scope.model()).forEach(type -> names.putIfAbsent(name(type).orElseThrow(), type));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        name(scope.model()).ifPresent(own -> names.putIfAbsent(own, scope.model()));
        if (names.size() > 1) {
            List<String> told = new ArrayList<>();
            names.forEach((name, type) -> told.add("'" + name + "' by " + type.getSimpleName()));
            scope.error(
                    Spot.of(scope.model()),
                    "The table of " + scope.name() + " is named " + String.join(" and ", told)
                            + "; a supertype names the table of its models, so keep one name.");
        }
        checkNamed(scope);
        return names.keySet().stream().findFirst();
    }

    /** Reports a model that a supertype which is not sealed does not name. */
    private static void checkNamed(ModelContext scope) {
        if (scope.isAbstract()) {
            return;
        }
        for (TypeElement type : above(scope.model())) {
            List<TypeElement> named = named(type);
            if (!isSealed(type) && !named.contains(scope.model())) {
                scope.error(
                        Spot.of(scope.model()),
                        scope.name() + " is a model, and " + type.getSimpleName()
                                + ", its supertype, does not name it; name it " + "there with @Model(models = ...).");
            }
        }
    }

    /** Reports settings of a supertype's table, which only models have. */
    static void checkTable(ModelContext scope, AnnotationUse mark) {
        mark.mirror().getElementValues().forEach((member, value) -> {
            if (!member.getSimpleName().contentEquals(NAME)) {
                scope.error(
                        Spot.of(mark, value),
                        "The member '" + member.getSimpleName() + "' of @Table has no effect on " + scope.name()
                                + ", a supertype, which only names the table; put it on one of its models.");
            }
        });
    }

    /** Reports a class that says that it is no model where no supertype permits it. */
    static void checkIgnored(ModelContext scope) {
        TypeElement type = scope.model();
        boolean isPermitted = !above(type).isEmpty()
                && Stream.concat(Hierarchy.classes(type).stream(), Hierarchy.interfaces(type).stream())
                        .anyMatch(each -> Hierarchy.permitted(each).contains(type));
        AnnotationUse.find(type, Ignored.class)
                .filter(mark -> isMarked(type) || !isPermitted)
                .ifPresent(mark -> scope.error(
                        Spot.of(mark),
                        scope.name()
                                + " is marked with @Ignored, which on a class says that it is no model of the sealed "
                                + "supertype that permits it"
                                + (isMarked(type) ? ", and it is a model" : ", and none does")
                                + "; take the annotation away."));
    }

    /** Reports a class that names models in vain. */
    static void checkModels(ModelContext scope) {
        AnnotationUse.find(scope.model(), Model.class)
                .filter(mark -> !mark.elements(MODELS).isEmpty() && !is(scope.model()))
                .ifPresent(mark -> scope.error(
                        Spot.of(mark, MODELS),
                        scope.name() + " names models, and is no supertype with a table; "
                                + (scope.isAbstract()
                                        ? "name the table with @Table(name = ...), or leave the models out."
                                        : "leave them out.")));
    }
}
