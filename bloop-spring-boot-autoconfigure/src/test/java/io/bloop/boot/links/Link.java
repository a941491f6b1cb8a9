package io.bloop.boot.links;

import io.bloop.model.BaseModel;
import java.time.Instant;

public class Link extends BaseModel {

    public String slug;
    public String owner;
    public Instant createdOn;
    public Instant expiresOn;

    public Link() {}

    public Link(String slug, String owner) {
        this.slug = slug;
        this.owner = owner;
    }
}
