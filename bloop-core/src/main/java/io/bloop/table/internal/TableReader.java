package io.bloop.table.internal;

import io.bloop.request.AccessDenied;
import io.bloop.request.RequestFailed;
import io.bloop.request.TableNotFound;
import io.bloop.request.internal.TableRequests;
import io.bloop.settings.internal.DescribedTable;
import io.bloop.settings.internal.SettingWithRequests;
import io.bloop.settings.internal.Settings;
import io.bloop.settings.internal.TableQuestion;
import io.bloop.settings.internal.Tags;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Asks DynamoDB for all about a table that its models want something of. */
final class TableReader {

    private static final Logger LOG = LoggerFactory.getLogger(TableBinder.class);

    private final TableRequests requests;

    TableReader(TableRequests requests) {
        this.requests = requests;
    }

    /** Describes a table; empty if there is none. */
    Optional<TableDescription> describe(WantedTable goal) {
        try {
            return Optional.of(requests.describeTable(goal.target()));
        } catch (ResourceNotFoundException ex) {
            return Optional.empty();
        }
    }

    /** Completes the description of a table. */
    DescribedTable complete(WantedTable goal, TableDescription table) {
        return complete(goal, table, setting -> true);
    }

    /** Completes the description of a table that was created just now. DynamoDB may not list its tags yet. */
    DescribedTable completeNew(WantedTable goal, TableDescription table) {
        return complete(goal, table, setting -> !setting.isCreated());
    }

    private DescribedTable complete(
            WantedTable goal, TableDescription table, Predicate<SettingWithRequests<?>> isAsked) {
        DescribedTable described = new DescribedTable(table);
        for (SettingWithRequests<?> setting : Settings.withRequests()) {
            if (isAsked.test(setting) && goal.settings().get(setting) != null) {
                described = completed(described, goal, setting);
            }
        }
        return described;
    }

    private <V extends Serializable> DescribedTable completed(
            DescribedTable described, WantedTable goal, SettingWithRequests<V> setting) {
        try {
            return described.with(setting, ask(goal, described.table(), setting));
        } catch (RequestFailed ex) {
            ignoreUnsupported(goal, setting, ex);
            return described;
        }
    }

    private <V extends Serializable> @Nullable V ask(
            WantedTable goal, TableDescription table, SettingWithRequests<V> setting) {
        try {
            return ask(goal, setting.question(goal.tableName(), table.tableArn()));
        } catch (TableNotFound ex) {
            if (!setting.isCreated()) {
                throw ex;
            }
            // the table was there a moment ago: DynamoDB does not know yet what a new table was created with
            return null;
        }
    }

    private <R extends DynamoDbResponse, V> @Nullable V ask(WantedTable goal, TableQuestion<R, V> question) {
        return question.value().apply(requests.send(goal.target(), question.call()));
    }

    /** Lists the tags of a table whatever its models want; null where the server or the account does not allow that. */
    @Nullable
    Map<String, String> tags(WantedTable goal, TableDescription table) {
        try {
            Tags tags = ask(goal, table, Settings.TAGS);
            return tags == null ? Map.of() : tags.values();
        } catch (RequestFailed ex) {
            if (ex instanceof AccessDenied || isUnsupported(ex)) {
                return null;
            }
            throw ex;
        }
    }

    /** DynamoDB supports every operation. If an emulator does not, the setting cannot be compared. */
    static void ignoreUnsupported(WantedTable goal, SettingWithRequests<?> setting, RequestFailed failure) {
        if (!isUnsupported(failure)) {
            throw failure;
        }
        LOG.info(
                "{} of table '{}' are not compared: {} is not supported here",
                setting.title(),
                goal.tableName(),
                failure.operation());
    }

    static boolean isUnsupported(RequestFailed failure) {
        return "UnknownOperationException".equals(code(failure));
    }

    /** Returns the error code of the service, which its exceptions are named after; empty where it did not answer. */
    static String code(RequestFailed failure) {
        if (!(failure.getCause() instanceof AwsServiceException service)) {
            return "";
        }
        return service.awsErrorDetails() == null
                ? service.getClass().getSimpleName()
                : String.valueOf(service.awsErrorDetails().errorCode());
    }
}
