package io.bloop.processor;

import io.bloop.annotation.Default;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.KeepInitial;
import io.bloop.annotation.KeyOnly;
import io.bloop.annotation.RangeKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds how objects are made that have the initial values of members, as far as they are not made with these members anyway. */
final class InitialReader {

    private final ModelContext scope;
    private final Creation creation;
    private final List<String> kept;

    private InitialReader(ModelContext scope, List<ModelColumn> columns, Creation creation) {
        this.scope = scope;
        this.creation = creation;
        this.kept = columns.stream()
                .filter(InitialReader::isKept)
                .map(ModelColumn::name)
                .filter(creation::takes)
                .toList();
    }

    /** Tells whether a member keeps its initial value where its attribute is absent. */
    static boolean isKept(ModelColumn column) {
        return column.mark(KeepInitial.class).isPresent();
    }

    /**
     * Returns how objects with initial values are made.
     *
     * @param creation how objects are made with all their values
     * @return empty where objects are made without the members that keep their initial values
     */
    static Optional<Creation> of(ModelContext scope, List<ModelColumn> columns, Creation creation) {
        InitialReader reader = new InitialReader(scope, columns, creation);
        return reader.kept.isEmpty() ? Optional.empty() : reader.find();
    }

    /** Reports members that cannot keep an initial value. */
    static void check(ModelContext scope, List<ModelColumn> columns) {
        boolean isAny = false;
        for (ModelColumn column : columns) {
            Optional<AnnotationUse> mark = column.mark(KeepInitial.class);
            String problem = mark.isPresent() ? problem(column) : null;
            if (problem != null) {
                scope.error(
                        Spot.of(mark.orElseThrow()),
                        scope.part(column.name()) + " is marked with @KeepInitial and " + problem);
            }
            isAny |= mark.isPresent() && problem == null;
        }
        if (isAny && !scope.isAbstract()) {
            checkCreation(scope, columns);
        }
    }

    private static void checkCreation(ModelContext scope, List<ModelColumn> columns) {
        Creation creation = CreationReader.of(scope);
        InitialReader reader = new InitialReader(scope, columns, creation);
        if (creation != Creation.UNKNOWN
                && !reader.kept.isEmpty()
                && reader.find().isEmpty()) {
            ModelColumn column = ModelColumn.named(columns, reader.kept.get(0)).orElseThrow();
            scope.missing(
                    column.spot(KeepInitial.class),
                    scope.part(column.name()) + " is marked with @KeepInitial, and " + reader.what()
                            + ", so that no object of " + scope.name()
                            + " has an initial value; add one without it, not private and without exceptions, or use "
                            + "@Default.");
        }
    }

    private static @Nullable String problem(ModelColumn column) {
        if (Stream.of(HashKey.class, RangeKey.class, KeyOnly.class)
                .anyMatch(key -> column.mark(key).isPresent())) {
            return "is a key, which is never absent; take @KeepInitial away.";
        }
        if (!column.stamps().isEmpty()) {
            return "written by the engine itself; take @KeepInitial away.";
        }
        if (column.member().isComputed()) {
            return "computed, so that it is never read; take @KeepInitial away.";
        }
        return column.mark(Default.class).isPresent() ? "@Default, which both say what is absent; keep one." : null;
    }

    /** Says which constructors or methods take the members, as the part of a sentence. */
    private String what() {
        List<ExecutableElement> taking =
                candidates().filter(one -> !isWithout(one)).toList();
        return taking.stream().map(new CallCheck(scope, Map.of())::print).collect(Collectors.joining(", "))
                + (taking.size() > 1 ? " take " : " takes ")
                + (kept.size() > 1 ? "what keeps its initial value" : "it");
    }

    private Optional<Creation> find() {
        if (creation.building().isPresent()) {
            Building building = creation.building().get();
            List<Building.Setter> left = building.setters().stream()
                    .filter(setter -> !kept.contains(setter.parameter().name()))
                    .toList();
            return creation.parameters().stream().anyMatch(parameter -> kept.contains(parameter.name()))
                    ? Optional.empty()
                    : Optional.of(creation.with(new Building(left, building.build())));
        }
        Map<String, TypeMirror> members = new LinkedHashMap<>();
        MemberReader.candidates(scope.model()).forEach((name, element) -> members.put(name, scope.valueOf(element)));
        CallCheck check = new CallCheck(scope, members);
        List<ExecutableElement> fitting = CreationReader.most(candidates()
                .filter(one -> check.problem(one) == null && isWithout(one))
                .toList());
        return fitting.size() == 1 ? Optional.of(Creation.by(fitting.get(0))) : Optional.empty();
    }

    private boolean isWithout(ExecutableElement executable) {
        return kept.stream().noneMatch(Creation.by(executable)::takes);
    }

    /** Returns what makes objects in the way in which they are made with all their values. */
    private Stream<ExecutableElement> candidates() {
        TypeElement owner = creation.owner().orElse(scope.model());
        return creation.method()
                .map(name -> ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                        .filter(method -> method.getSimpleName().contentEquals(name)
                                && method.getModifiers().contains(Modifier.STATIC)))
                .orElseGet(() -> ElementFilter.constructorsIn(owner.getEnclosedElements()).stream());
    }
}
