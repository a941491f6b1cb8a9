package io.bloop.settings.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;

/** Point-in-time recovery. */
final class Backups extends SettingWithRequests<Boolean> {

    private static final long serialVersionUID = 1L;

    Backups() {
        super("backups");
    }

    @Override
    public TableQuestion<?, Boolean> question(String table, String arn) {
        return new TableQuestion<>(
                new TableCall<>(
                        "DescribeContinuousBackups",
                        DescribeContinuousBackupsRequest.builder()
                                .tableName(table)
                                .build(),
                        DynamoDbClient::describeContinuousBackups),
                response -> isEnabled(response.continuousBackupsDescription()));
    }

    private static boolean isEnabled(@Nullable ContinuousBackupsDescription found) {
        return found != null
                && found.pointInTimeRecoveryDescription() != null
                && found.pointInTimeRecoveryDescription().pointInTimeRecoveryStatus()
                        == PointInTimeRecoveryStatus.ENABLED;
    }

    @Override
    public TableCall<?, ?> change(Boolean value, String table, String arn) {
        return new TableCall<>(
                "UpdateContinuousBackups",
                UpdateContinuousBackupsRequest.builder()
                        .tableName(table)
                        .pointInTimeRecoverySpecification(p -> p.pointInTimeRecoveryEnabled(value))
                        .build(),
                DynamoDbClient::updateContinuousBackups);
    }

    @Override
    public @Nullable Boolean lacking(Boolean wanted, @Nullable Boolean actual) {
        return wanted && !Boolean.TRUE.equals(actual) ? wanted : null;
    }

    @Override
    public String pending() {
        return "its backups are not enabled yet";
    }

    /** A new table takes some time until it can have backups at all. */
    @Override
    public Optional<String> waitsFor(String code) {
        return code.equals("ContinuousBackupsUnavailableException")
                ? Optional.of("its backups cannot be enabled yet")
                : Optional.empty();
    }

    @Override
    public String printExpected(Boolean wanted, @Nullable Boolean actual) {
        return wanted ? "point-in-time recovery" : "no point-in-time recovery";
    }

    @Override
    public String printActual(Boolean wanted, @Nullable Boolean actual) {
        return Settings.printEnabled(actual);
    }

    @Override
    public String action(String owner) {
        return "Change the table's point-in-time recovery, or the model's setting.";
    }

    @Override
    public String caution(Boolean wanted, @Nullable Boolean actual) {
        return "The table can no longer be restored to a moment in the past.";
    }
}
