package io.bloop.wire.internal;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Gives the same string to the same attribute name in all items of a table.
 *
 * <p>For the engine. Holds no more than 128 names, none of them long. Thread-safe.
 */
public final class AttributeNames {

    private static final int SLOTS = 128;
    private static final int PROBES = 8;
    private static final int LONGEST = 255;

    /** Strings are safe to publish by a race; the worst is that one is made twice. */
    private final @Nullable String[] slots = new @Nullable String[SLOTS];

    /** Creates one that knows no name. */
    public AttributeNames() {}

    public String get(byte[] json, int from, int to, int hash) {
        int first = hash ^ hash >>> 7;
        int slot = first & SLOTS - 1;
        for (int probe = 0; probe < PROBES; probe++) {
            int place = first + probe & SLOTS - 1;
            String known = slots[place];
            if (known == null) {
                slot = place;
                break;
            }
            if (isSame(known, json, from, to)) {
                return known;
            }
        }
        String name = new String(json, from, to - from, StandardCharsets.UTF_8);
        if (name.length() <= LONGEST) {
            slots[slot] = name;
        }
        return name;
    }

    private static boolean isSame(String name, byte[] json, int from, int to) {
        if (name.length() != to - from) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != json[from + i]) {
                return false;
            }
        }
        return true;
    }
}
