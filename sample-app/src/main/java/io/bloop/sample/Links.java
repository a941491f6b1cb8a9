package io.bloop.sample;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.sample.LinkModel.LINK;
import static io.bloop.write.WriteOptions.onlyIf;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Condition;
import io.bloop.query.Page;
import io.bloop.request.ConstraintViolation;
import io.bloop.transaction.CancellationReason;
import io.bloop.transaction.TransactionCancelled;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps the links. */
@Service
class Links {

    /** How often a rename is tried again because somebody followed the link meanwhile. */
    private static final int MOST_RENAMES = 20;

    private final BloopTemplate<Link> links;
    private final Engine engine;

    Links(BloopTemplate<Link> links, Engine engine) {
        this.links = links;
        this.engine = engine;
    }

    Link shorten(Link link) {
        return links.insert(link); // refuses to overwrite
    }

    Optional<Link> find(String slug) {
        return links.find(slug);
    }

    Page<Link> newestOf(String owner, int limit, @Nullable String token) {
        return links.query(LINK.byOwner)
                .where(LINK.owner.eq(owner))
                .descending()
                .limit(limit)
                .from(token)
                .page();
    }

    Page<Link> newestOf(String owner, String topic, int limit, @Nullable String token) {
        return links.query(LINK.byOwner)
                .where(LINK.owner.eq(owner))
                .filter(LINK.topic.eq(topic))
                .descending()
                .limit(limit)
                .from(token)
                .page();
    }

    Optional<Link> click(String slug) {
        try {
            return Optional.of(links.update(slug)
                    .add(LINK.clicks, 1L)
                    .onlyIf(LINK.slug.exists().and(isAlive()))
                    .returnNew());
        } catch (ConstraintViolation unknownOrExpired) {
            return Optional.empty();
        }
    }

    private static Condition<Link> isAlive() {
        return LINK.expiresOn.notExists().or(LINK.expiresOn.gt(Instant.now()));
    }

    Page<Link> newestAbout(String topic, int limit, @Nullable String token) {
        return links.query(LINK.byTopic)
                .where(LINK.topic.eq(topic))
                .descending()
                .limit(limit)
                .from(token)
                .page();
    }

    /** Gives a link another slug in one step, so that it is never gone and no click on it is lost. */
    Optional<Link> rename(String slug, String to) {
        for (int attempt = 1; ; attempt++) {
            Optional<Link> found = links.find(LINK.key(slug), STRONG);
            if (found.isEmpty()) {
                return found;
            }
            Link old = found.get();
            Link renamed = old.renamed(to);
            try {
                engine.writeTransaction(tx -> tx.insert(renamed).delete(old, onlyIf(LINK.clicks.eq(old.clicks))));
                return Optional.of(renamed);
            } catch (TransactionCancelled ex) {
                if (isTaken(ex) || attempt == MOST_RENAMES) {
                    throw ex;
                }
            }
        }
    }

    /** Tells a new slug that another link has from a link that was followed or changed meanwhile. */
    static boolean isTaken(TransactionCancelled cancelled) {
        return cancelled.reasons().stream()
                .filter(CancellationReason::isUnmetCondition)
                .anyMatch(reason -> reason.operation().equals("insert"));
    }

    Optional<Link> expire(String slug, Instant on) {
        try {
            return Optional.of(links.update(slug)
                    .set(LINK.expiresOn, on)
                    .onlyIf(LINK.slug.exists())
                    .returnNew());
        } catch (ConstraintViolation unknown) {
            return Optional.empty();
        }
    }

    boolean delete(String slug) {
        return links.deleteByKey(LINK.key(slug));
    }
}
