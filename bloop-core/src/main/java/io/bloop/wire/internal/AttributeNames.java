package io.bloop.wire.internal;

import java.util.List;
import java.util.stream.Stream;
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
    private static final int LEVELS = 4;

    /** Names are safe to publish by a race; the worst is that one is made twice. */
    private final @Nullable AttributeName[] slots = new @Nullable AttributeName[SLOTS];

    /** The names of items, of the maps in them, and of what is deeper; lists are levels too. */
    private final List<ExpectedNames> expected =
            Stream.generate(ExpectedNames::new).limit(LEVELS).toList();

    /** Creates one that knows no name. */
    public AttributeNames() {}

    /** Returns the name that stands in JSON, without escapes and before a quote. */
    AttributeName get(byte[] json, int from, int to) {
        int first = hash(json, from, to);
        int slot = first & SLOTS - 1;
        for (int probe = 0; probe < PROBES; probe++) {
            int place = first + probe & SLOTS - 1;
            AttributeName known = slots[place];
            if (known == null) {
                slot = place;
                break;
            }
            if (known.length() == to - from && known.isAt(json, from)) {
                return known;
            }
        }
        AttributeName name = AttributeName.of(json, from, to);
        if (name.length() <= LONGEST) {
            slots[slot] = name;
        }
        return name;
    }

    /** Returns the names of the last map of one level. */
    ExpectedNames expected(int level) {
        return expected.get(Math.min(level, LEVELS - 1));
    }

    private static int hash(byte[] json, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + json[i];
        }
        return hash ^ hash >>> 7;
    }
}
