package io.bloop.processor;

import io.bloop.annotation.Ttl;
import io.bloop.rule.internal.SharingFacts;
import io.bloop.rule.internal.TemplateText;
import io.bloop.rule.internal.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compares the models of one table that are compiled together: their keys, and how their items are distinguished. */
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

        SharingFacts facts() {
            Map<String, TemplateText> templates = new LinkedHashMap<>();
            if (claim.isEmpty()) {
                Stream.of(hashKey, rangeKey)
                        .flatMap(Optional::stream)
                        .forEach(key -> key.template()
                                .filter(text -> !text.prefix().isEmpty())
                                .ifPresent(text -> templates.put(key.attribute(), text)));
            }
            Map<String, String> names = new HashMap<>();
            columns.forEach(column -> names.put(column.storedName(), column.name()));
            return new SharingFacts(
                    model,
                    claim.map(ModelClaim::attribute).orElse(null),
                    claim.map(ModelClaim::values).orElse(List.of()),
                    templates,
                    names);
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
        if (problems.isEmpty()) {
            problems.addAll(shape.facts().problems(other.facts(), table, Vocabulary.ANNOTATIONS));
        }
        problems.forEach(problem -> scope.error(Spot.of(scope.model()), problem));
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
