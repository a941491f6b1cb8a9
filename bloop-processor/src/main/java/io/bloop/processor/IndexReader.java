package io.bloop.processor;

import io.bloop.Suggestion;
import io.bloop.annotation.GlobalSecondaryIndex;
import io.bloop.annotation.LocalSecondaryIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads the indexes of a model, with those of its superclasses and interfaces. */
final class IndexReader {

    private final ModelContext scope;
    private final List<ModelColumn> members;
    private final TemplateReader templates;

    IndexReader(ModelContext scope, List<ModelColumn> members, TemplateReader templates) {
        this.scope = scope;
        this.members = members;
        this.templates = templates;
    }

    private List<ModelColumn> columns() {
        return Stream.concat(members.stream(), templates.columns().stream()).toList();
    }

    List<ModelIndex> read() {
        Map<String, List<AnnotationUse>> byName = new LinkedHashMap<>();
        Stream.concat(Hierarchy.interfaces(scope.model()).stream(), Hierarchy.classes(scope.model()).stream())
                .flatMap(IndexReader::marks)
                .forEach(mark -> byName.computeIfAbsent(mark.text("name").orElse(""), name -> new ArrayList<>())
                        .add(mark));
        return byName.values().stream()
                .flatMap(marks -> notOverridden(marks).stream())
                .map(this::index)
                .toList();
    }

    /** Returns the indexes of one name but those that a subtype declares again; parents may not differ. */
    private List<AnnotationUse> notOverridden(List<AnnotationUse> marks) {
        List<AnnotationUse> nearest = marks.stream()
                .filter(mark -> marks.stream().noneMatch(other -> isBelow(other.element(), mark.element())))
                .toList();
        AnnotationUse first = nearest.get(0);
        List<AnnotationUse> own = nearest.stream()
                .filter(mark -> mark.element().equals(first.element()))
                .toList();
        nearest.stream()
                .filter(mark -> !mark.element().equals(first.element()))
                .filter(mark -> !mark.toString().equals(first.toString()))
                .findFirst()
                .ifPresent(other -> scope.error(
                        Spot.of(scope.model()),
                        "Index '" + first.text("name").orElse("") + "' is declared by both "
                                + first.element().getSimpleName() + " and "
                                + other.element().getSimpleName() + ", in two ways; declare the one that is meant on "
                                + scope.name() + " itself."));
        return own;
    }

    private boolean isBelow(Element element, Element other) {
        return !element.equals(other)
                && scope.types()
                        .isSubtype(
                                scope.types().erasure(element.asType()),
                                scope.types().erasure(other.asType()));
    }

    private static Stream<AnnotationUse> marks(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .map(mirror -> new AnnotationUse(type, mirror))
                .flatMap(IndexReader::unwrapped)
                .filter(mark -> mark.is(GlobalSecondaryIndex.class) || mark.is(LocalSecondaryIndex.class));
    }

    private static Stream<AnnotationUse> unwrapped(AnnotationUse mark) {
        boolean isContainer = mark.is(GlobalSecondaryIndex.All.class) || mark.is(LocalSecondaryIndex.All.class);
        if (!isContainer) {
            return Stream.of(mark);
        }
        List<AnnotationValue> contained = mark.elements("value");
        return IntStream.range(0, contained.size())
                .mapToObj(i -> new AnnotationUse(
                        mark.element(), (AnnotationMirror) contained.get(i).getValue(), i));
    }

    private ModelIndex index(AnnotationUse mark) {
        String what = "Index '" + mark.text("name").orElse("") + "'";
        List<AnnotationValue> range = mark.is(GlobalSecondaryIndex.class)
                ? mark.elements("rangeKey")
                : mark.value("rangeKey").stream().toList();
        ModelIndex index = new ModelIndex(
                mark,
                keys(what + " has the hash key", mark, mark.elements("hashKey"), "hashKey", "PK"),
                keys(what + " has the range key", mark, range, "rangeKey", "SK"),
                columns(what + " projects", mark, mark.elements("include")));
        check(what, index);
        return index;
    }

    private void check(String what, ModelIndex index) {
        AnnotationUse mark = index.mark();
        String name = index.name();
        if (!name.isEmpty() && (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name))) {
            scope.error(
                    Spot.of(mark, "name"),
                    what + " has a name that no Java field can have; choose another, and keep this one with storedAs.");
        }
        if (!mark.elements("include").isEmpty() && !index.projection().equals("INCLUDE")) {
            scope.error(
                    Spot.of(mark, "include"),
                    what + " names columns to include, and its projection is " + index.projection()
                            + "; use Projection.INCLUDE, or leave include out.");
        }
        if (mark.element().equals(scope.model())) {
            checkInclude(what, mark);
        }
        if (!index.isStrict() && index.projection().equals("ALL")) {
            scope.error(
                    Spot.of(mark, "strict"),
                    what + " projects all columns, so that no query reads the table for others; leave strict out.");
        }
        boolean hasRead = index.throughput().readUnits() != null;
        if (hasRead != (index.throughput().writeUnits() != null)) {
            scope.error(
                    Spot.of(mark, hasRead ? "readUnits" : "writeUnits"),
                    what + " has " + (hasRead ? "readUnits without writeUnits" : "writeUnits without readUnits")
                            + "; give both or neither.");
        }
    }

    private void checkInclude(String what, AnnotationUse mark) {
        Set<String> seen = new HashSet<>();
        Stream.of("hashKey", "rangeKey")
                .flatMap(member -> mark.texts(member).stream())
                .forEach(seen::add);
        columns().stream()
                .filter(column -> column.isHashKey() || column.isRangeKey())
                .forEach(key -> seen.add(key.name()));
        Set<String> keys = Set.copyOf(seen);
        for (AnnotationValue value : mark.elements("include")) {
            String name = String.valueOf(value.getValue());
            if (keys.contains(name)) {
                scope.error(
                        Spot.of(mark, value),
                        what + " includes '" + name + "', a key, and projects all keys anyway; leave it out.");
            } else if (!seen.add(name)) {
                scope.error(Spot.of(mark, value), what + " includes '" + name + "' twice; keep it once.");
            }
        }
    }

    private List<ModelColumn> keys(
            String what, AnnotationUse mark, List<AnnotationValue> names, String member, String suffix) {
        List<AnnotationValue> made = names.stream()
                .filter(name -> TemplateReader.isTemplate(String.valueOf(name.getValue())))
                .toList();
        if (!made.isEmpty()) {
            if (names.size() > 1) {
                scope.error(
                        Spot.of(mark, made.get(0)),
                        what + " '" + made.get(0).getValue() + "', a template, beside others; put all parts into one "
                                + "template, or name columns only.");
            }
            return List.of(templates.indexKey(mark, made.get(0), member, suffix));
        }
        mark.value(member + "StoredAs")
                .ifPresent(value -> scope.error(
                        Spot.of(mark, value),
                        what + "s of columns, and " + member + "StoredAs names what a template makes; leave it out."));
        List<ModelColumn> keys = columns(what, mark, names);
        for (ModelColumn key : keys) {
            key.type().filter(type -> !type.kind().isScalar()).ifPresent(type -> {
                AnnotationValue value = names.stream()
                        .filter(name -> key.name().equals(name.getValue()))
                        .findFirst()
                        .orElseThrow();
                String message = what + " '" + key.name() + "', which is stored as "
                        + type.kind().stored() + "; a key is stored as S, N or B: use another column.";
                scope.error(Spot.of(mark, value), message);
            });
        }
        return keys;
    }

    private List<ModelColumn> columns(String what, AnnotationUse mark, List<AnnotationValue> names) {
        List<ModelColumn> found = new ArrayList<>();
        for (AnnotationValue value : names) {
            String name = String.valueOf(value.getValue());
            ModelColumn.named(columns(), name)
                    .ifPresentOrElse(found::add, () -> reportMissing(what, mark, value, name));
        }
        return found;
    }

    private void reportMissing(String what, AnnotationUse mark, AnnotationValue value, String name) {
        if (!scope.isAbstract()) {
            List<String> known = columns().stream().map(ModelColumn::name).toList();
            String message = what + " '" + name + "', and " + scope.name() + " has no such column. "
                    + Suggestion.sentence(name, known);
            scope.error(Spot.of(mark, value), message);
        }
    }
}
