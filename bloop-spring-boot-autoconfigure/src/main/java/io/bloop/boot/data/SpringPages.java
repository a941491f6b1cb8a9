package io.bloop.boot.data;

import io.bloop.InvalidArgument;
import io.bloop.query.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.data.domain.Window;

/**
 * Makes pages of searches into Spring Data's slices and windows, and their positions into continuation tokens.
 *
 * <pre>{@code
 * Window<Link> newest(ScrollPosition position) {
 *     return SpringPages.window(
 *             links.query(LINK.byOwner).where(LINK.owner.eq("ada")).limit(20).from(SpringPages.token(position)).page());
 * }
 * }</pre>
 *
 * <p>DynamoDB reads pages one after another, and has no offsets: a position without a token can only be the first. Needs
 * {@code spring-data-commons}, which the starter does not bring.
 *
 * @since 0.1.0
 */
public final class SpringPages {

    private static final String TOKEN = "token";

    private SpringPages() {}

    /**
     * Makes a page a window.
     *
     * @param <T> the class of the results
     * @param page the page of a search
     * @return its results; the position of the last one holds the token of the page, and no other result has a position
     */
    public static <T> Window<T> window(Page<T> page) {
        int last = page.items().size() - 1;
        return Window.from(
                page.items(), index -> position(page, index, last), page.next().isPresent());
    }

    private static ScrollPosition position(Page<?> page, int index, int last) {
        String token = index == last ? page.next().orElse(null) : null;
        if (token == null) {
            throw new IllegalStateException("Result " + index
                    + " of the window has no position: only the last result of a page with a next page has "
                    + "one; ask for positionAt(" + last + ") if hasNext() is true.");
        }
        return ScrollPosition.forward(Map.of(TOKEN, token));
    }

    /**
     * Returns the continuation token of a position.
     *
     * @param position the initial position, or one of a window that this class has made
     * @return the token; null for the initial position
     * @throws InvalidArgument if it is an offset, goes backward, or has no token
     */
    public static @Nullable String token(ScrollPosition position) {
        String method = "SpringPages.token()";
        String expected = "an initial position, or one of SpringPages.window()";
        InvalidArgument.required(position, method, "position", expected);
        if (position.isInitial()) {
            return null;
        }
        boolean isForward = position instanceof KeysetScrollPosition keyset && keyset.scrollsForward();
        Object token = isForward ? ((KeysetScrollPosition) position).getKeys().get(TOKEN) : null;
        if (token instanceof String text) {
            return text;
        }
        String found = position instanceof KeysetScrollPosition
                ? isForward ? "a position without a token" : "one that goes backward"
                : "an offset, and DynamoDB has none";
        throw new InvalidArgument(method, "position", expected, found);
    }

    /**
     * Makes a page a slice.
     *
     * @param <T> the class of the results
     * @param page the page of a search, limited to the size of the request
     * @param request the request that it was made for
     * @return its results; {@link Slice#nextPageable()} holds the token of the page
     */
    public static <T> Slice<T> slice(Page<T> page, Pageable request) {
        Pageable own = request.isUnpaged()
                ? request
                : new TokenRequest(request.getPageNumber(), request.getPageSize(), null, page.next());
        return new SliceImpl<>(page.items(), own, page.next().isPresent());
    }

    /**
     * Returns the continuation token of a request for a page.
     *
     * @param request a request for the first page without an order, or the {@code nextPageable()} of a slice that this class
     *     has made
     * @return the token; null for the first page
     * @throws InvalidArgument if it asks for a later page and has no token, or for an order
     */
    public static @Nullable String token(Pageable request) {
        String method = "SpringPages.token()";
        String expected = "a request for the first page without an order, or nextPageable() of SpringPages.slice()";
        InvalidArgument.required(request, method, "request", expected);
        if (request instanceof TokenRequest own) {
            return own.token();
        }
        if (request.getSort().isSorted()) {
            throw new InvalidArgument(
                    method,
                    "request",
                    expected,
                    "sorted by " + request.getSort() + "; order the search by its range key");
        }
        if (request.isPaged() && request.getPageNumber() > 0) {
            throw new InvalidArgument(method, "request", expected, "one for page " + request.getPageNumber());
        }
        return null;
    }
}
