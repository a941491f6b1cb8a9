package io.bloop.query;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.type.MemberReader;
import io.bloop.type.StoredItem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Walks the results of a search, and fetches each page when it is needed.
 *
 * <p>Pages without a match are passed over. Not thread-safe.
 *
 * @param <T> the class of the results
 * @since 0.1.0
 */
public final class Results<T> implements Iterator<T> {

    private final Plan<?> plan;
    private final Pages<?> pages;
    private final Function<StoredItem, T> loader;
    private final Deque<StoredItem> fetched = new ArrayDeque<>();
    private @Nullable Position next;
    private @Nullable StoredItem last;
    private boolean more;
    private int handedOut;
    private long scanned;
    private LongAdder skipped = new LongAdder();

    Results(Plan<?> plan, Pages<?> pages, Function<StoredItem, T> loader) {
        this.plan = plan;
        this.pages = pages;
        this.loader = loader;
        reset();
    }

    /** Starts from the beginning again: where the search was told to start. */
    public void reset() {
        fetched.clear();
        next = Token.read(plan);
        last = null;
        more = true;
        handedOut = 0;
        scanned = 0;
        skipped = new LongAdder();
    }

    @Override
    public boolean hasNext() {
        if (handedOut >= plan.limit()) {
            return false;
        }
        while (fetched.isEmpty() && more) {
            fetch();
        }
        return !fetched.isEmpty();
    }

    private void fetch() {
        Pages.Answer answer = pages.fetch(next, pageSize());
        fetched.addAll(pages.own(answer, skipped));
        scanned += answer.scanned();
        next = answer.last();
        more = next != null;
    }

    /** Asks for one more than is needed, which tells whether anything follows the last one. */
    private @Nullable Integer pageSize() {
        return pages.isBounded() ? plan.mostItems(plan.limit() - handedOut + 1) : plan.mostItems(Integer.MAX_VALUE);
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the search of " + plan.target() + " has no further results");
        }
        // read before it is taken out, so that one that cannot be read is not passed over
        StoredItem item = fetched.element();
        T object = loader.apply(item);
        fetched.remove();
        last = item;
        handedOut++;
        return object;
    }

    /**
     * Returns the model of the last result handed out, where a search has the objects of several.
     *
     * @return the model whose item the result is; empty where nothing was handed out yet
     */
    public Optional<ModelDefinition<?>> model() {
        return Optional.ofNullable(last).<BoundModel<?>>map(plan::reader).map(BoundModel::definition);
    }

    /**
     * Returns the key of the last result handed out, as the table stores it.
     *
     * @return the key; empty where nothing was handed out yet
     */
    public Optional<Key<?>> key() {
        return Optional.ofNullable(last).map(item -> plan.reader(item).mapping().itemKey(item));
    }

    /**
     * Returns the number of results handed out so far.
     *
     * @return the number
     */
    public int count() {
        return handedOut;
    }

    /**
     * Returns the number of items that DynamoDB has read so far, before the filter.
     *
     * @return the number
     */
    public long scanned() {
        return scanned;
    }

    /**
     * Returns the number of items so far that no bound model of the table claims, and that were passed over.
     *
     * @return the number; 0 where DynamoDB leaves them out, see {@link Search#onUnclaimed}
     */
    public long skipped() {
        return skipped.sum();
    }

    /**
     * Tells whether every result has been handed out, whatever the limit.
     *
     * @return true if nothing follows
     */
    public boolean exhausted() {
        return fetched.isEmpty() && !more;
    }

    /**
     * Returns the token that stands for the last result handed out, also in the middle of a page.
     *
     * <p>Unless the engine has secrets for tokens, the token is not encrypted: everybody who has it can read the values
     * of the result's keys, those of the table and those of the index that is searched.
     *
     * @return an opaque, URL-safe text; empty where nothing was handed out yet, or it is known that nothing follows
     */
    public Optional<String> token() {
        StoredItem item = last;
        if (item == null || exhausted()) {
            return Optional.empty();
        }
        Map<String, AttributeValue> position = new HashMap<>();
        Set<String> names = plan.positionAttributes();
        MemberReader in = item.open();
        while (in.next()) {
            if (names.contains(in.name())) {
                position.put(in.name(), in.raw());
            }
        }
        in.release();
        return Optional.of(Token.write(plan, position));
    }
}
