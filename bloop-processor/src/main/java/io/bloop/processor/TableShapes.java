package io.bloop.processor;

import io.bloop.annotation.Ttl;
import io.bloop.rule.internal.TemplateText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Compares the models of one table that are compiled together: their keys, and what tells their items apart. */
final class TableShapes {

    private final Map<String, Map<String, Shape>> byTable = new LinkedHashMap<>();

    /**
     * A key of a table as one model declares it.
     *
     * @param attribute its attribute
     * @param stored the data type
     * @param template the template that makes it; empty where a member is the key
     */
    private record Key(String attribute, String stored, Optional<TemplateText> template) {

        boolean isTold() {
            return template.filter(text -> !text.prefix().isEmpty()).isPresent();
        }

        boolean overlaps(Key other) {
            return !isTold() || !other.isTold() || template.get().overlaps(other.template.get());
        }

        String print() {
            return "'" + attribute + "' (" + stored + ")";
        }
    }

    /** What one model says of a table. */
    private record Shape(
            String model,
            Optional<Key> hashKey,
            Optional<Key> rangeKey,
            Optional<String> timeToLive,
            Optional<ModelClaim> claim,
            List<ModelColumn> columns) {

        boolean isTold() {
            return claim.isEmpty()
                    && (hashKey.filter(Key::isTold).isPresent()
                            || rangeKey.filter(Key::isTold).isPresent());
        }
    }

    /** Compares a model with those of its table that were read before. */
    void check(ParsedModel parsed) {
        ModelContext scope = parsed.scope();
        Optional<String> table = parsed.table().name();
        if (scope.isAbstract() || table.isEmpty()) {
            return;
        }
        Shape shape = new Shape(
                scope.name(),
                key(parsed, ModelColumn::isHashKey),
                key(parsed, ModelColumn::isRangeKey),
                parsed.columns().stream()
                        .filter(column -> column.mark(Ttl.class).isPresent())
                        .map(ModelColumn::storedName)
                        .findFirst(),
                parsed.claim(),
                parsed.columns());
        Map<String, Shape> models = byTable.computeIfAbsent(table.get(), name -> new LinkedHashMap<>());
        String own = scope.model().getQualifiedName().toString();
        models.forEach((name, other) -> {
            if (!name.equals(own)) {
                compare(scope, table.get(), shape, other);
            }
        });
        models.put(own, shape);
    }

    private static Optional<Key> key(ParsedModel parsed, Predicate<ModelColumn> which) {
        return parsed.columns().stream()
                .filter(which)
                .filter(column -> column.type().isPresent())
                .map(column -> new Key(
                        column.storedName(),
                        column.type().get().kind().stored(),
                        column.form().map(KeyForm::text)))
                .findFirst();
    }

    private static void compare(ModelContext scope, String table, Shape shape, Shape other) {
        List<String> problems = new ArrayList<>();
        same("hash key", shape.hashKey().map(Key::print), other.hashKey().map(Key::print), table, other, problems);
        same("range key", shape.rangeKey().map(Key::print), other.rangeKey().map(Key::print), table, other, problems);
        if (shape.timeToLive().isPresent() && other.timeToLive().isPresent()) {
            same("time to live", quoted(shape.timeToLive()), quoted(other.timeToLive()), table, other, problems);
        }
        discriminators(shape, other, table, problems);
        problems.forEach(problem -> scope.error(Spot.of(scope.model()), problem));
        if (problems.isEmpty() && shape.isTold() && other.isTold() && overlap(shape, other)) {
            scope.error(
                    Spot.of(scope.model()),
                    "The keys of " + shape.model() + " cannot be told from those of " + other.model()
                            + ", which shares table '" + table
                            + "'; let one key of each begin with a text of its own, none of which begins with another.");
        }
    }

    private static void discriminators(Shape shape, Shape other, String table, List<String> problems) {
        clash(shape, other, table, problems);
        clash(other, shape, table, problems);
        if (shape.claim().isEmpty() || other.claim().isEmpty()) {
            return;
        }
        ModelClaim own = shape.claim().get();
        ModelClaim others = other.claim().get();
        List<String> both =
                own.values().stream().filter(others.values()::contains).toList();
        if (own.attribute().equals(others.attribute()) && !both.isEmpty()) {
            problems.add("The discriminator '" + own.attribute() + "' of " + shape.model() + " has values of "
                    + other.model() + ", which shares table '" + table + "': " + both
                    + "; give each model values of its own.");
        }
    }

    /** Finds a discriminator that is a column of the other model. */
    private static void clash(Shape marking, Shape storing, String table, List<String> problems) {
        marking.claim()
                .ifPresent(claim -> storing.columns().stream()
                        .filter(column -> column.storedName().equals(claim.attribute()))
                        .forEach(column -> problems.add("The discriminator '" + claim.attribute() + "' of "
                                + marking.model() + " is the attribute of column '" + column.name() + "' of "
                                + storing.model() + ", which shares table '" + table
                                + "'; it is no column, so rename one of the two, or remove the column.")));
    }

    private static boolean overlap(Shape shape, Shape other) {
        return overlap(shape.hashKey(), other.hashKey()) && overlap(shape.rangeKey(), other.rangeKey());
    }

    private static boolean overlap(Optional<Key> key, Optional<Key> other) {
        return key.isEmpty() || other.isEmpty() || key.get().overlaps(other.get());
    }

    private static Optional<String> quoted(Optional<String> name) {
        return name.map(text -> "'" + text + "'");
    }

    private static void same(
            String what,
            Optional<String> own,
            Optional<String> others,
            String table,
            Shape other,
            List<String> problems) {
        if (!own.equals(others)) {
            problems.add("The " + what + " of table '" + table + "' is " + own.orElse("none") + " here and "
                    + others.orElse("none") + " in " + other.model() + "; the models of a table have the same keys and "
                    + "time to live.");
        }
    }
}
