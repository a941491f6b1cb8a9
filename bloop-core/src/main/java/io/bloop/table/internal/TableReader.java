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

/** Asks DynamoDB for all about a table that its plan mentions. */
final class TableReader {

    private static final Logger LOG = LoggerFactory.getLogger(TableBinder.class);

    private final TableRequests requests;

    TableReader(TableRequests requests) {
        this.requests = requests;
    }

    /** Describes a table; empty if there is none. */
    Optional<TableDescription> describe(TablePlan plan) {
        try {
            return Optional.of(requests.describeTable(plan.target()));
        } catch (ResourceNotFoundException ex) {
            return Optional.empty();
        }
    }

    /** Completes the description of a table. */
    DescribedTable complete(TablePlan plan, TableDescription table) {
        return complete(plan, table, setting -> true);
    }

    /** Completes the description of a table that was created just now, of which DynamoDB may not list the tags yet. */
    DescribedTable completeNew(TablePlan plan, TableDescription table) {
        return complete(plan, table, setting -> !setting.isCreated());
    }

    private DescribedTable complete(TablePlan plan, TableDescription table, Predicate<SettingWithRequests<?>> isAsked) {
        DescribedTable described = new DescribedTable(table);
        for (SettingWithRequests<?> setting : Settings.withRequests()) {
            if (isAsked.test(setting) && plan.settings().get(setting) != null) {
                described = completed(described, plan, setting);
            }
        }
        return described;
    }

    private <V extends Serializable> DescribedTable completed(
            DescribedTable described, TablePlan plan, SettingWithRequests<V> setting) {
        try {
            return described.with(setting, ask(plan, described.table(), setting));
        } catch (RequestFailed ex) {
            ignoreUnsupported(plan, setting, ex);
            return described;
        }
    }

    private <V extends Serializable> @Nullable V ask(
            TablePlan plan, TableDescription table, SettingWithRequests<V> setting) {
        return ask(plan, setting.question(plan.tableName(), table.tableArn()));
    }

    private <R extends DynamoDbResponse, V> @Nullable V ask(TablePlan plan, TableQuestion<R, V> question) {
        return question.value().apply(requests.send(plan.target(), question.call()));
    }

    /** Lists the tags of a table whatever its plan; null where the server or the account does not allow that. */
    @Nullable
    Map<String, String> tags(TablePlan plan, TableDescription table) {
        try {
            Tags tags = ask(plan, table, Settings.TAGS);
            return tags == null ? Map.of() : tags.values();
        } catch (TableNotFound ex) {
            // tags of a new table may not be known yet
            return Map.of();
        } catch (RequestFailed ex) {
            if (ex instanceof AccessDenied || isUnsupported(ex)) {
                return null;
            }
            throw ex;
        }
    }

    /** DynamoDB itself knows every operation; an emulator that does not can only be believed. */
    static void ignoreUnsupported(TablePlan plan, SettingWithRequests<?> setting, RequestFailed failure) {
        if (!isUnsupported(failure)) {
            throw failure;
        }
        LOG.info(
                "{} of table '{}' are not compared: {} is not supported here",
                setting.title(),
                plan.tableName(),
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
