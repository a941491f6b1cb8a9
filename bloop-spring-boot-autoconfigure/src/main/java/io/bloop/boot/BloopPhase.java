package io.bloop.boot;

/**
 * Holds the life cycle phases of Bloop, for beans that have to start before or after.
 *
 * @since 0.1.0
 */
public final class BloopPhase {

    /** The phase in which models are bound to their tables: long before web servers and listeners start. */
    public static final int BINDING = Integer.MIN_VALUE / 2;

    /** The phase in which data migrations begin: after the models are bound, before web servers and listeners start. */
    public static final int MIGRATING = BINDING + 10;

    /** The phase of stream listeners: they start after web servers, and stop before them. */
    public static final int LISTENING = Integer.MAX_VALUE - 100;

    private BloopPhase() {}
}
