package com.acme;

import static com.acme.PostModel.POST;
import static io.bloop.read.Consistency.STRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.boot.test.BloopTest;
import io.bloop.engine.BloopTemplate;
import io.bloop.request.ConstraintViolation;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BloopTest
class SavingTests {

    @Autowired
    BloopTemplate<Post> posts;

    @Test
    void saveWritesWhatChanged() {
        Post post = new Post("DynamoDB", "What does save write?", "ada");
        post.text = "Everything?";
        posts.insert(post); // refused if the item exists

        Post loaded = posts.find("DynamoDB", "What does save write?", STRONG).orElseThrow();
        loaded.tags.add("save");
        loaded.text = null;
        posts.save(loaded); // SET tags, REMOVE text

        posts.update("DynamoDB", "What does save write?")
                .add(POST.replies, 1L) // in the table, without loading the item
                .onlyIf(POST.tags.contains("save"))
                .run();

        assertThat(posts.load(loaded).replies).isEqualTo(1);
        assertThat(loaded.tags).isEqualTo(Set.of("save"));
        assertThat(loaded.text).isNull();
        assertThatThrownBy(() -> posts.insert(new Post("DynamoDB", "What does save write?", "bob")))
                .isInstanceOf(ConstraintViolation.class);
    }
}
