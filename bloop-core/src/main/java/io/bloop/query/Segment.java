package io.bloop.query;

import io.bloop.model.Column;
import io.bloop.type.StoredItem;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
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

    private final Plan<T> plan;
    private final Pages<T> pages;
    private final @Nullable Set<Column<T, ?>> loaded;
    private final LongAdder skipped;
    private final Consumer<Page<T>> sink;
    private @Nullable Position position;

    Segment(Plan<T> plan, Pages<T> pages, LongAdder skipped, Consumer<Page<T>> sink) {
        this.plan = plan;
        this.pages = pages;
        this.loaded = plan.loaded();
        this.skipped = skipped;
        this.sink = sink;
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
        List<StoredItem> own = plan.own(answer.items(), skipped);
        position = answer.last();
        List<T> objects =
                own.stream().map(item -> plan.load(plan.model(), item, loaded)).toList();
        return new Page<>(objects, position == null ? null : this, null);
    }
}
