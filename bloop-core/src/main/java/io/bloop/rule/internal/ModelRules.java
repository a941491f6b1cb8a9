package io.bloop.rule.internal;

import io.bloop.rule.internal.Problem.Detail;
import io.bloop.rule.internal.Problem.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mistakes that a definition and an annotated class can both have.
 *
 * <p>Not thread-safe.
 */
public final class ModelRules {

    private static final int MOST_KEY_COLUMNS = 4;

    private final Vocabulary words;
    private final List<ColumnFacts> columns;
    private final Consumer<Problem> problems;

    /**
     * Creates the rules for one model.
     *
     * @param words how the model is declared
     * @param columns the model's columns
     * @param problems takes the mistakes
     */
    public ModelRules(Vocabulary words, List<ColumnFacts> columns, Consumer<Problem> problems) {
        this.words = words;
        this.columns = List.copyOf(columns);
        this.problems = problems;
    }

    /**
     * Checks the keys of the table.
     *
     * @param isAbstract whether the hash key may be left to others
     */
    public void keys(boolean isAbstract) {
        List<String> hashKeys = new ArrayList<>();
        List<String> rangeKeys = new ArrayList<>();
        for (ColumnFacts column : columns) {
            if (column.isHashKey()) {
                hashKeys.add(column.where());
            }
            if (column.isRangeKey()) {
                rangeKeys.add(column.where());
            }
        }
        if (hashKeys.isEmpty() && !isAbstract) {
            report(
                    Place.MODEL,
                    0,
                    Detail.WHOLE,
                    "No column is the hash key; mark one with " + words.markHashKey() + ".");
        }
        if (hashKeys.size() > 1) {
            int last = last(ColumnFacts::isHashKey);
            report(Place.COLUMN, last, Detail.HASH_KEY, "Columns " + hashKeys + " are all hash keys; keep one.");
        }
        if (rangeKeys.size() > 1) {
            int last = last(ColumnFacts::isRangeKey);
            report(Place.COLUMN, last, Detail.RANGE_KEY, "Columns " + rangeKeys + " are all range keys; keep one.");
        }
        for (int i = 0; i < columns.size(); i++) {
            ColumnFacts column = columns.get(i);
            if (column.isHashKey() && column.isRangeKey()) {
                String message = "Column '" + column.name() + "' is both hash key and range key; keep one of the two.";
                report(Place.COLUMN, i, Detail.RANGE_KEY, message);
            }
        }
    }

    /** Checks the columns that the engine itself writes. */
    public void stamps() {
        for (ManagedColumn stamp : ManagedColumn.values()) {
            List<String> names = names(stamp);
            if (names.size() > 1) {
                int last = last(column -> column.stamps().contains(stamp));
                stampProblem(last, "Columns " + names + " are all marked with " + words.mark(stamp) + "; keep one.");
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            ColumnFacts column = columns.get(i);
            if (column.stamps().size() > 1) {
                stampProblem(
                        i, "Column '" + column.name() + "' is marked with all of " + marks(column) + "; keep one.");
            } else if (column.stamps().size() == 1) {
                stamp(i, column, column.stamps().iterator().next());
            }
        }
    }

    private List<String> marks(ColumnFacts column) {
        return column.stamps().stream().sorted().map(words::mark).toList();
    }

    private void stamp(int ordinal, ColumnFacts column, ManagedColumn stamp) {
        String what = "Column '" + column.name() + "' is marked with " + words.mark(stamp);
        if (!stamp.fits(column.javaType())) {
            String found = column.javaType().substring(column.javaType().lastIndexOf('.') + 1);
            stampProblem(ordinal, what + " and of type " + found + "; make it " + stamp.types() + ".");
        }
        if (column.isHashKey() || column.isRangeKey()) {
            stampProblem(ordinal, what + " and is a key, and keys never change; mark another column.");
        }
    }

    /**
     * Checks the column after whose time items expire.
     *
     * @param name the column's name
     */
    public void timeToLive(String name) {
        for (int i = 0; i < columns.size(); i++) {
            ColumnFacts column = columns.get(i);
            if (column.name().equals(name) && !column.stamps().isEmpty()) {
                String message = "Column '" + name + "' is the table's time to live and marked with "
                        + String.join(", ", marks(column))
                        + ", which says nothing of when an item expires; use another column.";
                stampProblem(i, message);
            }
        }
    }

    private void stampProblem(int ordinal, String message) {
        report(Place.COLUMN, ordinal, Detail.STAMP, message);
    }

    private List<String> names(ManagedColumn stamp) {
        List<String> names = new ArrayList<>();
        for (ColumnFacts column : columns) {
            if (column.stamps().contains(stamp)) {
                names.add(column.where());
            }
        }
        return names;
    }

    private int last(Predicate<ColumnFacts> which) {
        int last = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (which.test(columns.get(i))) {
                last = i;
            }
        }
        return last;
    }

    /**
     * Checks that no name is given twice.
     *
     * @param indexes all indexes
     */
    public void names(List<IndexFacts> indexes) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> storedNames = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnFacts column = columns.get(i);
            String what = "column '" + column.name() + "'" + of(column.source());
            unique(names, column.name(), what, Place.COLUMN, i, Detail.NAME);
            unique(storedNames, column.storedName(), what, Place.COLUMN, i, Detail.STORED_NAME);
        }
        for (int i = 0; i < indexes.size(); i++) {
            IndexFacts index = indexes.get(i);
            String what = "index '" + index.name() + "'" + of(index.source());
            unique(names, index.name(), what, Place.INDEX, i, Detail.NAME);
            unique(storedNames, index.storedName(), what, Place.INDEX, i, Detail.STORED_NAME);
        }
    }

    private static String of(@Nullable String source) {
        return source == null ? "" : " of " + source;
    }

    private void unique(Map<String, String> taken, String name, String what, Place place, int ordinal, Detail detail) {
        String of = detail == Detail.NAME ? "the name" : "the stored name";
        String other = taken.putIfAbsent(name, what);
        if (name.isEmpty()) {
            report(place, ordinal, detail, "An empty text is " + of + " of " + what + "; give it one.");
        } else if (other != null) {
            String message = "'" + name + "' is " + of + " of both " + other + " and " + what + "; rename one.";
            report(place, ordinal, detail, message);
        }
    }

    /**
     * Checks an index.
     *
     * @param ordinal its place among the indexes, from 0
     * @param index the index
     * @param isAbstract whether the table's range key may be left to others
     */
    public void index(int ordinal, IndexFacts index, boolean isAbstract) {
        String what = "Index '" + index.name() + "'";
        if (index.isGlobal()) {
            keyColumns(what, ordinal, Detail.HASH_KEY, index.hashKeys().size());
            if (index.hashKeys().isEmpty()) {
                String message = what + " has no hash key; " + words.addHashKey() + ".";
                report(Place.INDEX, ordinal, Detail.HASH_KEY, message);
            }
            throughput(what, Place.INDEX, ordinal, index.throughput());
        } else {
            if (columns.stream().noneMatch(ColumnFacts::isRangeKey) && !isAbstract) {
                String message = what + " is local, which needs a table with a range key; mark one with "
                        + words.markRangeKey() + ", or use a global index.";
                report(Place.INDEX, ordinal, Detail.WHOLE, message);
            }
            if (index.rangeKeys().size() != 1) {
                String message = what + " is local and has " + index.rangeKeys().size()
                        + " range keys; add rangeKey(column) once.";
                report(Place.INDEX, ordinal, Detail.RANGE_KEY, message);
            }
        }
        keyColumns(what, ordinal, Detail.RANGE_KEY, index.rangeKeys().size());
        keysTwice(what, ordinal, index);
        if (index.projectsNothing()) {
            String message = what + " projects no columns; name some, or use KEYS.";
            report(Place.INDEX, ordinal, Detail.PROJECTION, message);
        }
    }

    private void keysTwice(String what, int ordinal, IndexFacts index) {
        List<String> keys = new ArrayList<>(index.isGlobal() ? index.hashKeys() : hashKeysOfTable());
        keys.addAll(index.rangeKeys());
        for (String name : new LinkedHashSet<>(keys)) {
            if (Collections.frequency(keys, name) > 1) {
                String message = what + " has column '" + name + "' twice among its keys; keep it once.";
                Detail detail = index.rangeKeys().contains(name) ? Detail.RANGE_KEY : Detail.HASH_KEY;
                report(Place.INDEX, ordinal, detail, message);
            }
        }
    }

    private List<String> hashKeysOfTable() {
        List<String> names = new ArrayList<>();
        for (ColumnFacts column : columns) {
            if (column.isHashKey()) {
                names.add(column.name());
            }
        }
        return names;
    }

    private void keyColumns(String what, int ordinal, Detail detail, int count) {
        if (count > MOST_KEY_COLUMNS) {
            String role = detail == Detail.HASH_KEY ? "hash" : "range";
            String message = what + " has " + count + " " + role + " key columns; at most 4 are possible.";
            report(Place.INDEX, ordinal, detail, message);
        }
    }

    /**
     * Checks the settings of the table.
     *
     * @param table the settings
     */
    public void table(TableFacts table) {
        ThroughputFacts throughput = table.throughput();
        throughput("The table", Place.TABLE, 0, throughput);
        if (table.isOnDemand() && throughput.hasUnits()) {
            Detail detail = throughput.readUnits() != null ? Detail.READ_UNITS : Detail.WRITE_UNITS;
            report(Place.TABLE, 0, detail, "The table is billed on demand and has units; leave the units out.");
        }
        if (table.isProvisioned() && throughput.hasMaximum()) {
            Detail detail =
                    throughput.maximumReadUnits() != null ? Detail.MAXIMUM_READ_UNITS : Detail.MAXIMUM_WRITE_UNITS;
            String message = "The table has a maximum on demand and is billed as provisioned; bill it on demand, or "
                    + "leave the maximum out.";
            report(Place.TABLE, 0, detail, message);
        }
        if ("".equals(table.name())) {
            report(Place.TABLE, 0, Detail.NAME, "The table's name is empty; leave it out, or name the table.");
        } else if (table.name() != null) {
            String name = table.name();
            Optional<String> problem = NameRules.givenTable(name);
            if (problem.isPresent()) {
                String message = "The table's name " + NameRules.quoted(name) + " " + problem.get() + ".";
                report(Place.TABLE, 0, Detail.NAME, message);
            }
        }
        Optional<String> problem = NameRules.tags(table.tags().size());
        if (problem.isPresent()) {
            report(Place.TABLE, 0, Detail.TAGS, "The table " + problem.get() + ".");
        }
        for (String key : new TreeSet<>(table.tags())) {
            tag(key);
        }
    }

    /**
     * Checks that the throughput of each index goes with how the table is billed.
     *
     * @param indexes all indexes
     * @param table the settings of the table
     */
    public void billing(List<IndexFacts> indexes, TableFacts table) {
        for (int i = 0; i < indexes.size(); i++) {
            String what = "Index '" + indexes.get(i).name() + "'";
            ThroughputFacts throughput = indexes.get(i).throughput();
            if (table.isOnDemand() && throughput.hasUnits()) {
                Detail detail = throughput.readUnits() != null ? Detail.READ_UNITS : Detail.WRITE_UNITS;
                String message = what + " has units, and the table is billed on demand; leave the units out.";
                report(Place.INDEX, i, detail, message);
            }
            if (table.isProvisioned() && throughput.hasMaximum()) {
                Detail detail =
                        throughput.maximumReadUnits() != null ? Detail.MAXIMUM_READ_UNITS : Detail.MAXIMUM_WRITE_UNITS;
                String message = what + " has a maximum on demand, and the table is billed as provisioned; leave the "
                        + "maximum out.";
                report(Place.INDEX, i, detail, message);
            }
        }
    }

    /**
     * Checks the attribute that tells the model's items from those of others.
     *
     * @param attribute its name
     * @param values the texts of the model's items, the one that is written first
     */
    public void discriminator(String attribute, List<String> values) {
        String what = "The discriminator '" + attribute + "'";
        if (attribute.isEmpty()) {
            report(Place.TABLE, 0, Detail.CLAIM, "The discriminator's attribute has no name; give it one.");
        }
        for (ColumnFacts column : columns) {
            if (column.storedName().equals(attribute)) {
                String message = what + " is the attribute of column '" + column.name()
                        + "'; it is no column, so rename one of the two, or remove the column.";
                report(Place.TABLE, 0, Detail.CLAIM, message);
            }
        }
        for (String value : new LinkedHashSet<>(values)) {
            if (value.isEmpty()) {
                report(Place.TABLE, 0, Detail.CLAIM, what + " has an empty text among its values; give it one.");
            }
            if (Collections.frequency(values, value) > 1) {
                String message = what + " has the value '" + value + "' twice; keep it once.";
                report(Place.TABLE, 0, Detail.CLAIM, message);
            }
        }
    }

    private void tag(String key) {
        String what = key.isEmpty() ? "A tag of the table " : "The table's tag " + NameRules.quoted(key) + " ";
        NameRules.tag(key, "").ifPresent(problem -> report(Place.TABLE, 0, Detail.TAGS, what + problem + "."));
    }

    private void throughput(String what, Place place, int ordinal, ThroughputFacts facts) {
        Least least = new Least(place, ordinal, problems);
        least.check(what + " has units", facts.readUnits(), Detail.READ_UNITS, facts.writeUnits(), Detail.WRITE_UNITS);
        least.check(
                what + " has a maximum on demand",
                facts.maximumReadUnits(),
                Detail.MAXIMUM_READ_UNITS,
                facts.maximumWriteUnits(),
                Detail.MAXIMUM_WRITE_UNITS);
        least.check(
                what + " has warm throughput",
                facts.warmReadUnits(),
                Detail.WARM_READ_UNITS,
                facts.warmWriteUnits(),
                Detail.WARM_WRITE_UNITS);
    }

    /** Finds units that are less than one. */
    private record Least(Place place, int ordinal, Consumer<Problem> problems) {

        void check(String what, @Nullable Long read, Detail readDetail, @Nullable Long write, Detail writeDetail) {
            boolean badRead = read != null && read < 1;
            if (badRead || write != null && write < 1) {
                String message = what + " below 1 (read " + read + ", write " + write + "); the least is 1.";
                problems.accept(new Problem(place, ordinal, badRead ? readDetail : writeDetail, message));
            }
        }
    }

    private void report(Place place, int ordinal, Detail detail, String message) {
        problems.accept(new Problem(place, ordinal, detail, message));
    }
}
