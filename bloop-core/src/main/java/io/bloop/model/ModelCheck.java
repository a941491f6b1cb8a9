package io.bloop.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds all mistakes of a definition at once. */
final class ModelCheck<T> {

    private static final int MOST_KEY_COLUMNS = 4;

    private final ModelDefinition<T> model;
    private final List<Column<T, ?>> columns;
    private final List<String> problems = new ArrayList<>();

    private ModelCheck(ModelDefinition<T> model, List<Column<T, ?>> columns) {
        this.model = model;
        this.columns = columns;
    }

    static <T> void check(
            ModelDefinition<T> model, List<Column<T, ?>> columns, List<Index<T>> indexes, TableSettings settings) {
        ModelCheck<T> check = new ModelCheck<>(model, columns);
        check.keys();
        check.names(indexes);
        indexes.forEach(check::index);
        check.settings(settings);
        if (!check.problems.isEmpty()) {
            throw new InvalidModel(model.name(), check.problems);
        }
    }

    private void keys() {
        List<String> hashKeys =
                columns.stream().filter(Column::isHashKey).map(Column::name).toList();
        List<String> rangeKeys =
                columns.stream().filter(Column::isRangeKey).map(Column::name).toList();
        if (hashKeys.isEmpty()) {
            problems.add("No column is the hash key; mark one with hashKey().");
        }
        if (hashKeys.size() > 1) {
            problems.add("Columns " + hashKeys + " are all hash keys; keep one.");
        }
        if (rangeKeys.size() > 1) {
            problems.add("Columns " + rangeKeys + " are all range keys; keep one.");
        }
        columns.stream()
                .filter(Column::hasTwoRoles)
                .forEach(column -> problems.add(
                        "Column '" + column.name() + "' is both hash key and range key; keep one of the two."));
    }

    private void names(List<Index<T>> indexes) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> storedNames = new HashMap<>();
        for (Column<T, ?> column : columns) {
            String what = "column '" + column.name() + "'";
            unique(names, column.name(), what, "the name");
            unique(storedNames, column.attribute(), what, "the stored name");
        }
        for (Index<T> index : indexes) {
            String what = "index '" + index.name() + "'";
            unique(names, index.name(), what, "the name");
            unique(storedNames, index.storedName(), what, "the stored name");
        }
    }

    private void unique(Map<String, String> taken, String name, String what, String of) {
        String other = taken.putIfAbsent(name, what);
        if (name.isEmpty()) {
            problems.add("An empty text is " + of + " of " + what + "; give it one.");
        } else if (other != null) {
            problems.add("'" + name + "' is " + of + " of both " + other + " and " + what + "; rename one.");
        }
    }

    private void index(Index<T> index) {
        String what = "Index '" + index.name() + "'";
        if (index.namesNull()) {
            problems.add(what + " names a column that is null, as columns are above their declaration; "
                    + "declare the index below its columns.");
            return;
        }
        if (index instanceof GlobalSecondaryIndex<T> global) {
            keyColumns(what, "hash", global.hashKeys());
            if (global.hashKeys().isEmpty()) {
                problems.add(what + " has no hash key; add hashKey(column).");
            }
            units(what, global.readUnits(), global.writeUnits());
        } else {
            if (columns.stream().noneMatch(Column::isRangeKey)) {
                problems.add(what + " is local, which needs a table with a range key; mark one with rangeKey(), "
                        + "or use a global index.");
            }
            if (index.rangeKeys().size() != 1) {
                problems.add(what + " is local and has " + index.rangeKeys().size()
                        + " range keys; add rangeKey(column) once.");
            }
        }
        keyColumns(what, "range", index.rangeKeys());
        keysTwice(what, index);
        for (Column<?, ?> column : index.projection().columns()) {
            own(what + " projects", column);
        }
        if (index.projection().kind() == Projection.Kind.INCLUDE
                && index.projection().columns().isEmpty()) {
            problems.add(what + " projects no columns; name some, or use Projection.KEYS.");
        }
    }

    private void keysTwice(String what, Index<T> index) {
        List<Object> keys = new ArrayList<>(index.rangeKeys());
        if (index instanceof GlobalSecondaryIndex<T> global) {
            keys.addAll(global.hashKeys());
        } else {
            columns.stream().filter(Column::isHashKey).forEach(keys::add);
        }
        for (Column<T, ?> column : columns) {
            if (Collections.frequency(keys, column) > 1) {
                problems.add(what + " has column '" + column.name() + "' twice among its keys; keep it once.");
            }
        }
    }

    private void keyColumns(String what, String role, List<KeyColumn<T, ?>> keyColumns) {
        if (keyColumns.size() > MOST_KEY_COLUMNS) {
            problems.add(what + " has " + keyColumns.size() + " " + role + " key columns; at most 4 are possible.");
        }
        for (KeyColumn<T, ?> column : keyColumns) {
            own(what + " has the " + role + " key", (Column<?, ?>) column);
        }
    }

    private void own(String what, Column<?, ?> column) {
        if (column.model() != model) {
            problems.add(what + " " + column + ", which is of another model; name a column of " + model.name() + ".");
        }
    }

    private void settings(TableSettings settings) {
        NumberColumn<?, ?> ttl = settings.ttl();
        if (ttl != null) {
            own("The table's time to live is", ttl);
        }
        units("The table", settings.readUnits(), settings.writeUnits());
        if (settings.billing() == Billing.ON_DEMAND
                && (settings.readUnits() != null || settings.writeUnits() != null)) {
            problems.add("The table is billed on demand and has units; leave the units out.");
        }
        if ("".equals(settings.name())) {
            problems.add("The table's name is empty; leave it out, or name the table.");
        }
    }

    private void units(String what, @Nullable Long read, @Nullable Long write) {
        if (read != null && read < 1 || write != null && write < 1) {
            problems.add(what + " has units below 1 (read " + read + ", write " + write + "); the least is 1.");
        }
    }
}
