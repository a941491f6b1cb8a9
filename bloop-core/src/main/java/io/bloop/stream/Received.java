package io.bloop.stream;

import io.bloop.stream.Change.Origin;
import java.time.Instant;
import java.util.Comparator;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * A record that was received from a shard.
 *
 * @param shard the shard
 * @param record the record
 * @param arrival counts the records of a stream
 */
record Received(Shard shard, Record record, long arrival) {

    /** Orders sequence numbers, which are whole numbers of any length. */
    static final Comparator<String> BY_SEQUENCE = Comparator.comparing(Received::withoutZeros, (one, other) -> {
        int byLength = Integer.compare(one.length(), other.length());
        return byLength == 0 ? one.compareTo(other) : byLength;
    });

    /** Orders the records of different shards, for which DynamoDB has no order. */
    static final Comparator<Received> ACROSS_SHARDS = Comparator.comparing(Received::at)
            .thenComparing(Received::sequence, BY_SEQUENCE)
            .thenComparingLong(Received::arrival);

    private static String withoutZeros(String number) {
        int digits = 0;
        while (digits < number.length() && number.charAt(digits) == '0') {
            digits++;
        }
        return number.substring(digits);
    }

    Instant at() {
        Instant at = record.dynamodb().approximateCreationDateTime();
        return at == null ? Instant.EPOCH : at;
    }

    String sequence() {
        return record.dynamodb().sequenceNumber();
    }

    Origin origin() {
        return new Origin(shard.stream(), shard.id(), shard.parent());
    }
}
