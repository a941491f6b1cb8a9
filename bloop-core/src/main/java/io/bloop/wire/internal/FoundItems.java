package io.bloop.wire.internal;

import io.bloop.type.StoredItem;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a response holds: the items, and the rest of it without them. Not thread-safe.
 *
 * <p>The rest is what DynamoDB would have sent if nothing had been there: an empty item, an empty list, or an empty list
 * for each table.
 */
final class FoundItems {

    /** The place of items that stand in no list of a table. */
    static final String NO_TABLE = "";

    private final byte[] json;
    private final WireItems wire;
    private final Map<String, List<StoredItem>> items = new HashMap<>();
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private final ItemSyntax check;
    private int kept;

    private FoundItems(byte[] json, AttributeNames names) {
        this.json = json;
        JsonBytes text = new JsonBytes(json);
        this.wire = new WireItems(text, names);
        this.check = new ItemSyntax(text);
    }

    /** Finds the items in one member of a response; null where anything in it is unfamiliar. */
    static @Nullable FoundItems in(byte[] json, ItemsMember member, AttributeNames names) {
        FoundItems found = new FoundItems(json, names);
        return found.response(member) ? found : null;
    }

    List<StoredItem> items(String table) {
        return items.getOrDefault(table, List.of());
    }

    byte[] rest() {
        return rest.toByteArray();
    }

    private boolean response(ItemsMember member) {
        if (!check.accept('{')) {
            return false;
        }
        if (!check.accept('}')) {
            do {
                String name = check.name();
                if (name == null || !(name.equals(member.memberName()) ? items(member) : check.any())) {
                    return false;
                }
            } while (check.accept(','));
            if (!check.accept('}')) {
                return false;
            }
        }
        rest.write(json, kept, json.length - kept);
        return check.isAtEnd();
    }

    private boolean items(ItemsMember member) {
        return items.isEmpty()
                && switch (member) {
                    case ITEM -> item();
                    case ITEMS -> list(NO_TABLE);
                    case RESPONSES -> tables();
                };
    }

    private boolean item() {
        int start = check.position();
        if (!check.item()) {
            return false;
        }
        cut(start + 1, check.position() - 1);
        items.put(NO_TABLE, List.of(new WireItem(wire, start)));
        return true;
    }

    private boolean tables() {
        if (!check.accept('{')) {
            return false;
        }
        if (check.accept('}')) {
            return true;
        }
        do {
            String table = check.name();
            if (table == null || items.containsKey(table) || !list(table)) {
                return false;
            }
        } while (check.accept(','));
        return check.accept('}');
    }

    private boolean list(String table) {
        List<StoredItem> list = new ArrayList<>();
        items.put(table, list);
        int start = check.position();
        if (!check.accept('[')) {
            return false;
        }
        if (check.accept(']')) {
            return true;
        }
        do {
            list.add(new WireItem(wire, check.position()));
            if (!check.item()) {
                return false;
            }
        } while (check.accept(','));
        if (!check.accept(']')) {
            return false;
        }
        cut(start + 1, check.position() - 1);
        return true;
    }

    private void cut(int from, int to) {
        rest.write(json, kept, from - kept);
        kept = to;
    }
}
