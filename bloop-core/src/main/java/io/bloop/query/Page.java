package io.bloop.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some results of a search, and the token of the results that follow.
 *
 * <p>Unless the engine has secrets for tokens, the token is not encrypted: everybody who has it can read the values of
 * the last result's keys, those of the table and those of the index that is searched.
 *
 * @param <T> the class of the results
 * @param items the results, at most as many as the search was limited to
 * @param next the continuation token of the following page; empty where it is known that nothing follows. With a
 *     filter or a page size the following page may turn out to be empty.
 * @since 0.1.0
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /**
     * Creates a page.
     *
     * @param items the results
     * @param next the continuation token of the following page
     */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of other objects.
     *
     * @param <R> the class of the other objects
     * @param mapper makes another object of each
     * @return a page with the same token
     */
    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), next);
    }
}
