package io.bloop.query;

import java.util.List;
import java.util.Optional;

/**
 * Holds some results of a search, and where it goes on.
 *
 * @param <T> the class of the model's objects
 * @param items the results, at most as many as the search was limited to
 * @param next the continuation token of the following page; empty where it is known that nothing follows. With a
 *     filter or a page size the following page may turn out to be empty.
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** Creates a page. */
    public Page {
        items = List.copyOf(items);
    }
}
