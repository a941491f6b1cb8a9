package com.acme;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.Version;
import io.bloop.model.BaseModel;

/** An account whose writes are counted. */
@Model
class Account extends BaseModel {

    @HashKey
    String id;

    long balance;

    @Version
    long version;

    Account() {}

    Account(String id, long balance) {
        this.id = id;
        this.balance = balance;
    }
}
