package io.bloop.benchmarks.move;

import static io.bloop.annotation.Projection.ALL;

import io.bloop.annotation.GlobalSecondaryIndex;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.StoredWith;
import io.bloop.annotation.Table;
import io.bloop.annotation.Version;
import io.bloop.model.BaseModel;
import io.bloop.type.CompatibleTypes;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;

/** A model that the Enhanced Client and Bloop use at the same time. */
@Model
@Table(name = "tickets")
@GlobalSecondaryIndex(name = "byAssignee", hashKey = "assignee", rangeKey = "createdOn", projection = ALL)
@DynamoDbBean
@SuppressWarnings("NullAway.Init") // made empty and filled afterwards
public class Ticket extends BaseModel {

    @HashKey
    private String id;

    private @Nullable String assignee;
    private String title = "untitled";

    @StoredWith(holder = CompatibleTypes.class, constant = "ENHANCED_INSTANT")
    private @Nullable Instant createdOn;

    private @Nullable Set<String> labels;

    @Version
    private @Nullable Integer version;

    /** Creates an empty ticket. */
    public Ticket() {}

    /** Returns the hash key. */
    @DynamoDbPartitionKey
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /** Returns the hash key of the index. */
    @DynamoDbSecondaryPartitionKey(indexNames = "byAssignee")
    public @Nullable String getAssignee() {
        return assignee;
    }

    public void setAssignee(@Nullable String assignee) {
        this.assignee = assignee;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    /** Returns the range key of the index. */
    @DynamoDbSecondarySortKey(indexNames = "byAssignee")
    public @Nullable Instant getCreatedOn() {
        return createdOn;
    }

    public void setCreatedOn(@Nullable Instant createdOn) {
        this.createdOn = createdOn;
    }

    public @Nullable Set<String> getLabels() {
        return labels;
    }

    public void setLabels(@Nullable Set<String> labels) {
        this.labels = labels;
    }

    @DynamoDbVersionAttribute
    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }
}
