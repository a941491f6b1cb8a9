package io.bloop.mapping.internal;

import io.bloop.wire.internal.AttributeNames;
import io.bloop.wire.internal.WireWriter;
import io.bloop.wire.internal.WrittenItem;
import org.jspecify.annotations.Nullable;

/** How the items of one model look as bytes. Thread-safe. */
final class ItemLayout {

    private static final int FIRST_GUESS = 256;

    private final byte[][] names;
    private final AttributeNames attributeNames = new AttributeNames();

    /** The bytes that an item is likely to take; threads may overwrite each other's, which costs a copy at worst. */
    private int expected = FIRST_GUESS;

    ItemLayout(String[] attributes) {
        names = new byte[attributes.length][];
        for (int i = 0; i < attributes.length; i++) {
            names[i] = WireWriter.attributeName(attributes[i]);
        }
    }

    /** Returns the name of an attribute as the writer takes it. */
    byte[] name(int place) {
        return names[place];
    }

    WireWriter begin() {
        return new WireWriter(expected);
    }

    /** Ends an item; null if the SDK has to have its attribute values. */
    @Nullable
    WrittenItem end(WireWriter out) {
        WrittenItem item = out.item(attributeNames);
        if (item != null) {
            // the next one may be a little longer
            expected = item.length() + item.length() / 8;
        }
        return item;
    }
}
