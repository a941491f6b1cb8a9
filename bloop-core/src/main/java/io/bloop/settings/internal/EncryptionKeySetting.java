package io.bloop.settings.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key that a table is encrypted with; created with {@link EncryptionSetting}. */
final class EncryptionKeySetting extends Setting<String> {

    private static final long serialVersionUID = 1L;

    EncryptionKeySetting() {
        super("encryption key");
    }

    @Override
    String plural() {
        return "encryption keys";
    }

    @Override
    public @Nullable String actual(DescribedTable table) {
        return EncryptionSetting.isEnabled(table)
                ? table.table().sseDescription().kmsMasterKeyArn()
                : null;
    }

    /** What an alias stands for is known to KMS alone. */
    @Override
    public boolean isComparable(String wanted, @Nullable String actual, DescribedTable table) {
        return !table.isEmulated()
                && EncryptionSetting.isEnabled(table)
                && !wanted.startsWith("alias/")
                && !wanted.contains(":alias/");
    }

    @Override
    public boolean isMet(String wanted, @Nullable String actual) {
        return actual != null && (actual.equals(wanted) || actual.endsWith(":key/" + wanted));
    }

    @Override
    public String printExpected(String wanted, @Nullable String actual) {
        return wanted;
    }

    @Override
    public String printActual(String wanted, @Nullable String actual) {
        return actual == null ? "not told" : actual;
    }

    @Override
    public String action(String owner) {
        return "Change the key that the table is encrypted with, or the model's setting.";
    }

    @Override
    public List<TableCall<?, ?>> changes(
            String wanted, @Nullable String actual, SettingValues all, DescribedTable table) {
        return List.of(EncryptionSetting.encrypt(true, wanted, table));
    }

    @Override
    public String caution(String wanted, @Nullable String actual) {
        return "Everybody who uses the table needs permission to use the key.";
    }
}
