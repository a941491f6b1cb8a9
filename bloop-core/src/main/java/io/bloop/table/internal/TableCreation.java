package io.bloop.table.internal;

import io.bloop.settings.internal.Setting;
import io.bloop.settings.internal.SettingValues;
import io.bloop.settings.internal.Settings;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/**
 * Makes the request that creates a table.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
final class TableCreation {

    private TableCreation() {}

    /**
     * Makes the request.
     *
     * @param tagged whether the table gets the tag of tables that binding has not finished
     */
    static CreateTableRequest request(WantedTable goal, boolean tagged) {
        List<AttributeDefinition> attributes = new ArrayList<>();
        goal.keyAttributes()
                .forEach((name, type) -> attributes.add(AttributeDefinition.builder()
                        .attributeName(name)
                        .attributeType(type)
                        .build()));
        List<GlobalSecondaryIndex> globals = new ArrayList<>();
        List<LocalSecondaryIndex> locals = new ArrayList<>();
        for (WantedIndex index : goal.indexes()) {
            if (index.global()) {
                globals.add(global(goal, index, index.settings(), goal.settings()));
            } else {
                locals.add(local(goal, index));
            }
        }
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(goal.tableName())
                .keySchema(goal.keys())
                .attributeDefinitions(attributes)
                .globalSecondaryIndexes(globals.isEmpty() ? null : globals)
                .localSecondaryIndexes(locals.isEmpty() ? null : locals);
        Settings.all().forEach(setting -> create(setting, goal.settings(), request));
        return tagged ? tagged(request.build()) : request.build();
    }

    private static <V extends Serializable> void create(
            Setting<V> setting, SettingValues wanted, CreateTableRequest.Builder request) {
        setting.create(wanted.get(setting), wanted, request);
    }

    private static CreateTableRequest tagged(CreateTableRequest request) {
        List<Tag> tags = new ArrayList<>(request.tags());
        tags.add(Tag.builder().key(Unfinished.TAG).value("").build());
        return request.copy(r -> r.tags(tags));
    }

    /**
     * Makes a global index.
     *
     * @param values the values of its settings
     * @param table the values of the table's settings
     */
    static GlobalSecondaryIndex global(WantedTable goal, WantedIndex index, SettingValues values, SettingValues table) {
        GlobalSecondaryIndex.Builder request = GlobalSecondaryIndex.builder()
                .indexName(index.storedName())
                .keySchema(index.keys())
                .projection(index.request(goal.keys()));
        Settings.ofIndexes().forEach(setting -> setting.create(values.get(setting), table, request));
        return request.build();
    }

    private static LocalSecondaryIndex local(WantedTable goal, WantedIndex index) {
        return LocalSecondaryIndex.builder()
                .indexName(index.storedName())
                .keySchema(index.keys())
                .projection(index.request(goal.keys()))
                .build();
    }
}
