package com.acme;

import static com.acme.PostModel.POST;
import static io.bloop.type.Types.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.test.BloopTest;
import io.bloop.engine.BloopTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The code of docs/types.md. */
@BloopTest
class TypesTests {

    @Autowired
    BloopTemplate<Post> posts;

    @Test
    void aColumnOfAnyTypeIsReachedByKeyAndPosition() {
        Post post = new Post("DynamoDB", "Any type", "ada");
        post.meta = Map.of("count", 1L, "tags", List.of("docs", "types"));
        posts.save(post);

        posts.update("DynamoDB", "Any type")
                .add(POST.meta.key("count").as(LONG), 1L)
                .onlyIf(POST.meta.key("tags").at(0).beginsWith("do"))
                .run();

        Post loaded = posts.find("DynamoDB", "Any type").orElseThrow();
        assertThat(loaded.meta).asString().contains("count=2");
    }
}
