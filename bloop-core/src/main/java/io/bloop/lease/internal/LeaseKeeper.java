package io.bloop.lease.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows others that the owner of a lease is alive, also while a piece of its work takes long. */
public final class LeaseKeeper implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    /** Three signs of life in the time for which others wait. */
    private static final int SIGNS = 3;

    private static final int LOOKS = 12;

    private final String work;
    private final Lease<?> lease;
    private final Control control = new Control(false);

    /**
     * Creates a keeper that runs until it is closed, or the lease is lost.
     *
     * @param work names what the lease is for, such as {@code listener 'search'}
     * @param lease the lease
     */
    public LeaseKeeper(String work, Lease<?> lease) {
        this.work = work;
        this.lease = lease;
    }

    @Override
    public void run() {
        boolean held = true;
        while (held && control.sleep(lease.duration() / LOOKS)) {
            held = keep();
        }
    }

    private boolean keep() {
        if (lease.age() < lease.duration() / SIGNS) {
            return true;
        }
        try {
            return lease.renew();
        } catch (RuntimeException ex) {
            LOG.warn("The lease of {} was not renewed; the next attempt follows.", work, ex);
            return true;
        }
    }

    @Override
    public void close() {
        control.stop();
    }
}
