package io.bloop.boot.accounts;

import io.bloop.model.BaseModel;

public class Account extends BaseModel {

    public String id;
    public long balance;
    public Long version;

    public Account() {}

    public Account(String id) {
        this.id = id;
    }
}
