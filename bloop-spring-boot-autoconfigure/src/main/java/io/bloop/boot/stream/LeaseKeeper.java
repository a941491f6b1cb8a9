package io.bloop.boot.stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows others that the owner of a lease is alive, also while a handler takes its time. */
final class LeaseKeeper implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    /** Three signs of life in the time for which others wait. */
    private static final int SIGNS = 3;

    private static final int LOOKS = 12;

    private final String listener;
    private final Lease lease;
    private final Control control = new Control(false);

    LeaseKeeper(String listener, Lease lease) {
        this.listener = listener;
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
            LOG.warn("The lease of listener '{}' was not renewed; the next attempt follows.", listener, ex);
            return true;
        }
    }

    @Override
    public void close() {
        control.stop();
    }
}
