package io.bloop.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the key, of the table or of an index, that serves the conditions of a method. */
final class KeyChoice {

    private final RepositoryModel model;
    private final List<DerivedName.Comparison> keys;
    private final List<DerivedName.Comparison> filters;
    private final @Nullable ModelColumn order;
    private final Optional<List<String>> projected;

    /**
     * Creates a choice.
     *
     * @param keys the conditions that a key has to serve
     * @param filters the conditions that may be filters
     * @param order the column by which results are ordered; null for no order
     * @param projected the columns that the results have; empty where they have all
     */
    KeyChoice(
            RepositoryModel model,
            List<DerivedName.Comparison> keys,
            List<DerivedName.Comparison> filters,
            @Nullable ModelColumn order,
            Optional<List<String>> projected) {
        this.model = model;
        this.keys = keys;
        this.filters = filters;
        this.order = order;
        this.projected = projected;
    }

    /**
     * What can be queried.
     *
     * @param index the index; empty for the table
     * @param hash the columns of its hash key
     * @param range the columns of its range key
     * @param unordered those of them whose values are not in order in the key, each with the reason
     */
    record Candidate(
            Optional<ModelIndex> index,
            List<ModelColumn> hash,
            List<ModelColumn> range,
            Map<ModelColumn, String> unordered) {

        String name() {
            return index.map(found -> "index '" + found.name() + "'").orElse("the table");
        }

        boolean isKey(ModelColumn column) {
            return hash.contains(column) || range.contains(column);
        }
    }

    /** Returns the table and the indexes, or the one index that is named. */
    private Stream<Candidate> candidates(Optional<ModelIndex> named) {
        Candidate table =
                new Candidate(Optional.empty(), model.hashKey(), model.rangeKey(), model.unordered(model.rangeKeys()));
        return named.isPresent()
                ? named.stream().map(this::candidate)
                : Stream.concat(Stream.of(table), model.indexes().stream().map(this::candidate));
    }

    private Candidate candidate(ModelIndex index) {
        List<ModelColumn> hash = index.isGlobal() ? model.parts(index.hashKeys()) : model.hashKey();
        return new Candidate(
                Optional.of(index), hash, model.parts(index.rangeKeys()), model.unordered(index.rangeKeys()));
    }

    /** What was found: what serves the conditions, or why nothing does. */
    record Result(List<Candidate> serving, String problem) {}

    Result find(Optional<ModelIndex> named) {
        List<Candidate> serving = new ArrayList<>();
        Map<Candidate, String> near = new LinkedHashMap<>();
        Map<Candidate, String> far = new LinkedHashMap<>();
        candidates(named).forEach(candidate -> {
            String problem = problem(candidate);
            if (problem == null) {
                serving.add(candidate);
            } else {
                (isReached(candidate) ? near : far).put(candidate, problem);
            }
        });
        Map<Candidate, String> told = near.isEmpty() ? far : near;
        return new Result(
                serving,
                told.entrySet().stream()
                        .map(entry -> entry.getKey().name() + " " + entry.getValue())
                        .collect(Collectors.joining("; ")));
    }

    private boolean isEqual(ModelColumn column) {
        return keys.stream().anyMatch(one -> one.column().equals(column) && one.operator() == Comparing.EQ);
    }

    /** Tells whether the conditions name the hash key. */
    private boolean isReached(Candidate candidate) {
        return !candidate.hash().isEmpty() && candidate.hash().stream().allMatch(this::isEqual);
    }

    /** Returns why a key does not serve the conditions, as what follows its name; null where it does. */
    private @Nullable String problem(Candidate candidate) {
        if (!isReached(candidate)) {
            return "needs "
                    + candidate.hash().stream()
                            .map(column -> "'" + column.name() + "' with equality")
                            .collect(Collectors.joining(" and "));
        }
        List<DerivedName.Comparison> left = new ArrayList<>(keys);
        candidate.hash().forEach(column -> takeEqual(left, column));
        int next = 0;
        while (next < candidate.range().size()
                && takeEqual(left, candidate.range().get(next))) {
            next++;
        }
        ModelColumn open = next < candidate.range().size() ? candidate.range().get(next) : null;
        Optional<DerivedName.Comparison> last = left.stream()
                .filter(one -> one.column().equals(open) && one.operator().isOfKeys())
                .findFirst();
        last.ifPresent(left::remove);
        boolean isOrdered =
                last.filter(one -> one.operator() != Comparing.BEGINS_WITH).isPresent();
        String unordered = open == null ? null : candidate.unordered().get(open);
        if (open != null && isOrdered && unordered != null) {
            return "keeps no order of '" + open.name() + "', " + unordered + ": compare it with == or a beginning";
        }
        if (!left.isEmpty()) {
            return leftover(candidate, left.get(0), open);
        }
        if (order != null && !order.equals(open)) {
            return open == null
                    ? "has no order left that '" + order.name() + "' could ask for"
                    : "is in the order of '" + open.name() + "', not of '" + order.name() + "'";
        }
        if (order != null && unordered != null) {
            return "keeps no order of '" + order.name() + "', " + unordered + ": take OrderBy away";
        }
        for (DerivedName.Comparison filter : filters) {
            if (candidate.isKey(filter.column())) {
                return "has '" + filter.column().name() + "' as a key, and no filter can name a key that is queried";
            }
        }
        return candidate.index().map(index -> notHeld(candidate, index)).orElse(null);
    }

    private static boolean takeEqual(List<DerivedName.Comparison> left, ModelColumn column) {
        return left.stream()
                .filter(one -> one.column().equals(column) && one.operator() == Comparing.EQ)
                .findFirst()
                .map(left::remove)
                .orElse(false);
    }

    private static String leftover(Candidate candidate, DerivedName.Comparison left, @Nullable ModelColumn open) {
        String name = "'" + left.column().name() + "'";
        if (!candidate.isKey(left.column())) {
            return "has no key " + name
                    + ", so that DynamoDB would read all items of the key and leave out others: mark "
                    + "the parameter with @Filter to say so";
        }
        if (left.column().equals(open) && !left.operator().isOfKeys()) {
            return "has the key " + name + ", which is compared with ==, <, <=, >, >=, between or a beginning";
        }
        return open == null || left.column().equals(open) || candidate.hash().contains(left.column())
                ? "takes one condition on " + name
                : "takes a condition on " + name + " only after equality of '" + open.name() + "'";
    }

    /** Says what an index does not have of what results and filters need; null where it has all. */
    private @Nullable String notHeld(Candidate candidate, ModelIndex index) {
        if (index.projection().equals("ALL")) {
            return null;
        }
        if (projected.isEmpty()) {
            return "projects "
                    + (index.projection().equals("KEYS")
                            ? "keys"
                            : index.included().toString())
                    + " and has no whole objects: return a projection of what it has, or let it project all";
        }
        if (!index.isStrict()) {
            return null;
        }
        Set<String> held = Stream.of(candidate.hash(), candidate.range(), model.keys())
                .flatMap(List::stream)
                .map(ModelColumn::name)
                .collect(Collectors.toSet());
        held.addAll(index.included());
        return Stream.concat(
                        projected.get().stream(),
                        filters.stream().map(filter -> filter.column().name()))
                .filter(name -> !held.contains(name))
                .findFirst()
                .map(name -> "does not project '" + name + "'")
                .orElse(null);
    }
}
