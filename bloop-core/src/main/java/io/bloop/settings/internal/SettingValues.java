package io.bloop.settings.internal;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of settings, of a table or of one of its indexes; a setting without a value is left as the table has it.
 *
 * <p>For the engine. Immutable and thread-safe: each method returns changed values.
 */
public final class SettingValues {

    /** No value at all. */
    public static final SettingValues NONE = new SettingValues(Map.of());

    private final Map<Setting<?>, Serializable> values;

    private SettingValues(Map<Setting<?>, Serializable> values) {
        this.values = values;
    }

    /**
     * Returns the value of a setting.
     *
     * @param <V> the class of the value
     * @param setting the setting
     * @return the value, or null
     */
    @SuppressWarnings("unchecked") // a setting has values of its own class alone
    public <V extends Serializable> @Nullable V get(Setting<V> setting) {
        return (V) values.get(setting);
    }

    /**
     * Gives a setting a value.
     *
     * @param <V> the class of the value
     * @param setting the setting
     * @param value the value; null takes it away
     * @return changed values
     */
    public <V extends Serializable> SettingValues with(Setting<V> setting, @Nullable V value) {
        Map<Setting<?>, Serializable> changed = new HashMap<>(values);
        if (value == null) {
            changed.remove(setting);
        } else {
            changed.put(setting, value);
        }
        return new SettingValues(Map.copyOf(changed));
    }

    /**
     * Returns the values that two models of one table want together.
     *
     * @param other the values of the other model
     * @param disagreement makes the exception where no table can have both
     * @return the values of both
     */
    public SettingValues united(SettingValues other, Disagreement disagreement) {
        SettingValues united = this;
        for (Setting<?> setting : Settings.all()) {
            united = united.united(setting, other, disagreement);
        }
        return united;
    }

    private <V extends Serializable> SettingValues united(
            Setting<V> setting, SettingValues other, Disagreement disagreement) {
        V own = get(setting);
        V added = other.get(setting);
        if (added == null) {
            return this;
        }
        return with(setting, own == null ? added : setting.united(own, added, disagreement));
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
