package io.bloop.query;

import io.bloop.expression.Condition;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.model.ProjectionDefinition;
import io.bloop.type.StoredItem;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operations that queries and scans share.
 *
 * <p>A search is immutable and thread-safe: each method that changes it returns another, and each that runs it starts
 * again.
 *
 * @param <T> the class of the model's objects
 * @param <S> the kind of search
 * @since 0.1.0
 */
public abstract sealed class Search<T, S extends Search<T, S>> extends Retrieval<T, T> permits Query, Scan {

    Search(Plan<T> plan, boolean query) {
        super(plan, query);
    }

    abstract S with(Plan<T> plan);

    @Override
    final Function<StoredItem, T> loader(Plan<T> plan) {
        return plan.loader();
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
            throw plan().invalid(
                            "filter() needs a condition, and is given null; leave filter() out to keep every item.");
        }
        return with(plan().filter(condition));
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
            throw plan().invalid(
                            "select() needs columns, and is given null; name at least one, or leave select() out.");
        }
        if (columns.length == 0) {
            throw plan().invalid("select() names no column; name at least one, or leave select() out.");
        }
        return with(
                plan().select(Stream.of(columns).<Column<T, ?>>map(this::column).toList()));
    }

    private Column<T, ?> column(Path<T, ?> path) {
        if (!(path.place() instanceof Column<T, ?> column)) {
            throw plan().invalid("select() names '" + path.name() + "', which is inside a column; name the column.");
        }
        if (column.model() != plan().definition()) {
            throw plan().invalid("select() names '" + column.name() + "' of "
                    + column.model().name() + "; name columns of "
                    + plan().definition().name() + ".");
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
        return with(plan().limit(results));
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
        return with(plan().pageSize(items));
    }

    private void requirePositive(String method, int number) {
        if (number < 1) {
            throw plan().invalid(method + " has to be at least 1, and is " + number + ".");
        }
    }

    /**
     * Sets what the search does with items that no bound model of the table claims, such as those of a newer release.
     *
     * <p>Has no effect on a model that claims every item. The items of other models are always passed over.
     *
     * @param unclaimed what to do; {@link Unclaimed#SKIP} unless it is set
     * @return a changed search
     * @throws InvalidSearch if the choice is null
     */
    public S onUnclaimed(Unclaimed unclaimed) {
        if (unclaimed == null) {
            throw plan().invalid("onUnclaimed() needs one of SKIP, COUNT and FAIL, and is given null.");
        }
        return with(plan().onUnclaimed(unclaimed));
    }

    /**
     * Sees every write that succeeded before; costs twice the read units.
     *
     * @return a changed search, which is refused on a global index when it runs
     */
    public S consistent() {
        return with(plan().makeConsistent());
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
        return with(plan().from(token));
    }

    /**
     * Reads objects of another class, which have some columns of the model; DynamoDB is asked for these and the keys alone.
     *
     * <p>Takes the place of {@link #select}; all else holds as it was given before.
     *
     * @param <P> the class of the projection's objects
     * @param projection a projection of the model
     * @return the search, ready to be run
     * @throws InvalidSearch if the projection is null or of another model
     */
    public <P> ProjectedSearch<T, P> as(ProjectionDefinition<T, P> projection) {
        return new ProjectedSearch<>(plan().projected(projection), isQuery(), projection);
    }
}
