package io.bloop.table;

import io.bloop.request.RequestFailed;
import io.bloop.request.TableRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsUnavailableException;

/**
 * What a new table still lacks of the settings that DynamoDB does not take with CreateTable, or may not have taken.
 *
 * @param timeToLive the attribute after which items are to expire; null where that is set
 * @param backups whether point-in-time recovery has to be switched on
 * @param tags the tags to add
 */
record Equipment(@Nullable String timeToLive, boolean backups, Map<String, String> tags) {

    /** The error codes of requests that DynamoDB refuses because another change of the table is under way. */
    private static final Set<String> BUSY = Set.of("ResourceInUseException", "LimitExceededException");

    /** Returns all that a table has to get after its creation. */
    static Equipment of(TablePlan plan) {
        return new Equipment(plan.ttl(), Boolean.TRUE.equals(plan.backups()), Map.of());
    }

    /** Returns what a table lacks, as far as it has nothing else in its place. */
    static Equipment lacking(TablePlan plan, TableState state) {
        return new Equipment(
                state.timeToLive() != null && state.expiringAttribute() == null ? plan.ttl() : null,
                Boolean.TRUE.equals(plan.backups()) && Boolean.FALSE.equals(state.backups()),
                missingTags(plan, state.tags()));
    }

    private static Map<String, String> missingTags(TablePlan plan, @Nullable Map<String, String> found) {
        if (found == null) {
            return Map.of();
        }
        Map<String, String> missing = new TreeMap<>();
        for (Map.Entry<String, String> tag : plan.tags().entrySet()) {
            String other = found.get(tag.getKey());
            if (other == null) {
                missing.put(tag.getKey(), tag.getValue());
            } else if (!other.equals(tag.getValue())) {
                return Map.of();
            }
        }
        return missing;
    }

    /** Returns the number of differences between table and plan that the equipment removes. */
    int differences() {
        return (timeToLive == null ? 0 : 1) + (backups ? 1 : 0) + (tags.isEmpty() ? 0 : 1);
    }

    boolean isEmpty() {
        return differences() == 0;
    }

    /** Returns what is missing, in words. */
    String status() {
        List<String> missing = new ArrayList<>();
        if (timeToLive != null) {
            missing.add("its time to live is not enabled yet");
        }
        if (backups) {
            missing.add("its backups are not enabled yet");
        }
        if (!tags.isEmpty()) {
            missing.add("its tags are not listed yet");
        }
        return String.join(", ", missing);
    }

    /** Switches on what is missing; what another binding does at the same moment has to be looked at again. */
    void enable(TablePlan plan, String arn, TableRequests requests, PollTimer timer) {
        if (timeToLive != null) {
            enableTimeToLive(timeToLive, plan, requests);
        }
        if (backups) {
            enableBackups(plan, requests, timer);
        }
        if (!tags.isEmpty()) {
            addTags(plan, arn, requests);
        }
    }

    private static void enableTimeToLive(String attribute, TablePlan plan, TableRequests requests) {
        try {
            requests.enableTimeToLive(plan.target(), attribute);
        } catch (RequestFailed ex) {
            if (!isBusy(ex) && !isAboutTimeToLive(ex)) {
                throw ex;
            }
        }
    }

    /** Tells refusals such as "TimeToLive is already enabled" from those of the attribute. */
    private static boolean isAboutTimeToLive(RequestFailed failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return TableReader.code(failure).equals("ValidationException")
                && (message.contains("timetolive is ") || message.contains("time to live has been "));
    }

    private static void enableBackups(TablePlan plan, TableRequests requests, PollTimer timer) {
        while (true) {
            try {
                requests.enableBackups(plan.target());
                return;
            } catch (RequestFailed ex) {
                // a new table takes some time until it can have backups at all
                if (!(ex.getCause() instanceof ContinuousBackupsUnavailableException) && !isBusy(ex)) {
                    TableReader.ignoreUnsupported(plan, "Backups", ex);
                    return;
                }
                timer.pause("its backups cannot be enabled yet");
            }
        }
    }

    private void addTags(TablePlan plan, String arn, TableRequests requests) {
        try {
            requests.tag(plan.target(), arn, tags);
        } catch (RequestFailed ex) {
            if (!isBusy(ex)) {
                throw ex;
            }
        }
    }

    private static boolean isBusy(RequestFailed failure) {
        return BUSY.contains(TableReader.code(failure));
    }
}
