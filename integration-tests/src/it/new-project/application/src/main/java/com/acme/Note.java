package com.acme;

import io.bloop.annotation.GlobalSecondaryIndex;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.Projection;
import io.bloop.model.BaseModel;
import java.time.Instant;

@Model
@GlobalSecondaryIndex(name = "byOwner", hashKey = "owner", rangeKey = "createdOn", projection = Projection.ALL)
class Note extends BaseModel {

    @HashKey
    String id;

    String owner;
    String text;
    Instant createdOn = Instant.now();

    Note() {}

    Note(String id, String owner, String text) {
        this.id = id;
        this.owner = owner;
        this.text = text;
    }
}
