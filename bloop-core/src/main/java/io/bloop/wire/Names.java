package io.bloop.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Gives the same string to the same name in all items of a response. Safe for use by threads at once. */
final class Names {

    private static final int SLOTS = 64;

    /** Strings are safe to publish by a race; the worst is that one is made twice. */
    private final @Nullable String[] slots = new @Nullable String[SLOTS];

    String get(byte[] json, int from, int to, int hash) {
        int slot = (hash ^ hash >>> 7) & SLOTS - 1;
        String known = slots[slot];
        if (known != null && isSame(known, json, from, to)) {
            return known;
        }
        String name = new String(json, from, to - from, StandardCharsets.UTF_8);
        slots[slot] = name;
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
