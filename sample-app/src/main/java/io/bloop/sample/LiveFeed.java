package io.bloop.sample;

import static io.bloop.boot.stream.BloopStreamListener.LATEST;

import io.bloop.boot.stream.BloopStreamListener;
import io.bloop.stream.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages what happens to the links. */
@RestController
@RegisterReflectionForBinding({LiveFeed.News.class, LiveFeed.Place.class})
class LiveFeed {

    private static final int PLACES = 5;

    /**
     * Tells how a link is now.
     *
     * @param link the link; null if it is gone
     */
    record News(String slug, @Nullable LinkView link) {

        static News of(Change<Link> change) {
            return new News(
                    Link.of(change).slug, change.after().map(LinkView::of).orElse(null));
        }
    }

    /** A place on the list of the most clicked links. */
    record Place(String slug, long clicks) {}

    private final LivePages pages;
    private final TopLinks topLinks;

    LiveFeed(LivePages pages, TopLinks topLinks) {
        this.pages = pages;
        this.topLinks = topLinks;
    }

    @GetMapping("/api/live")
    SseEmitter open() {
        return pages.open("top", places());
    }

    @BloopStreamListener(id = "live-links", start = LATEST, containerFactory = "inEveryProcess")
    void tellLinks(List<Change<Link>> changes) {
        Map<String, News> newest = new LinkedHashMap<>();
        changes.stream().map(News::of).forEach(news -> newest.put(news.slug(), news));
        pages.send("links", newest.values());
    }

    @BloopStreamListener(id = "live-top", start = LATEST, containerFactory = "inEveryProcess")
    void tellTop(List<Change<TopLink>> changes) {
        pages.send("top", places());
    }

    private List<Place> places() {
        return topLinks.most(PLACES).stream()
                .map(link -> new Place(link.slug(), link.clicks()))
                .toList();
    }
}
