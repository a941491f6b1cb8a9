package io.bloop.write.internal;

import io.bloop.mapping.internal.KeyParts;
import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.model.KeyTemplate;
import io.bloop.write.InvalidWrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes the keys of indexes again if an update by request changes a part of them. */
public final class UpdatedKeys<T> {

    private final Key<T> key;
    private final KeyParts.Known<T> known;
    private final Map<Column<T, ?>, WrittenAction<T>> written = new HashMap<>();

    private UpdatedKeys(Key<T> key, KeyParts<T> parts, List<WrittenAction<T>> actions) {
        this.key = key;
        this.known = parts.of(key);
        for (WrittenAction<T> action : actions) {
            for (Column<T, ?> column : key.model().columns()) {
                if (action.path().root() == column) {
                    written.put(column, action);
                }
            }
        }
    }

    /**
     * Adds what an update has to write beside its own actions.
     *
     * @throws InvalidWrite if a key cannot be made of what the update says
     */
    public static <T> List<WrittenAction<T>> complete(Key<T> key, KeyParts<T> parts, List<WrittenAction<T>> actions) {
        if (parts.areNone()) {
            return actions;
        }
        UpdatedKeys<T> keys = new UpdatedKeys<>(key, parts, actions);
        List<WrittenAction<T>> all = new ArrayList<>(actions);
        for (Column<T, ?> column : key.model().columns()) {
            column.template().filter(template -> !column.isKey()).ifPresent(template -> {
                if (template.parts().stream().anyMatch(keys.written::containsKey)) {
                    all.add(keys.action(column, template));
                }
            });
        }
        return all;
    }

    private WrittenAction<T> action(Column<T, ?> column, KeyTemplate<T> template) {
        String text = template.format(part -> value(column, template, part));
        AttributeValue stored = text == null ? null : AttributeValue.createS(text);
        return new WrittenAction<>(WrittenAction.Kind.SET, column, stored, null, text);
    }

    private @Nullable AttributeValue value(Column<T, ?> column, KeyTemplate<T> template, Column<T, ?> part) {
        WrittenAction<T> action = written.get(part);
        if (action == null) {
            AttributeValue value = known.value(part, template);
            if (value == null) {
                throw new InvalidWrite(
                        "update",
                        key.toString(),
                        "changes the key '" + column.name() + "', which is made of "
                                + names(column) + ", and does not say what '" + part.name()
                                + "' is; set it in the same update, or "
                                + "save the object.");
            }
            return value;
        }
        boolean isTold = action.kind() == WrittenAction.Kind.SET || action.kind() == WrittenAction.Kind.REMOVE;
        if (!isTold || action.path().isNested()) {
            throw new InvalidWrite(
                    "update",
                    key.toString(),
                    "leaves it to DynamoDB what '" + part.name()
                            + "' becomes, of " + "which the key '" + column.name()
                            + "' is made; use set() or remove(), or save the object.");
        }
        return action.operand();
    }

    private static String names(Column<?, ?> column) {
        return column.template().orElseThrow().parts().stream()
                .map(Column::name)
                .toList()
                .toString();
    }
}
