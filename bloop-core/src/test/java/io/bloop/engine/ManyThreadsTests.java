package io.bloop.engine;

import static io.bloop.testing.AccountModel.ACCOUNT;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.write.WriteOptions.onlyIf;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.read.Consistency;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.Account;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lets many threads share an engine, its template, the definition and its conditions. */
class ManyThreadsTests {

    private static final int THREADS = 32;
    private static final int CALLS = 120;
    private static final int KEPT = 900;
    private static final int COMING_AND_GOING = 100;
    private static final int OWNERS = 10;
    private static final int ACCOUNTS = 5;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final AtomicLong clicks = new AtomicLong();
    private final AtomicLong points = new AtomicLong();
    private final AtomicLong present = new AtomicLong();
    private final AtomicLong found = new AtomicLong();
    private final AtomicLong deposits = new AtomicLong();
    private BloopTemplate<Account> accounts;

    @Test
    @DisplayName("E1 thirty-two threads share one engine, and every sum is right afterwards")
    void sharesAnEngine() throws Exception {
        Engine engine = dynamoDb.engine();
        BloopTemplate<Link> links = engine.template(LINK);
        for (int i = 0; i < KEPT; i++) {
            links.insert(link("kept-" + i, i));
        }
        accounts = engine.template(ACCOUNT);
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.insert(new Account("account-" + i, 0));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(i);
            workers.add(threads.submit(() -> {
                start.await();
                for (int call = 0; call < CALLS; call++) {
                    act(links, random);
                }
                return null;
            }));
        }

        start.countDown();
        for (Future<?> worker : workers) {
            worker.get();
        }
        threads.shutdown();

        List<Link> all = links.scan().consistent().all();
        assertThat(all.stream().mapToLong(link -> link.clicks).sum()).isEqualTo(clicks.get());
        assertThat(all.stream().mapToLong(link -> link.score.longValueExact()).sum())
                .isEqualTo(points.get());
        List<Account> balanced = accounts.scan().consistent().all();
        assertThat(balanced.stream().mapToLong(account -> account.balance).sum())
                .isEqualTo(deposits.get());
        assertThat(balanced.stream().mapToLong(account -> account.version - 1).sum())
                .isEqualTo(deposits.get());
        assertThat(all).hasSize(KEPT + (int) present.get());
        Set<String> slugs = new HashSet<>();
        all.forEach(link -> slugs.add(link.slug));
        assertThat(slugs).hasSize(all.size());
        assertThat(List.of(clicks.get(), points.get(), found.get(), deposits.get()))
                .allMatch(count -> count > 0);
    }

    private void act(BloopTemplate<Link> links, Random random) {
        switch (random.nextInt(7)) {
            case 0 -> {
                links.update("kept-" + random.nextInt(KEPT))
                        .add(LINK.clicks, 1L)
                        .run();
                clicks.incrementAndGet();
            }
            case 1 -> score(links, "kept-" + random.nextInt(OWNERS));
            case 2 -> come(links, "guest-" + random.nextInt(COMING_AND_GOING));
            case 3 -> go(links, "guest-" + random.nextInt(COMING_AND_GOING));
            case 4 -> deposit("account-" + random.nextInt(ACCOUNTS));
            case 5 -> {
                accounts.update("account-" + random.nextInt(ACCOUNTS))
                        .add(ACCOUNT.balance, 1L)
                        .run();
                deposits.incrementAndGet();
            }
            default -> look(links, "owner-" + random.nextInt(OWNERS));
        }
    }

    /** Reads, adds and saves, which only the version keeps from undoing what others do meanwhile. */
    private void deposit(String id) {
        Account account = accounts.find(ACCOUNT.key(id), Consistency.STRONG).orElseThrow();
        long before = account.version;
        account.balance++;
        try {
            accounts.save(account);
            assertThat(account.version).isEqualTo(before + 1);
            deposits.incrementAndGet();
        } catch (ConstraintViolation anotherWasFaster) {
            assertThat(account.version).isEqualTo(before);
        }
    }

    private void score(BloopTemplate<Link> links, String slug) {
        Link link = links.find(LINK.key(slug), Consistency.STRONG).orElseThrow();
        BigDecimal before = link.score;
        link.score = before.add(BigDecimal.ONE);
        try {
            links.save(link, onlyIf(LINK.score.eq(before)));
            points.incrementAndGet();
        } catch (ConstraintViolation anotherWasFaster) {
            assertThat(link.score).isEqualTo(before.add(BigDecimal.ONE));
        }
    }

    private void come(BloopTemplate<Link> links, String slug) {
        try {
            links.insert(link(slug, 0));
            present.incrementAndGet();
        } catch (ConstraintViolation thereAlready) {
            found.incrementAndGet();
        }
    }

    private void go(BloopTemplate<Link> links, String slug) {
        try {
            // without a condition, DynamoDB Local gives one deleted item to several callers
            links.deleteByKey(LINK.key(slug), onlyIf(LINK.slug.exists()));
            present.decrementAndGet();
        } catch (ConstraintViolation goneAlready) {
            found.incrementAndGet();
        }
    }

    private void look(BloopTemplate<Link> links, String owner) {
        List<Link> owned = links.query(LINK.byOwner)
                .where(LINK.owner.eq(owner))
                .filter(LINK.clicks.ge(0L))
                .all();
        assertThat(owned).hasSizeGreaterThanOrEqualTo(KEPT / OWNERS).allMatch(link -> link.owner.equals(owner));
        found.addAndGet(owned.size());
    }

    private static Link link(String slug, int number) {
        Link link = new Link(slug);
        link.owner = "owner-" + number % OWNERS;
        link.score = BigDecimal.ZERO;
        return link;
    }
}
