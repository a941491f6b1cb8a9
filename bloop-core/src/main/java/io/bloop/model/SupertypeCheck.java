package io.bloop.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds where the model of a supertype says what its models do not. */
final class SupertypeCheck<T> {

    private final SupertypeDefinition<T> supertype;
    private final List<Column<T, ?>> columns;
    private final List<Index<T>> indexes;
    private final Consumer<String> problems;
    private final Map<Column<T, ?>, Set<ModelDefinition<?>>> needed = new HashMap<>();

    SupertypeCheck(
            SupertypeDefinition<T> supertype,
            List<Column<T, ?>> columns,
            List<Index<T>> indexes,
            Consumer<String> problems) {
        this.supertype = supertype;
        this.columns = columns;
        this.indexes = indexes;
        this.problems = problems;
    }

    void check() {
        if (models()) {
            own();
            indexes.forEach(this::index);
            columns.forEach(this::column);
            keys();
        }
    }

    /** Checks the models; tells whether the columns can be compared with theirs. */
    private boolean models() {
        if (supertype.lacksModel()) {
            problems.accept(
                    "One of its models is null, as a constant is while its own class is being initialised; make the "
                            + "models of a supertype without referring to the supertype.");
            return false;
        }
        if (supertype.models().isEmpty()) {
            problems.accept("It has no models; name those of the supertype's objects.");
            return false;
        }
        Map<Class<?>, ModelDefinition<?>> byClass = new HashMap<>();
        Set<String> tables = new LinkedHashSet<>();
        for (ModelDefinition<?> model : supertype.models()) {
            ModelDefinition<?> other = byClass.putIfAbsent(model.type(), model);
            if (other != null) {
                problems.accept("Its models " + other + " and " + model
                        + " have the same class, so that an object does not " + "tell which is meant; keep one.");
            }
            String table = model.settings().name();
            tables.add(table == null ? model.name() : table);
        }
        if (tables.size() > 1) {
            problems.accept("Its models are of the tables " + tables + "; give them the same table name.");
        }
        return true;
    }

    /** Refuses what only models can say, and what would have no effect here. */
    private void own() {
        if (!supertype.draft().claims().isEmpty()) {
            problems.accept("It claims items itself: " + supertype.draft().claims()
                    + "; remove the claim, since its items are those that its models claim.");
        }
        if (supertype.draft().hasSettings()) {
            problems.accept("It says something of its table by table(); say it in its models.");
        }
        for (Column<T, ?> column : columns) {
            if (column.hasBehaviour()) {
                problems.accept(
                        "Column '" + column.name() + "' says how its values are read, written or made; leave that to "
                                + "the columns of the models.");
            }
        }
    }

    private void index(Index<T> index) {
        String what = "Index '" + index.storedName() + "' ";
        List<ModelDefinition<?>> having = new ArrayList<>();
        for (ModelDefinition<?> model : supertype.models()) {
            find(model, index).ifPresent(own -> {
                having.add(model);
                same(what, index, own);
            });
        }
        if (having.isEmpty()) {
            problems.accept(what + "is an index of none of its models " + supertype.models()
                    + "; name one by the name that it " + "has in the table.");
        }
        index.ownKeys().forEach(key -> need(column(key), having));
    }

    private static Optional<? extends Index<?>> find(ModelDefinition<?> model, Index<?> index) {
        return model.indexes().stream()
                .filter(own -> own.storedName().equals(index.storedName()))
                .findFirst();
    }

    private void same(String what, Index<T> index, Index<?> own) {
        List<String> here = attributes(index.ownKeys());
        List<String> there = attributes(own.ownKeys());
        if (!index.kind().equals(own.kind())) {
            problems.accept(
                    what + "is declared as another kind of index than in " + own.model() + "; declare it alike.");
        } else if (!here.equals(there)) {
            problems.accept(
                    what + "has the keys " + here + ", and " + there + " in " + own.model() + "; declare it alike.");
        } else if (!projects(own, index)) {
            problems.accept(what + "projects " + index.declaredProjection() + ", and " + own.projection() + " in "
                    + own.model() + "; project no more than each of its models.");
        }
    }

    private static List<String> attributes(List<? extends KeyColumn<?, ?>> keys) {
        return keys.stream().map(KeyColumn::attribute).toList();
    }

    private static boolean projects(Index<?> own, Index<?> index) {
        if (index.declaredProjection().kind() == IndexProjection.Kind.ALL
                || own.projection().kind() == IndexProjection.Kind.ALL) {
            return own.projection().kind() == IndexProjection.Kind.ALL;
        }
        Set<String> held = new LinkedHashSet<>();
        own.projectedColumns().forEach(column -> held.add(column.attribute()));
        return index.declaredProjection().columns().stream()
                .allMatch(column -> held.contains(((Column<?, ?>) column).attribute()));
    }

    private static Column<?, ?> column(KeyColumn<?, ?> key) {
        return (Column<?, ?>) key;
    }

    /** Takes note that models have to have the column of a key, and those that it is made of. */
    private void need(Column<?, ?> key, List<ModelDefinition<?>> models) {
        Stream.concat(Stream.of(key), key.template().stream().flatMap(template -> template.parts().stream()))
                .forEach(column -> columns.stream()
                        .filter(column::equals)
                        .forEach(own -> needed.computeIfAbsent(own, ignored -> new LinkedHashSet<>())
                                .addAll(models)));
    }

    private void column(Column<T, ?> column) {
        Set<? extends ModelDefinition<?>> needing =
                needed.getOrDefault(column, new LinkedHashSet<>(supertype.models()));
        List<ModelDefinition<?>> lacking = new ArrayList<>();
        for (ModelDefinition<?> model : supertype.models()) {
            Column<?, ?> own = model.findStoredColumn(column.attribute()).orElse(null);
            if (own != null) {
                same(column, own);
            } else if (needing.contains(model) && !column.isKey()) {
                lacking.add(model);
            }
        }
        if (!lacking.isEmpty()) {
            problems.accept(
                    "Column '" + column.name() + "' is stored as '" + column.attribute() + "', of which " + lacking
                            + (lacking.size() == 1 ? " has" : " have")
                            + " no column; remove it, or give all of the models one.");
        }
    }

    private void same(Column<T, ?> column, Column<?, ?> own) {
        String what = "Column '" + column.name() + "' ";
        String template = column.template().map(KeyTemplate::text).orElse(null);
        String ownTemplate = own.template().map(KeyTemplate::text).orElse(null);
        if (template != null && !template.equals(ownTemplate)) {
            problems.accept(what + "is made by the template '" + template + "', and "
                    + (ownTemplate == null ? "by none" : "by '" + ownTemplate + "'") + " in " + own.model()
                    + "; declare it as a column of texts where the models differ.");
        } else if (template == null && ownTemplate == null && !column.type().isLike(own.type())
                || template == null
                        && ownTemplate != null
                        && column.type().tag() != own.type().tag()) {
            problems.accept(what + "is of the type " + column.type() + " ("
                    + column.type().tag() + "), and of " + own.type() + " ("
                    + own.type().tag() + ") in " + own.model() + "; give it the type that all have.");
        } else if (own.isKeyOnly() && !column.isKeyOnly()) {
            problems.accept(what + "is only a part of the key in " + own.model()
                    + "; mark it with keyOnly(), so that no filter names it.");
        }
    }

    private void keys() {
        for (ModelDefinition<?> model : supertype.models()) {
            List<String> there = model.keys().stream().map(Column::attribute).toList();
            List<String> here = Stream.concat(
                            columns.stream().filter(Column::isHashKey),
                            columns.stream().filter(Column::isRangeKey))
                    .map(Column::attribute)
                    .toList();
            if (!here.equals(there)) {
                problems.accept("Its keys are stored as " + here + ", and those of " + model + " as " + there
                        + "; declare the keys of the table.");
            }
        }
    }
}
