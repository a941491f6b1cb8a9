package com.acme;

import static com.acme.LockModel.LOCK;
import static com.acme.PostModel.POST;
import static io.bloop.read.Consistency.STRONG;
import static io.bloop.write.WriteOptions.clear;
import static io.bloop.write.WriteOptions.once;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.since;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.boot.test.BloopTest;
import io.bloop.engine.BloopTemplate;
import io.bloop.request.ConstraintViolation;
import io.bloop.type.Tag;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Further code of docs/saving.md. */
@BloopTest
class UpdateTests {

    @Autowired
    BloopTemplate<Post> posts;

    @Autowired
    BloopTemplate<Lock> locks;

    @Autowired
    BloopTemplate<Account> accounts;

    @Test
    void anUpdateHasManyActions() {
        Post post = new Post("DynamoDB", "Updates", "ada");
        post.replies = 3;
        post.imported = 4;
        post.countries = Map.of("at", 1);
        posts.save(post);

        posts.update("DynamoDB", "Updates")
                .setFrom(POST.total, POST.replies.plus(POST.imported))
                .append(POST.remarks, List.of("checked"))
                .add(POST.countries.key("at").asNumber(), 1)
                .onlyIf(POST.tags.notExists().or(POST.tags.size().lt(20)).and(POST.author.hasType(Tag.S)))
                .run();

        Post updated = posts.find("DynamoDB", "Updates").orElseThrow();
        assertThat(updated.total).isEqualTo(7);
        assertThat(updated.remarks).containsExactly("checked");
        assertThat(updated.countries).containsEntry("at", 2);
    }

    @Test
    void aSnapshotIsACondition() {
        Post post = posts.save(new Post("DynamoDB", "Snapshots", "ada"));
        post.text = "Only if nobody has changed it.";

        posts.save(post, onlyIf(posts.snapshot(post)));

        posts.update("DynamoDB", "Snapshots").set(POST.author, "bob").run();
        post.text = "Too late.";
        assertThatThrownBy(() -> posts.save(post, onlyIf(posts.snapshot(post))))
                .isInstanceOf(ConstraintViolation.class);
    }

    @Test
    void anUpdateIsAppliedOnce() {
        String owner = "ada";
        posts.save(new Post("DynamoDB", "Once", "ada"));

        posts.update("DynamoDB", "Once").add(POST.replies, 1L).once().run();
        locks.insert(new Lock("nightly", owner), once()); // taken, or ConstraintViolation: never in doubt

        assertThat(posts.find("DynamoDB", "Once").orElseThrow().replies).isEqualTo(1);
        assertThat(locks.find("nightly")).contains(new Lock("nightly", owner));
    }

    @Test
    void aRecordIsClearedByNameOrByWhatDiffers() {
        Lock before = locks.save(new Lock("weekly", "ada"));

        locks.save(new Lock("weekly", null), since(before)); // REMOVE owner
        assertThat(locks.find("weekly")).contains(new Lock("weekly", null));

        locks.save(before);
        locks.save(new Lock("weekly", null), clear(LOCK.owner)); // REMOVE owner
        assertThat(locks.find("weekly")).contains(new Lock("weekly", null));
    }

    @Test
    void aVersionRefusesTheSecondWriter() {
        accounts.save(new Account("a", 100));
        Account stale = accounts.find("a").orElseThrow();
        stale.balance += 1;

        Account account = accounts.find("a", STRONG).orElseThrow();
        account.balance -= 10;
        accounts.save(account); // only if nobody has written it since; account.version is one more afterwards

        assertThat(account.version).isEqualTo(2);
        assertThatThrownBy(() -> accounts.save(stale)).isInstanceOf(ConstraintViolation.class);
    }
}
