package io.bloop.rule.internal;

/** Names the two ways to declare a model, which spell what a message advises differently. */
public enum Vocabulary {
    /** A definition written by hand. */
    DEFINITION("hashKey()", "rangeKey()", "add hashKey(column)"),
    /** An annotated class. */
    ANNOTATIONS("@HashKey", "@RangeKey", "name a column in hashKey");

    private final String markHashKey;
    private final String markRangeKey;
    private final String addHashKey;

    Vocabulary(String markHashKey, String markRangeKey, String addHashKey) {
        this.markHashKey = markHashKey;
        this.markRangeKey = markRangeKey;
        this.addHashKey = addHashKey;
    }

    String mark(ManagedColumn stamp) {
        String name = stamp.method();
        return this == DEFINITION ? name + "()" : "@" + stamp.name().charAt(0) + name.substring(1);
    }

    String markHashKey() {
        return markHashKey;
    }

    String markRangeKey() {
        return markRangeKey;
    }

    String addHashKey() {
        return addHashKey;
    }

    String markKeyOnly() {
        return this == DEFINITION ? "keyOnly()" : "@KeyOnly";
    }

    String discriminator() {
        return this == DEFINITION ? "discriminator()" : "@Discriminator";
    }
}
