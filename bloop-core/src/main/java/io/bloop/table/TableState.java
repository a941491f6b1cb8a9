package io.bloop.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * A table as DynamoDB describes it; null stands for what no model asks for, or the server cannot tell.
 *
 * @param table the description of the table itself
 * @param timeToLive the description of its time to live
 * @param backups whether point-in-time recovery is on
 * @param tags its tags
 */
record TableState(
        TableDescription table,
        @Nullable TimeToLiveDescription timeToLive,
        @Nullable Boolean backups,
        @Nullable Map<String, String> tags) {

    /** Returns the attribute after which items expire; null where time to live is off. */
    @Nullable
    String expiringAttribute() {
        return timeToLive != null
                        && (timeToLive.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                                || timeToLive.timeToLiveStatus() == TimeToLiveStatus.ENABLING)
                ? timeToLive.attributeName()
                : null;
    }
}
