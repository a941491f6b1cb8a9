package io.bloop.benchmarks.claim;

/** A way in which a model tells its items from those of others. */
public enum Claiming {
    /** The model has a table of its own, and claims every item. */
    NONE("a table of its own"),
    /** An attribute tells the items of the model. */
    DISCRIMINATOR("a discriminator"),
    /** The keys begin with literal text. */
    PREFIXES("literal prefixes of its keys");

    private final String title;

    Claiming(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
