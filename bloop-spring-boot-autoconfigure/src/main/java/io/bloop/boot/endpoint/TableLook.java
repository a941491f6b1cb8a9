package io.bloop.boot.endpoint;

import io.bloop.engine.Bindings;
import io.bloop.request.NoAnswer;
import io.bloop.request.RequestFailed;
import io.bloop.table.BindMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the tables of an engine once, one after the other. */
final class TableLook {

    private final Bindings bindings;
    private @Nullable NoAnswer silence;

    TableLook(Bindings bindings) {
        this.bindings = bindings;
    }

    Map<String, TableDescriptor> all() {
        Map<String, TableDescriptor> tables = new LinkedHashMap<>();
        bindings.tables().forEach(table -> tables.put(table, look(table)));
        return tables;
    }

    private TableDescriptor look(String table) {
        List<String> models = bindings.models().stream()
                .filter(model -> model.tableName().equals(table))
                .map(model -> model.definition().name())
                .toList();
        if (bindings.mode() == BindMode.NONE) {
            return TableDescriptor.unasked(models);
        }
        if (silence != null) {
            // each further attempt would take as long
            return TableDescriptor.failed(models, "Not asked, because an earlier request got no response.");
        }
        try {
            return TableDescriptor.of(bindings.check(table));
        } catch (NoAnswer ex) {
            silence = ex;
            return TableDescriptor.failed(models, ex.getMessage());
        } catch (RequestFailed ex) {
            return TableDescriptor.failed(models, ex.getMessage());
        }
    }
}
