package com.acme;

import io.bloop.annotation.BloopRepository;
import io.bloop.annotation.Filter;
import io.bloop.annotation.Scan;
import io.bloop.query.Limit;
import io.bloop.query.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@BloopRepository(Post.class)
interface Posts {

    Post save(Post post);

    Optional<Post> find(String forum, String subject); // the key, by the names of its columns

    boolean delete(String forum, String subject);

    Page<PostTitle> findByForumOrderByCreatedOnDesc(String forum, Limit limit, @Nullable String token);

    Stream<Post> findByForumAndCreatedOnAfter(String forum, Instant moment);

    List<Post> findByForumAndRepliesGreaterThan(String forum, @Filter long replies);

    long countByAuthor(String author);

    @Scan
    List<Post> findByTagsContaining(String tag); // reads the whole table

    default Post get(String forum, String subject) {
        return find(forum, subject).orElseThrow();
    }
}
