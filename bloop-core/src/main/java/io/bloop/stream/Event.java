package io.bloop.stream;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Identity;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/**
 * Tells what has happened to an item.
 *
 * <p>An event with an unknown name is recognised by its images; DynamoDB Local sends such events for removals by time
 * to live.
 */
record Event(Change.Kind kind, boolean expired) {

    private static final String TTL_PRINCIPAL = "dynamodb.amazonaws.com";
    private static final String TTL_TYPE = "Service";

    /** The names under which DynamoDB Local tells of time to live, embedded and as a server. */
    private static final Set<String> LOCAL_EXPIRIES = Set.of("EXPIRE", "UNKNOWN_TO_SDK_VERSION");

    static Event of(Record record) {
        String name = record.eventNameAsString();
        Change.Kind kind = kind(name, record.dynamodb());
        boolean isExpiry = isOfTimeToLive(record.userIdentity()) || name == null || LOCAL_EXPIRIES.contains(name);
        return new Event(kind, kind == Change.Kind.REMOVE && isExpiry);
    }

    private static Change.Kind kind(@Nullable String name, StreamRecord images) {
        for (Change.Kind kind : Change.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        if (!images.hasNewImage()) {
            return Change.Kind.REMOVE;
        }
        return images.hasOldImage() ? Change.Kind.MODIFY : Change.Kind.INSERT;
    }

    private static boolean isOfTimeToLive(@Nullable Identity identity) {
        return identity != null
                && TTL_TYPE.equalsIgnoreCase(identity.type())
                && TTL_PRINCIPAL.equalsIgnoreCase(identity.principalId());
    }
}
