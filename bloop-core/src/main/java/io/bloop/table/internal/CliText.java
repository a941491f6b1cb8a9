package io.bloop.table.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a script of commands of the AWS CLI. */
final class CliText {

    private static final String STAND_IN = "bloop-table-name";

    private CliText() {}

    static String of(List<ExportedTable> tables, boolean parameters) {
        List<String> lines = new ArrayList<>(List.of("#!/bin/sh", "set -eu"));
        for (ExportedTable table : tables) {
            lines.add("");
            if (parameters) {
                String variable = CamelCase.joined(table.parameter(), "_").toUpperCase(Locale.ROOT);
                lines.add(variable + "=${" + variable + ":-" + table.name() + "}");
                table.commands(STAND_IN)
                        .forEach(command -> lines.add(
                                command.replace("--table-name " + STAND_IN, "--table-name \"$" + variable + "\"")));
            } else {
                lines.addAll(table.commands(table.name()));
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
