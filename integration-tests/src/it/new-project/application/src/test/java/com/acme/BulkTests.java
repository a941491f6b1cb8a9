package com.acme;

import static com.acme.PostModel.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.test.BloopTest;
import io.bloop.engine.BloopTemplate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Bulk calls and a parallel scan. */
@BloopTest
class BulkTests {

    private static final Logger log = LoggerFactory.getLogger(BulkTests.class);

    @Autowired
    BloopTemplate<Post> posts;

    @Test
    void manyPostsAreWrittenAndDeleted() {
        List<Post> imported = IntStream.range(0, 60)
                .mapToObj(number -> new Post("Archive", "Post " + number, "ada"))
                .toList();

        long written = posts.bulk().sideBySide(2).replaceAll(imported);

        assertThat(written).isEqualTo(60);
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try (Stream<Post> unanswered =
                posts.scan().filter(POST.replies.eq(0L)).parallel(4, executor).stream()) {
            posts.bulk().onProgress(p -> log.info("{} deleted", p.done())).deleteAll(unanswered::iterator);
        }
        executor.shutdown();
        assertThat(posts.scan().count()).isZero();
    }
}
