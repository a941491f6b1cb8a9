package io.bloop.benchmarks.model;

/** A way to get objects into a table and out of it. */
public enum Contestant {
    /** The SDK's client alone, which maps nothing. */
    RAW_SDK("SDK alone"),
    /** The SDK's client and straight code. */
    HAND_WRITTEN("SDK, mapped by hand"),
    /** This project. */
    BLOOP("Bloop"),
    /** This project with the client of the starter, whose responses are mapped straight from their bytes. */
    BLOOP_FROM_BYTES("Bloop, from bytes"),
    /** The SDK's Enhanced Client with the schema of an annotated bean. */
    ENHANCED_BEAN("Enhanced Client, bean"),
    /** The SDK's Enhanced Client with a schema that was built by hand. */
    ENHANCED_STATIC("Enhanced Client, static"),
    /** The template of Spring Cloud AWS, which stands on the Enhanced Client's beans. */
    SPRING("Spring Cloud AWS");

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    /**
     * Returns the contestant's name for people.
     *
     * @return the name
     */
    public String title() {
        return title;
    }

    /**
     * Tells whether this is this project.
     *
     * @return whether the contestant runs the library
     */
    public boolean isOurs() {
        return this == BLOOP || this == BLOOP_FROM_BYTES;
    }
}
