package io.bloop.table.internal;

import io.bloop.request.RequestFailed;
import io.bloop.request.internal.TableRequests;
import io.bloop.settings.internal.DescribedTable;
import io.bloop.settings.internal.SettingWithRequests;
import io.bloop.settings.internal.Settings;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a table lacks that binding has created and not finished. */
final class Equipment {

    private final WantedTable goal;
    private final List<Part<?>> parts = new ArrayList<>();

    private Equipment(WantedTable goal) {
        this.goal = goal;
    }

    /** A setting that the table lacks, with the value to give it. */
    private record Part<V extends Serializable>(SettingWithRequests<V> setting, V value) {}

    /** Returns what a table has to get after its creation. */
    static Equipment of(WantedTable goal) {
        Equipment equipment = new Equipment(goal);
        Settings.withRequests().stream()
                .filter(setting -> !setting.isCreated())
                .forEach(setting -> equipment.add(setting, null));
        return equipment;
    }

    /** Returns what a table lacks, as far as it has nothing else in its place. */
    static Equipment lacking(WantedTable goal, DescribedTable table) {
        Equipment equipment = new Equipment(goal);
        Settings.withRequests().stream()
                .filter(table::isAnswered)
                .forEach(setting -> equipment.addMissing(setting, table));
        return equipment;
    }

    private <V extends Serializable> void addMissing(SettingWithRequests<V> setting, DescribedTable table) {
        add(setting, table.answer(setting));
    }

    private <V extends Serializable> void add(SettingWithRequests<V> setting, @Nullable V actual) {
        V wanted = goal.settings().get(setting);
        V lacking = wanted == null ? null : setting.lacking(wanted, actual);
        if (lacking != null) {
            parts.add(new Part<>(setting, lacking));
        }
    }

    /** Returns the number of differences between the table and what models want that the equipment removes. */
    int differences() {
        return parts.size();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Returns what is lacking, in words. */
    String status() {
        return parts.stream().map(part -> part.setting().pending()).collect(Collectors.joining(", "));
    }

    /** Changes the table; what another binding does at the same time has to be looked at again. */
    void apply(String arn, TableRequests requests, PollTimer timer) {
        parts.forEach(part -> apply(part, arn, requests, timer));
    }

    private <V extends Serializable> void apply(Part<V> part, String arn, TableRequests requests, PollTimer timer) {
        SettingWithRequests<V> setting = part.setting();
        while (true) {
            try {
                requests.send(goal.target(), setting.change(part.value(), goal.tableName(), arn));
                return;
            } catch (RequestFailed ex) {
                Optional<String> early = setting.waitsFor(TableReader.code(ex));
                if (early.isPresent()) {
                    timer.pause(early.get());
                } else if (setting.isConcurrent(TableReader.code(ex), String.valueOf(ex.getMessage()))) {
                    return;
                } else {
                    TableReader.ignoreUnsupported(goal, setting, ex);
                    return;
                }
            }
        }
    }
}
