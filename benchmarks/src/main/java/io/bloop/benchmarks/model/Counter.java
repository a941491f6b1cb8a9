package io.bloop.benchmarks.model;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.model.BaseModel;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/** An item of three attributes, for every contestant. */
@Model
@DynamoDbBean
@SuppressWarnings("NullAway.Init") // made empty and filled afterwards
public class Counter extends BaseModel {

    @HashKey
    String name;

    String owner;
    long count;

    /** Creates an empty counter. */
    public Counter() {}

    /** Returns the hash key. */
    @DynamoDbPartitionKey
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public long getCount() {
        return count;
    }

    public void setCount(long count) {
        this.count = count;
    }

    @Override
    public String toString() {
        return "Counter(" + name + ", " + owner + ", " + count + ")";
    }
}
