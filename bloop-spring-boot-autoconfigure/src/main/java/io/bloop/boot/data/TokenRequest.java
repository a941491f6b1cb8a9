package io.bloop.boot.data;

import io.bloop.InvalidArgument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * A request for a page that is reached by a continuation token.
 *
 * @param number the number of the page, from 0
 * @param size the most results
 * @param token the token that leads to the page; null for the first page
 * @param following the token of the page after it; empty where that is not known, or there is none
 */
record TokenRequest(int number, int size, @Nullable String token, Optional<String> following) implements Pageable {

    @Override
    public int getPageNumber() {
        return number;
    }

    @Override
    public int getPageSize() {
        return size;
    }

    @Override
    public long getOffset() {
        return (long) number * size;
    }

    @Override
    public Sort getSort() {
        return Sort.unsorted();
    }

    @Override
    public Pageable next() {
        return new TokenRequest(
                number + 1, size, following.orElseThrow(() -> unreachable("the next page")), Optional.empty());
    }

    @Override
    public Pageable previousOrFirst() {
        if (number > 1) {
            throw unreachable("the previous page");
        }
        return first();
    }

    @Override
    public Pageable first() {
        return new TokenRequest(0, size, null, Optional.empty());
    }

    @Override
    public Pageable withPage(int page) {
        if (page == 0) {
            return first();
        }
        if (page == number) {
            return this;
        }
        throw unreachable("page " + page);
    }

    @Override
    public boolean hasPrevious() {
        return false;
    }

    private static InvalidArgument unreachable(String page) {
        return new InvalidArgument(
                "Pageable of SpringPages.slice()",
                "page",
                "the first page, or the one after a slice that has one",
                page + ", to which no token leads");
    }
}
