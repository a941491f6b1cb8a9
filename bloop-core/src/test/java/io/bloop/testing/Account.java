package io.bloop.testing;

import io.bloop.model.BaseModel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;

/** A tracked class whose version and moments the engine writes. */
public class Account extends BaseModel {

    public String id;
    public String owner;
    public long balance;
    public Set<String> tags = new HashSet<>();
    public long version;
    public OffsetDateTime created;
    public Instant modified;

    public Account() {}

    public Account(String id, long balance) {
        this.id = id;
        this.balance = balance;
    }
}
