package io.bloop.table.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Tells whether a binding has created a table that exists, and not finished it. */
enum Unfinished {
    /** A binding has not finished the table, and another one may do so. */
    YES,
    /** Another binding may be about to finish the table. */
    PERHAPS,
    /** The table was finished, or was created by other means. */
    NO;

    /** The key of the tag that a table has from its creation until it is finished. */
    static final String TAG = "bloop:unfinished";

    /** The time in which DynamoDB lists the tags of a new table, and other bindings finish theirs. */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    /** The age up to which a table counts as unfinished where tags cannot tell. */
    private static final Duration RECENT = Duration.ofMinutes(5);

    /**
     * Judges by the tag, and by the age where there are no tags.
     *
     * @param tags the table's tags; null where they cannot be listed
     */
    static Unfinished of(TableDescription table, @Nullable Map<String, String> tags, Instant now) {
        if (tags == null) {
            return isYounger(table, RECENT, now) ? YES : NO;
        }
        if (tags.containsKey(TAG)) {
            return YES;
        }
        return isYounger(table, SETTLING, now) ? PERHAPS : NO;
    }

    private static boolean isYounger(TableDescription table, Duration age, Instant now) {
        return table.creationDateTime() != null
                && table.creationDateTime().plus(age).isAfter(now);
    }
}
