package io.bloop.table.internal;

import io.bloop.settings.internal.TableCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table to be exported.
 *
 * @param id names the table in the text, in camel case
 * @param goal what the models want
 * @param properties what the table has, as CloudFormation names it, without the table's name
 */
record ExportedTable(String id, WantedTable goal, Map<String, Object> properties) {

    static ExportedTable of(WantedTable goal, String id) {
        List<TableCall<?, ?>> creation = TablePlanner.creation(goal, goal.tableName());
        Map<String, Object> properties = new LinkedHashMap<>();
        creation.forEach(call -> RequestTree.of(call.request()).forEach((name, value) -> {
            if (!name.equals("TableName")) {
                properties.put(name, property(name, value));
            }
        }));
        return new ExportedTable(id, goal, properties);
    }

    String name() {
        return goal.tableName();
    }

    /** Returns the commands that create the table under a name. */
    List<String> commands(String name) {
        return CliCommands.of(TablePlanner.creation(goal, name));
    }

    /** CloudFormation names a few things otherwise than the API. */
    private static Object property(String name, Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            return value;
        }
        Map<String, Object> renamed = new LinkedHashMap<>();
        members.forEach((member, of) -> {
            if (name.equals("SSESpecification") && member.equals("Enabled")) {
                renamed.put("SSEEnabled", of);
            } else if (!member.equals("StreamEnabled")) {
                renamed.put((String) member, of);
            }
        });
        return renamed;
    }

    /** Returns the name of the parameter that stands for the table's name, in camel case. */
    String parameter() {
        return id + "Name";
    }
}
