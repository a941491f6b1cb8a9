package io.bloop.wire.internal;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** JSON that is known to be right: a response whose items were checked, or an item that was written. Thread-safe. */
final class WireItems {

    private final JsonBytes json;
    private final AttributeNames names;

    /** Reads one item after the other, where they are read so; the items of several threads have readers of their own. */
    private final AtomicReference<@Nullable WireReader> spare = new AtomicReference<>();

    WireItems(JsonBytes json, AttributeNames names) {
        this.json = json;
        this.names = names;
    }

    /** Opens the item whose bracket stands at a position. */
    WireReader open(int bracket) {
        WireReader used = spare.getAndSet(null);
        WireReader reader = used == null ? new WireReader(this, null) : used;
        reader.begin(bracket);
        return reader;
    }

    void release(WireReader reader) {
        spare.set(reader);
    }

    JsonBytes json() {
        return json;
    }

    AttributeNames names() {
        return names;
    }
}
