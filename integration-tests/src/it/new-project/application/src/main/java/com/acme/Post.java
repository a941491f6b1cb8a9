package com.acme;

import io.bloop.annotation.GlobalSecondaryIndex;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.LocalSecondaryIndex;
import io.bloop.annotation.Model;
import io.bloop.annotation.Projection;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.Table;
import io.bloop.model.BaseModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A post in a forum. */
@Model
@Table(billing = Table.Billing.ON_DEMAND)
@LocalSecondaryIndex(name = "byTime", rangeKey = "createdOn", projection = Projection.ALL)
@GlobalSecondaryIndex(
        name = "byAuthor",
        hashKey = "author",
        rangeKey = "createdOn",
        projection = Projection.INCLUDE,
        include = "replies")
class Post extends BaseModel {

    @HashKey
    String forum;

    @RangeKey
    String subject;

    String author;
    String text;
    Instant createdOn = Instant.now();
    long replies;
    long imported;
    long total;
    Set<String> tags = new HashSet<>();
    List<String> remarks = new ArrayList<>();
    Map<String, Integer> countries = new HashMap<>();
    Object meta;

    Post() {}

    Post(String forum, String subject, String author) {
        this.forum = forum;
        this.subject = subject;
        this.author = author;
    }
}
