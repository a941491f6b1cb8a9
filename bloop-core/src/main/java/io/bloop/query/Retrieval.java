package io.bloop.query;

import io.bloop.request.ConstraintViolation;
import io.bloop.type.StoredItem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The ways to run a search and to take its results.
 *
 * <p>Immutable and thread-safe: each method that runs the search starts anew.
 *
 * @param <T> the class of the model's objects
 * @param <R> the class of the results
 * @since 0.1.0
 */
public abstract sealed class Retrieval<T, R> implements Iterable<R> permits Search, ProjectedSearch {

    private final Plan<T> plan;
    private final boolean query;

    Retrieval(Plan<T> plan, boolean query) {
        this.plan = plan;
        this.query = query;
    }

    final Plan<T> plan() {
        return plan;
    }

    final boolean isQuery() {
        return query;
    }

    /** Returns what makes a result of an item, or throws {@link InvalidSearch} where the plan cannot have such results. */
    abstract Function<StoredItem, R> loader(Plan<T> plan);

    /**
     * Runs the search.
     *
     * @return lazy results
     * @throws InvalidSearch if the search cannot be asked in this way
     * @throws InvalidToken if the token does not fit
     */
    public Results<R> results() {
        return results(plan);
    }

    private Results<R> results(Plan<T> limited) {
        PlanCheck.search(limited, query);
        Function<StoredItem, R> loader = loader(limited);
        return new Results<>(limited, new Pages<>(limited, query, false), loader);
    }

    /** Runs the search like {@link #results()}. */
    @Override
    public Iterator<R> iterator() {
        return results();
    }

    /**
     * Runs the search and collects its results.
     *
     * @return all results, up to the limit
     */
    public List<R> all() {
        List<R> all = new ArrayList<>();
        forEach(all::add);
        return all;
    }

    /**
     * Runs the search for its first result.
     *
     * @return the first result, or empty if there is none
     */
    public Optional<R> first() {
        Results<R> results = results(plan.limit(1));
        return results.hasNext() ? Optional.of(results.next()) : Optional.empty();
    }

    /**
     * Runs the search for its only result.
     *
     * @return the result
     * @throws ConstraintViolation if there is none, or more than one
     */
    public R one() {
        List<R> found = new ArrayList<>();
        results(plan.limit(2)).forEachRemaining(found::add);
        if (found.size() != 1) {
            throw ConstraintViolation.notOneResult(plan.target(), described(), plan.where(), !found.isEmpty());
        }
        return found.get(0);
    }

    /** Describes the search with the values of its keys, and with the columns of its filter alone. */
    private String described() {
        Set<String> filtered = new LinkedHashSet<>();
        plan.filter().paths().forEach(path -> filtered.add(path.name()));
        return (query ? "query of " : "scan of ")
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
        PlanCheck.search(plan, query);
        Pages<T> pages = new Pages<>(plan, query, true);
        Position position = Token.read(plan);
        LongAdder skipped = new LongAdder();
        long count = 0;
        do {
            int needed = plan.isBounded(query) ? plan.limit() - (int) count : Integer.MAX_VALUE;
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
    public Page<R> page() {
        Results<R> results = results();
        List<R> items = new ArrayList<>();
        results.forEachRemaining(items::add);
        return new Page<>(items, results.token());
    }

    /**
     * Runs the search as a lazy stream.
     *
     * @return a sequential stream that does not have to be closed
     */
    public Stream<R> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(results(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
