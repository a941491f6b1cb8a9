package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.test.BloopTest;
import io.bloop.query.Limit;
import io.bloop.query.Page;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BloopTest
class PostsTests {

    @Autowired
    Posts posts; // a bean by itself

    @Test
    void aForumIsReadInPages() {
        for (int day = 1; day <= 3; day++) {
            Post post = new Post("DynamoDB", "Post " + day, "ada");
            post.createdOn = Instant.parse("2026-11-0" + day + "T09:00:00Z");
            post.replies = day;
            post.tags.add("day" + day);
            posts.save(post);
        }

        Page<PostTitle> first = posts.findByForumOrderByCreatedOnDesc("DynamoDB", Limit.of(2), null);
        Page<PostTitle> second = posts.findByForumOrderByCreatedOnDesc(
                "DynamoDB", Limit.of(2), first.next().orElseThrow());

        assertThat(first.items()).extracting(PostTitle::subject).containsExactly("Post 3", "Post 2");
        assertThat(second.map(PostTitle::subject).items()).containsExactly("Post 1");
        assertThat(posts.get("DynamoDB", "Post 1").author).isEqualTo("ada");
        assertThat(posts.countByAuthor("ada")).isEqualTo(3);
        assertThat(posts.findByForumAndRepliesGreaterThan("DynamoDB", 2)).hasSize(1);
        assertThat(posts.findByForumAndCreatedOnAfter("DynamoDB", Instant.parse("2026-11-02T10:00:00Z"))).hasSize(1);
        assertThat(posts.findByTagsContaining("day2")).hasSize(1);
        assertThat(posts.delete("DynamoDB", "Post 3")).isTrue();
    }
}
