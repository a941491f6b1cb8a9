package io.bloop.query;

import io.bloop.type.StoredItem;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one segment of a parallel scan, a page at each run; it is not run again before its page was taken. */
final class Segment<T> implements Runnable {

    /** The result of one run: objects or a failure, and the segment to run for more. */
    record Page<T>(
            List<T> objects,
            @Nullable Segment<T> next,
            @Nullable RuntimeException failure) {

        static <T> Page<T> failed(RuntimeException failure) {
            return new Page<>(List.of(), null, failure);
        }
    }

    private final Plan<?> plan;
    private final Pages<?> pages;
    private final Function<StoredItem, T> loader;
    private final LongAdder skipped;
    private final Consumer<Page<T>> sink;
    private @Nullable Position position;

    private Segment(
            Plan<?> plan, Pages<?> pages, Function<StoredItem, T> loader, LongAdder skipped, Consumer<Page<T>> sink) {
        this.plan = plan;
        this.pages = pages;
        this.loader = loader;
        this.skipped = skipped;
        this.sink = sink;
    }

    /** Returns the segment that a plan has. */
    static <M, T> Segment<T> of(
            Plan<M> plan, Function<StoredItem, T> loader, LongAdder skipped, Consumer<Page<T>> sink) {
        return new Segment<>(plan, new Pages<>(plan, false, false), loader, skipped, sink);
    }

    @Override
    public void run() {
        Page<T> page;
        try {
            page = read();
        } catch (RuntimeException ex) {
            page = Page.failed(ex);
        } catch (Error ex) {
            sink.accept(Page.failed(new IllegalStateException("a thread failed: " + ex, ex)));
            throw ex;
        }
        sink.accept(page);
    }

    private Page<T> read() {
        Pages.Answer answer =
                pages.fetch(position, plan.mostItems(pages.isBounded() ? plan.limit() : Integer.MAX_VALUE));
        List<StoredItem> own = pages.own(answer, skipped);
        position = answer.last();
        List<T> objects = own.stream().map(loader).toList();
        return new Page<>(objects, position == null ? null : this, null);
    }
}
