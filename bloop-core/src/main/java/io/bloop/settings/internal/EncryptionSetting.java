package io.bloop.settings.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.SSEType;

/** Encryption with a key of the account. */
final class EncryptionSetting extends Setting<Boolean> {

    private static final long serialVersionUID = 1L;

    EncryptionSetting() {
        super("encryption");
    }

    @Override
    public void create(@Nullable Boolean wanted, SettingValues all, CreateTableRequest.Builder request) {
        if (Boolean.TRUE.equals(wanted)) {
            String key = all.get(Settings.ENCRYPTION_KEY);
            request.sseSpecification(s ->
                    s.enabled(true).sseType(key == null ? null : SSEType.KMS).kmsMasterKeyId(key));
        }
    }

    @Override
    public boolean isComparable(Boolean wanted, @Nullable Boolean actual, DescribedTable table) {
        return !table.isEmulated();
    }

    @Override
    public Boolean actual(DescribedTable table) {
        return isEnabled(table);
    }

    /** DynamoDB describes a key of the account alone; while that changes, the encryption is on. */
    static boolean isEnabled(DescribedTable table) {
        SSEDescription found = table.table().sseDescription();
        return found != null && (found.status() == SSEStatus.ENABLED || found.status() == SSEStatus.UPDATING);
    }

    @Override
    public String printExpected(Boolean wanted, @Nullable Boolean actual) {
        return Settings.printEnabled(wanted);
    }

    @Override
    public String printActual(Boolean wanted, @Nullable Boolean actual) {
        return Settings.printEnabled(actual);
    }

    @Override
    public String action(String owner) {
        return "Change the table's encryption, or the model's setting.";
    }

    @Override
    public List<TableCall<?, ?>> changes(
            Boolean wanted, @Nullable Boolean actual, SettingValues all, DescribedTable table) {
        return List.of(encrypt(wanted, all.get(Settings.ENCRYPTION_KEY), table));
    }

    /** Returns the request that encrypts a table with a key of the account, or with the one that DynamoDB owns. */
    static TableCall<?, ?> encrypt(boolean enabled, @Nullable String key, DescribedTable table) {
        return TableCall.update(
                table,
                r -> r.sseSpecification(s -> s.enabled(enabled)
                        .sseType(enabled && key != null ? SSEType.KMS : null)
                        .kmsMasterKeyId(enabled ? key : null)));
    }

    @Override
    public String caution(Boolean wanted, @Nullable Boolean actual) {
        return wanted
                ? "A key of the account costs money, and everybody who uses the table needs permission to use it."
                : "It takes the key of the account away from the table.";
    }
}
