package io.bloop.query;

import io.bloop.expression.Condition;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.request.ConstraintViolation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The operations that queries and scans share.
 *
 * <p>A search is immutable and thread-safe: each method that changes it returns another, and each that runs it starts
 * anew.
 *
 * @param <T> the class of the model's objects
 * @param <S> the kind of search
 * @since 0.1.0
 */
public abstract sealed class Search<T, S extends Search<T, S>> implements Iterable<T> permits Query, Scan {

    private final Plan<T> plan;

    Search(Plan<T> plan) {
        this.plan = plan;
    }

    abstract S with(Plan<T> plan);

    abstract void check(Plan<T> plan);

    final Plan<T> plan() {
        return plan;
    }

    /**
     * Keeps only the items that meet a condition; DynamoDB reads, and counts as consumed, the others too.
     *
     * @param condition the condition, joined by "and" with those before
     * @return a changed search
     * @throws InvalidSearch if the condition is null
     */
    public S filter(Condition<T> condition) {
        if (condition == null) {
            throw plan.invalid("filter() needs a condition, and is given null; leave filter() out to keep every item.");
        }
        return with(plan.filter(condition));
    }

    /**
     * Fetches some columns alone; the keys are always among them, so that the objects can be saved.
     *
     * @param columns whole columns of the model, at least one
     * @return a changed search
     * @throws InvalidSearch if there is no column, one is null or of another model, or a path leads inside of a column
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final S select(Path<T, ?>... columns) {
        if (columns == null || Arrays.asList(columns).contains(null)) {
            throw plan.invalid("select() needs columns, and is given null; name at least one, or leave select() out.");
        }
        if (columns.length == 0) {
            throw plan.invalid("select() names no column; name at least one, or leave select() out.");
        }
        return with(
                plan.select(Stream.of(columns).<Column<T, ?>>map(this::column).toList()));
    }

    private Column<T, ?> column(Path<T, ?> path) {
        if (!(path.place() instanceof Column<T, ?> column)) {
            throw plan.invalid("select() names '" + path.name() + "', which is inside a column; name the column.");
        }
        if (column.model() != plan.definition()) {
            throw plan.invalid("select() names '" + column.name() + "' of "
                    + column.model().name() + "; name columns of "
                    + plan.definition().name() + ".");
        }
        return column;
    }

    /**
     * Ends after a number of results, whatever the filter.
     *
     * @param results the most results, at least 1
     * @return a changed search
     * @throws InvalidSearch if the number is below 1
     */
    public S limit(int results) {
        requirePositive("limit()", results);
        return with(plan.limit(results));
    }

    /**
     * Bounds the items that DynamoDB reads in one request.
     *
     * @param items the most items of one request, at least 1; a mebibyte of them unless it is set
     * @return a changed search
     * @throws InvalidSearch if the number is below 1
     */
    public S pageSize(int items) {
        requirePositive("pageSize()", items);
        return with(plan.pageSize(items));
    }

    private void requirePositive(String method, int number) {
        if (number < 1) {
            throw plan.invalid(method + " has to be at least 1, and is " + number + ".");
        }
    }

    /**
     * Says what to do with items that no bound model of the table claims, such as those of a newer release.
     *
     * <p>Has no effect on a model that claims every item. The items of other models are always passed over.
     *
     * @param unclaimed what to do; {@link Unclaimed#SKIP} unless it is set
     * @return a changed search
     * @throws InvalidSearch if the choice is null
     */
    public S onUnclaimed(Unclaimed unclaimed) {
        if (unclaimed == null) {
            throw plan.invalid("onUnclaimed() needs one of SKIP, COUNT and FAIL, and is given null.");
        }
        return with(plan.onUnclaimed(unclaimed));
    }

    /**
     * Sees every write that succeeded before; costs twice the read units.
     *
     * @return a changed search, which is refused on a global index when it runs
     */
    public S consistent() {
        return with(plan.makeConsistent());
    }

    /**
     * Goes on after the result that a continuation token stands for.
     *
     * <p>A token fits the search of the same model, table, index, key condition, direction and segment. Filter, limit,
     * page size, selected columns and consistency may differ.
     *
     * @param token the token of an earlier page of the same search; null starts at the beginning
     * @return a changed search, which throws {@link InvalidToken} when it runs with a token that does not fit
     */
    public S from(@Nullable String token) {
        return with(plan.from(token));
    }

    /**
     * Runs the search.
     *
     * @return lazy results
     * @throws InvalidSearch if the search cannot be asked in this way
     * @throws InvalidToken if the token does not fit
     */
    public Results<T> results() {
        check(plan);
        PlanCheck.loading(plan);
        return new Results<>(plan, new Pages<>(plan, this instanceof Query, false));
    }

    /** Runs the search like {@link #results()}. */
    @Override
    public Iterator<T> iterator() {
        return results();
    }

    /**
     * Runs the search and collects its results.
     *
     * @return all results, up to the limit
     */
    public List<T> all() {
        List<T> all = new ArrayList<>();
        forEach(all::add);
        return all;
    }

    /**
     * Runs the search for its first result.
     *
     * @return the first result, or empty if there is none
     */
    public Optional<T> first() {
        Results<T> results = limit(1).results();
        return results.hasNext() ? Optional.of(results.next()) : Optional.empty();
    }

    /**
     * Runs the search for its only result.
     *
     * @return the result
     * @throws ConstraintViolation if there is none, or more than one
     */
    public T one() {
        List<T> found = limit(2).all();
        if (found.size() != 1) {
            throw ConstraintViolation.notOneResult(plan.target(), described(), plan.where(), !found.isEmpty());
        }
        return found.get(0);
    }

    /** Describes the search with the values of its keys, and with the columns of its filter alone. */
    private String described() {
        Set<String> filtered = new LinkedHashSet<>();
        plan.filter().paths().forEach(path -> filtered.add(path.name()));
        return (this instanceof Query ? "query of " : "scan of ")
                + plan.target()
                + (plan.where().isEmpty() ? "" : " where " + plan.where())
                + (filtered.isEmpty() ? "" : ", filtered by " + filtered + ",");
    }

    /**
     * Counts the results without fetching them; DynamoDB reads them all the same.
     *
     * @return the number of results, up to the limit
     */
    public long count() {
        check(plan);
        Pages<T> pages = new Pages<>(plan, this instanceof Query, true);
        Position position = Token.read(plan);
        LongAdder skipped = new LongAdder();
        long count = 0;
        do {
            int needed = plan.isBounded(this instanceof Query) ? plan.limit() - (int) count : Integer.MAX_VALUE;
            Pages.Answer answer = pages.fetch(position, plan.mostItems(needed));
            count += pages.count(answer, skipped);
            position = answer.last();
        } while (position != null && count < plan.limit());
        return Math.min(count, plan.limit());
    }

    /**
     * Runs the search for one page of results.
     *
     * @return the results up to the limit, and the token that goes on after them
     */
    public Page<T> page() {
        Results<T> results = results();
        List<T> items = new ArrayList<>();
        results.forEachRemaining(items::add);
        return new Page<>(items, results.token());
    }

    /**
     * Runs the search as a lazy stream.
     *
     * @return a sequential stream that does not have to be closed
     */
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(results(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
