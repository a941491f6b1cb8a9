package com.acme;

import static com.acme.PostModel.POST;
import static com.acme.PostTitleProjection.POST_TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.test.BloopTest;
import io.bloop.engine.BloopTemplate;
import io.bloop.query.Page;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BloopTest
class QueryTests {

    @Autowired
    BloopTemplate<Post> posts;

    @BeforeEach
    void store() {
        for (int day = 1; day <= 3; day++) {
            Post post = new Post("DynamoDB", "Post " + day, "ada");
            post.createdOn = Instant.parse("2026-11-0" + day + "T09:00:00Z");
            post.replies = day;
            posts.save(post);
        }
    }

    @Test
    void aForumIsReadInPages() {
        Page<Post> first = page(null);
        Page<Post> second = page(first.next().orElseThrow());

        assertThat(first.items()).extracting(post -> post.subject).containsExactly("Post 3", "Post 2");
        assertThat(second.items()).extracting(post -> post.subject).containsExactly("Post 1");
        assertThat(second.next()).isEmpty();
    }

    private Page<Post> page(String token) {
        return posts.query(POST.byTime)
                .where(POST.forum.eq("DynamoDB").and(POST.createdOn.ge(Instant.parse("2026-11-01T00:00:00Z"))))
                .descending()
                .limit(2)
                .from(token)
                .page();
    }

    @Test
    void anIndexOfKeysAndOneColumnIsReadAndLoaded() {
        List<Post> found = posts.query(POST.byAuthor)
                .where(POST.author.eq("ada"))
                .filter(POST.replies.gt(1L))
                .all(); // objects without text, tags and the other columns that the index does not project

        posts.loadAll(found); // the whole items
        assertThat(found).extracting(post -> post.subject).containsExactly("Post 2", "Post 3");
    }

    @Test
    void aScanSelectsColumns() {
        long many = posts.scan().filter(POST.replies.ge(2L)).count();
        List<Post> subjects = posts.scan().select(POST.subject).all();

        assertThat(many).isEqualTo(2);
        assertThat(subjects).hasSize(3);
    }

    @Test
    void aListOfTitlesIsRead() {
        List<PostTitle> titles = posts.query(POST.byTime)
                .where(POST.forum.eq("DynamoDB"))
                .limit(2)
                .as(POST_TITLE)
                .all();

        assertThat(titles).extracting(PostTitle::subject).containsExactly("Post 1", "Post 2");
        assertThat(posts.as(POST_TITLE).find("DynamoDB", "Post 1")).isPresent();
    }
}
