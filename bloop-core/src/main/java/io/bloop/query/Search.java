package io.bloop.query;

import io.bloop.expression.Condition;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.Requests;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Is what queries and scans have in common.
 *
 * <p>A search is immutable and thread-safe: each method that changes it returns another, and each that runs it starts
 * anew.
 *
 * @param <T> the class of the model's objects
 * @param <S> the kind of search
 */
public abstract sealed class Search<T, S extends Search<T, S>> implements Iterable<T> permits Query, Scan {

    private final Requests requests;
    private final Plan<T> plan;

    Search(Requests requests, Plan<T> plan) {
        this.requests = requests;
        this.plan = plan;
    }

    abstract S with(Plan<T> plan);

    abstract void check(Plan<T> plan);

    final Requests requests() {
        return requests;
    }

    final Plan<T> plan() {
        return plan;
    }

    /**
     * Keeps only the items that meet a condition; DynamoDB reads, and counts as consumed, the others too.
     *
     * @param condition the condition, joined by "and" with those before
     * @return a changed search
     */
    public S filter(Condition<T> condition) {
        return with(plan.filter(condition));
    }

    /**
     * Fetches some columns alone; the keys are always among them, so that the objects can be saved.
     *
     * @param columns whole columns
     * @return a changed search
     * @throws IllegalArgumentException if a path leads inside of a column
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final S select(Path<T, ?>... columns) {
        return with(plan.select(Stream.of(columns).<Column<T, ?>>map(Column::of).toList()));
    }

    /**
     * Ends after a number of results, whatever the filter.
     *
     * @param results the most results, at least 1
     * @return a changed search
     * @throws IllegalArgumentException if the number is below 1
     */
    public S limit(int results) {
        requirePositive("limit", results);
        return with(plan.limit(results));
    }

    /**
     * Bounds the items that DynamoDB reads in one request.
     *
     * @param items the most items of one request, at least 1; a mebibyte of them unless it is set
     * @return a changed search
     * @throws IllegalArgumentException if the number is below 1
     */
    public S pageSize(int items) {
        requirePositive("pageSize", items);
        return with(plan.pageSize(items));
    }

    static void requirePositive(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " has to be at least 1, and is " + number + ".");
        }
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
        return new Results<>(plan, new Pages<>(requests, plan, this instanceof Query, false));
    }

    /** Runs the search, as {@link #results()}. */
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
            String number = found.isEmpty() ? "none" : "more than one";
            throw ConstraintViolation.ofSearch(
                    plan.target(), "exactly one result, where there is " + number + ",", found.size());
        }
        return found.get(0);
    }

    /**
     * Counts the results without fetching them; DynamoDB reads them all the same.
     *
     * @return the number of results, up to the limit
     */
    public long count() {
        check(plan);
        Pages<T> pages = new Pages<>(requests, plan, this instanceof Query, true);
        String token = plan.token();
        Map<String, AttributeValue> position = token == null ? null : Token.read(plan, token);
        long count = 0;
        do {
            int needed = plan.isBounded() ? plan.limit() - (int) count : Integer.MAX_VALUE;
            Pages.Answer answer = pages.fetch(position, plan.mostItems(needed));
            count += answer.count();
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
     * @return a sequential stream, which has nothing to close
     */
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(results(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
