package io.bloop.rule.internal;

import io.bloop.rule.internal.Problem.Detail;
import io.bloop.rule.internal.Problem.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a model what DynamoDB refuses of every table: names of columns and indexes, numbers of indexes and of
 * included columns.
 *
 * <p>Not thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Constraints</a>
 */
public final class ServiceLimits {

    private static final int MOST_LOCAL_INDEXES = 5;
    private static final int MOST_GLOBAL_INDEXES = 20;
    private static final int MOST_INCLUDED = 100;
    private static final String LOCAL_INDEXES =
            " local indexes; DynamoDB allows 5 for each table. Remove some, or make them global.";

    private final List<ColumnFacts> columns;
    private final Consumer<Problem> problems;

    /**
     * Creates the limits for one model.
     *
     * @param columns the model's columns
     * @param problems takes the mistakes
     */
    public ServiceLimits(List<ColumnFacts> columns, Consumer<Problem> problems) {
        this.columns = List.copyOf(columns);
        this.problems = problems;
    }

    /**
     * Checks names and numbers.
     *
     * @param indexes all indexes
     * @param included the names of the columns that each index includes beside its keys, in the order of the indexes;
     *     none for an index that projects all or the keys
     * @param timeToLive the name of the column after whose time items expire, or null
     */
    public void check(List<IndexFacts> indexes, List<List<String>> included, @Nullable String timeToLive) {
        attributes(indexes, included, timeToLive);
        indexNames(indexes);
        number(indexes, false, MOST_LOCAL_INDEXES, LOCAL_INDEXES);
        number(
                indexes,
                true,
                MOST_GLOBAL_INDEXES,
                " global indexes; DynamoDB allows 20 for each table. Remove some; if AWS has raised this quota, declare"
                        + " the others in a second model of the same table.");
        included(indexes, included);
    }

    private void attributes(List<IndexFacts> indexes, List<List<String>> included, @Nullable String timeToLive) {
        Set<String> named = new HashSet<>();
        for (int i = 0; i < indexes.size(); i++) {
            named.addAll(indexes.get(i).hashKeys());
            named.addAll(indexes.get(i).rangeKeys());
            named.addAll(included.get(i));
        }
        if (timeToLive != null) {
            named.add(timeToLive);
        }
        for (int i = 0; i < columns.size(); i++) {
            ColumnFacts column = columns.get(i);
            boolean isNamed = column.isHashKey() || column.isRangeKey() || named.contains(column.name());
            Optional<String> problem =
                    isNamed ? NameRules.tableAttribute(column.storedName()) : NameRules.attribute(column.storedName());
            String what = " of column '" + column.name() + "'";
            rename(problem, Place.COLUMN, i, column.storedName(), what, column.source());
        }
    }

    private void indexNames(List<IndexFacts> indexes) {
        for (int i = 0; i < indexes.size(); i++) {
            IndexFacts index = indexes.get(i);
            // an empty name is reported as such
            if (!index.storedName().isEmpty()) {
                String what = " of index '" + index.name() + "'";
                rename(NameRules.index(index.storedName()), Place.INDEX, i, index.storedName(), what, index.source());
            }
        }
    }

    private void rename(
            Optional<String> problem,
            Place place,
            int ordinal,
            String storedName,
            String what,
            @Nullable String source) {
        if (problem.isPresent()) {
            String of = source == null ? "" : " of " + source;
            String message = "The stored name " + NameRules.quoted(storedName) + what + of + " " + problem.get()
                    + ". Rename it.";
            problems.accept(new Problem(place, ordinal, Detail.STORED_NAME, message));
        }
    }

    private void number(List<IndexFacts> indexes, boolean global, int most, String problem) {
        List<IndexFacts> found = new ArrayList<>();
        for (IndexFacts index : indexes) {
            if (index.isGlobal() == global) {
                found.add(index);
            }
        }
        if (found.size() > most) {
            problems.accept(new Problem(
                    Place.INDEX,
                    indexes.indexOf(found.get(most)),
                    Detail.WHOLE,
                    "The model has " + found.size() + problem));
        }
    }

    /**
     * Finds what DynamoDB refuses of the indexes that several models want of one table together.
     *
     * @param localIndexes the number of local indexes
     * @param included the number of attributes that all indexes include beside their keys
     * @return the problems as sentences
     */
    public static List<String> ofTable(int localIndexes, int included) {
        List<String> problems = new ArrayList<>();
        if (localIndexes > MOST_LOCAL_INDEXES) {
            problems.add("The models of the table have " + localIndexes + LOCAL_INDEXES);
        }
        if (included > MOST_INCLUDED) {
            problems.add(included(included));
        }
        return problems;
    }

    private static String included(int total) {
        return "The indexes include " + total + " columns beside their keys; DynamoDB allows 100 for all indexes"
                + " of a table together. Let an index project all columns, or fewer.";
    }

    private void included(List<IndexFacts> indexes, List<List<String>> included) {
        int total = 0;
        int first = -1;
        for (int i = 0; i < indexes.size(); i++) {
            total += besideTheKeys(indexes.get(i), included.get(i));
            if (first < 0 && total > MOST_INCLUDED) {
                first = i;
            }
        }
        if (first >= 0) {
            problems.accept(new Problem(Place.INDEX, first, Detail.PROJECTION, included(total)));
        }
    }

    private int besideTheKeys(IndexFacts index, List<String> included) {
        Set<String> beside = new HashSet<>(included);
        beside.removeAll(index.hashKeys());
        beside.removeAll(index.rangeKeys());
        for (ColumnFacts column : columns) {
            if (column.isHashKey() || column.isRangeKey()) {
                beside.remove(column.name());
            }
        }
        return beside.size();
    }
}
