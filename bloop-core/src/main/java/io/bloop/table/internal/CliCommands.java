package io.bloop.table.internal;

import io.bloop.settings.internal.TableCall;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Writes requests as commands of the AWS CLI that can run one right after the other, as DynamoDB needs time between them. */
final class CliCommands {

    private CliCommands() {}

    /** Returns a line for each request, and for each wait between two of them. */
    static List<String> of(List<TableCall<?, ?>> calls) {
        List<String> commands = new ArrayList<>();
        boolean created = false;
        for (int i = 0; i < calls.size(); i++) {
            TableCall<?, ?> call = calls.get(i);
            String command = AwsCli.command(call);
            commands.add(created && isRefusedAtFirst(call) ? AwsCli.repeated(command) : command);
            if (i + 1 < calls.size()) {
                if (call.request() instanceof CreateTableRequest creation) {
                    created = true;
                    commands.add(AwsCli.waitForTable(creation.tableName()));
                } else if (call.request() instanceof UpdateTableRequest update
                        && calls.get(i + 1).request() instanceof UpdateTableRequest) {
                    commands.add(AwsCli.waitForTable(update.tableName()));
                }
            }
        }
        return commands;
    }

    /** A new table is ACTIVE some time before it can have backups, and the CLI has no command that waits for that. */
    private static boolean isRefusedAtFirst(TableCall<?, ?> call) {
        return call.operation().equals("UpdateContinuousBackups");
    }
}
