package io.bloop.boot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.bloop.InvalidArgument;
import io.bloop.query.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.support.WindowIterator;

class SpringPagesTests {

    private static final Page<String> FIRST = new Page<>(List.of("a", "b"), Optional.of("t2"));
    private static final Page<String> SECOND = new Page<>(List.of("c"), Optional.empty());

    private static Page<String> page(@Nullable String token) {
        return token == null ? FIRST : SECOND;
    }

    @Test
    void aPageIsAWindowWhoseLastPositionIsItsToken() {
        Window<String> window = SpringPages.window(FIRST);

        assertThat(window).containsExactly("a", "b");
        assertThat(window.hasNext()).isTrue();
        assertThat(SpringPages.token(window.positionAt(1))).isEqualTo("t2");
        assertThat(SpringPages.window(SECOND).isLast()).isTrue();
    }

    @Test
    void aResultThatNoTokenStandsForHasNoPosition() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SpringPages.window(FIRST).positionAt(0))
                .withMessage(
                        "Result 0 of the window has no position: only the last result of a page with a next page has one; "
                                + "ask for positionAt(1) if hasNext() is true.");
        assertThatIllegalStateException()
                .isThrownBy(() -> SpringPages.window(SECOND).positionAt(0));
    }

    @Test
    void windowsAreWalkedBySpringsIterator() {
        List<String> all = new ArrayList<>();
        WindowIterator.of(position -> SpringPages.window(page(SpringPages.token(position))))
                .startingAt(ScrollPosition.keyset())
                .forEachRemaining(all::add);

        assertThat(all).containsExactly("a", "b", "c");
    }

    @Test
    void thePositionAtTheBeginningHasNoToken() {
        assertThat(SpringPages.token(ScrollPosition.keyset())).isNull();
        assertThat(SpringPages.token(ScrollPosition.offset())).isNull();
    }

    @Test
    void positionsThatDynamoDbDoesNotHaveAreRefused() {
        assertRefused(ScrollPosition.offset(20), "an offset, and DynamoDB has none");
        assertRefused(ScrollPosition.forward(Map.of("id", "a")), "a position without a token");
        KeysetScrollPosition forward = ScrollPosition.forward(Map.of("token", "t2"));
        assertRefused(forward.backward(), "one that goes backward");
    }

    private static void assertRefused(ScrollPosition position, String found) {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> SpringPages.token(position))
                .withMessage(
                        "SpringPages.token(): 'position' has to be an initial position, or one of SpringPages.window(), and "
                                + "is " + found + ".");
    }

    @Test
    void slicesAreWalkedByTheirNextRequests() {
        Slice<String> first = SpringPages.slice(FIRST, Pageable.ofSize(2));
        Pageable next = first.nextPageable();
        Slice<String> second = SpringPages.slice(page(SpringPages.token(next)), next);

        assertThat(first).containsExactly("a", "b");
        assertThat(SpringPages.token(next)).isEqualTo("t2");
        assertThat(second).containsExactly("c");
        assertThat(List.of(first.getNumber(), second.getNumber(), second.getSize()))
                .containsExactly(0, 1, 2);
        assertThat(List.of(first.hasNext(), second.hasNext(), second.hasPrevious()))
                .containsExactly(true, false, true);
        assertThat(second.nextPageable()).isEqualTo(Pageable.unpaged());
        assertThat(SpringPages.token(next.first())).isNull();
        assertThat(SpringPages.token(second.previousPageable())).isNull();
        assertThat(SpringPages.slice(SECOND, Pageable.unpaged())).containsExactly("c");
    }

    @Test
    void aRequestForALaterPageWithoutATokenIsRefused() {
        assertThat(SpringPages.token(PageRequest.of(0, 20))).isNull();
        assertThat(SpringPages.token(Pageable.unpaged())).isNull();
        assertRefused(PageRequest.of(3, 20), "one for page 3");
        assertRefused(PageRequest.of(0, 20, Sort.by("slug")), "sorted by slug: ASC; order the search by its range key");
        Pageable next = SpringPages.slice(FIRST, Pageable.ofSize(2)).nextPageable();
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(next::next)
                .withMessage(
                        "Pageable of SpringPages.slice(): 'page' has to be the first page, or the one after a slice that has "
                                + "one, and is the next page, to which no token leads.");
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> next.withPage(5));
        Pageable third = SpringPages.slice(FIRST, next).nextPageable();
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(third::previousOrFirst);
    }

    private static void assertRefused(Pageable request, String found) {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> SpringPages.token(request))
                .withMessage(
                        "SpringPages.token(): 'request' has to be a request for the first page without an order, or "
                                + "nextPageable() of SpringPages.slice(), and is " + found + ".");
    }
}
