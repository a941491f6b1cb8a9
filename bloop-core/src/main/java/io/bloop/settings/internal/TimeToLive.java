package io.bloop.settings.internal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** The attribute after whose time items expire. */
final class TimeToLive extends SettingWithRequests<String> {

    private static final long serialVersionUID = 1L;

    TimeToLive() {
        super("ttl");
    }

    @Override
    String plural() {
        return "time to live columns";
    }

    @Override
    public TableQuestion<?, String> question(String table, String arn) {
        return new TableQuestion<>(
                new TableCall<>(
                        "DescribeTimeToLive",
                        DescribeTimeToLiveRequest.builder().tableName(table).build(),
                        DynamoDbClient::describeTimeToLive),
                response -> attribute(response.timeToLiveDescription()));
    }

    private static @Nullable String attribute(@Nullable TimeToLiveDescription found) {
        if (found == null) {
            return null;
        }
        TimeToLiveStatus status = found.timeToLiveStatus();
        return status == TimeToLiveStatus.ENABLED || status == TimeToLiveStatus.ENABLING ? found.attributeName() : null;
    }

    @Override
    public TableCall<?, ?> change(String value, String table, String arn) {
        return call(value, true, table);
    }

    private static TableCall<?, ?> call(String attribute, boolean enabled, String table) {
        return new TableCall<>(
                "UpdateTimeToLive",
                UpdateTimeToLiveRequest.builder()
                        .tableName(table)
                        .timeToLiveSpecification(t -> t.enabled(enabled).attributeName(attribute))
                        .build(),
                DynamoDbClient::updateTimeToLive);
    }

    @Override
    public @Nullable String lacking(String wanted, @Nullable String actual) {
        return actual == null ? wanted : null;
    }

    @Override
    public String title() {
        return "Times to live";
    }

    @Override
    public String pending() {
        return "its time to live is not enabled yet";
    }

    /** Tells refusals such as "TimeToLive is already enabled" from those of the attribute. */
    @Override
    public boolean isConcurrent(String code, String message) {
        String words = message.toLowerCase(Locale.ROOT);
        return super.isConcurrent(code, message)
                || code.equals("ValidationException")
                        && (words.contains("timetolive is ") || words.contains("time to live has been "));
    }

    @Override
    public String printExpected(String wanted, @Nullable String actual) {
        return "attribute " + wanted;
    }

    @Override
    public String printActual(String wanted, @Nullable String actual) {
        return actual == null ? "disabled" : "attribute " + actual;
    }

    @Override
    public String action(String owner) {
        return "Enable the table's time to live on this attribute.";
    }

    @Override
    public List<TableCall<?, ?>> changes(
            String wanted, @Nullable String actual, SettingValues all, DescribedTable table) {
        String name = table.table().tableName();
        TableCall<?, ?> enable = change(wanted, name, table.table().tableArn());
        return actual == null ? List.of(enable) : List.of(call(actual, false, name), enable);
    }

    @Override
    public String caution(String wanted, @Nullable String actual) {
        return "Other items will expire, and DynamoDB takes one change of the attribute in an hour.";
    }
}
