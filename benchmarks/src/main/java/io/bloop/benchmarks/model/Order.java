package io.bloop.benchmarks.model;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.RangeKey;
import io.bloop.model.BaseModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** An item of twelve attributes, for every contestant. */
@Model
@DynamoDbBean
@SuppressWarnings("NullAway.Init") // made empty and filled afterwards
public class Order extends BaseModel {

    @HashKey
    String customer;

    @RangeKey
    UUID id;

    String status;
    String note;
    int parcels;
    long grams;
    BigDecimal total;
    boolean paid;
    Instant placedOn;
    Set<String> tags;
    List<OrderLine> lines;
    byte[] signature;

    /** Creates an empty order. */
    public Order() {}

    /** Returns the hash key. */
    @DynamoDbPartitionKey
    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    /** Returns the range key. */
    @DynamoDbSortKey
    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public int getParcels() {
        return parcels;
    }

    public void setParcels(int parcels) {
        this.parcels = parcels;
    }

    public long getGrams() {
        return grams;
    }

    public void setGrams(long grams) {
        this.grams = grams;
    }

    public BigDecimal getTotal() {
        return total;
    }

    public void setTotal(BigDecimal total) {
        this.total = total;
    }

    public boolean isPaid() {
        return paid;
    }

    public void setPaid(boolean paid) {
        this.paid = paid;
    }

    public Instant getPlacedOn() {
        return placedOn;
    }

    public void setPlacedOn(Instant placedOn) {
        this.placedOn = placedOn;
    }

    public Set<String> getTags() {
        return tags;
    }

    public void setTags(Set<String> tags) {
        this.tags = tags;
    }

    public List<OrderLine> getLines() {
        return lines;
    }

    public void setLines(List<OrderLine> lines) {
        this.lines = lines;
    }

    public byte[] getSignature() {
        return signature;
    }

    public void setSignature(byte[] signature) {
        this.signature = signature;
    }

    /** Returns every value, so that equal text means equal orders. */
    @Override
    public String toString() {
        return "Order("
                + String.join(
                        ", ",
                        customer,
                        id.toString(),
                        status,
                        note,
                        Integer.toString(parcels),
                        Long.toString(grams),
                        total.toString(),
                        Boolean.toString(paid),
                        placedOn.toString(),
                        new TreeSet<>(tags).toString(),
                        lines.toString(),
                        HexFormat.of().formatHex(signature))
                + ")";
    }
}
