package io.bloop.testing;

import io.bloop.model.BaseModel;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tracked class with a column of every kind. */
public class Link extends BaseModel {

    public String slug;
    public URI target;
    public String owner;
    public Instant createdOn = Instant.parse("2024-01-01T00:00:00Z");
    public Instant expiresOn;
    public long clicks;
    public BigDecimal score;
    public Boolean pinned;
    public byte[] icon;
    public Set<String> tags = new HashSet<>();
    public List<String> notes = new ArrayList<>();
    public Map<String, Integer> counts = new HashMap<>();

    public Link() {}

    public Link(String slug) {
        this.slug = slug;
    }
}
