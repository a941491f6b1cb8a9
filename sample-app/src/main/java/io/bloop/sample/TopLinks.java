package io.bloop.sample;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.sample.LinkModel.LINK;
import static io.bloop.sample.TopLinkModel.TOP_LINK;

import io.bloop.boot.stream.BloopStreamListener;
import io.bloop.engine.BloopTemplate;
import io.bloop.stream.Change;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Keeps the list of the most clicked links, which follows the changes of the links. */
@Service
class TopLinks {

    private static final String BOARD = "all";

    private final BloopTemplate<Link> links;
    private final BloopTemplate<TopLink> top;

    TopLinks(BloopTemplate<Link> links, BloopTemplate<TopLink> top) {
        this.links = links;
        this.top = top;
    }

    List<TopLink> most(int limit) {
        return top.query(TOP_LINK.byClicks)
                .where(TOP_LINK.board.eq(BOARD))
                .descending()
                .limit(limit)
                .page()
                .items();
    }

    @BloopStreamListener(id = "top-links")
    void follow(List<Change<Link>> changes) {
        changes.stream()
                .filter(change -> clicks(change.before()) != clicks(change.after()))
                .map(Link::of)
                .map(link -> link.slug)
                .distinct()
                .forEach(this::count);
    }

    /**
     * Stores how often a link was clicked.
     *
     * <p>A change may come twice, and late in a process that has lost its lease meanwhile. So what is stored is what the
     * table holds now, whatever the change has told. If somebody has stored a number since this call began, the version
     * refuses this one, and the changes are delivered again. A link that is gone keeps its entry, with 0, for that check.
     */
    private void count(String slug) {
        Long version =
                top.find(TOP_LINK.key(slug), STRONG).map(TopLink::version).orElse(null);
        long clicks = clicks(links.find(LINK.key(slug), STRONG));
        top.replace(new TopLink(slug, clicks > 0 ? BOARD : null, clicks, version));
    }

    private static long clicks(Optional<Link> link) {
        return link.map(known -> known.clicks).orElse(0L);
    }
}
