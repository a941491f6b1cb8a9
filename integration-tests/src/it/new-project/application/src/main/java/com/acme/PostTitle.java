package com.acme;

import io.bloop.annotation.ProjectionOf;
import java.time.Instant;

/** What a list of posts shows. */
@ProjectionOf(Post.class)
record PostTitle(String subject, String author, Instant createdOn) {}
