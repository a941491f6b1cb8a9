package io.bloop.boot.stream;

import io.bloop.BloopException;

/** Signals a listener that cannot be registered. */
final class InvalidStreamListener extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String action;

    InvalidStreamListener(String listener, String problem, String action) {
        super("The stream listener " + listener + " " + problem + ".", null);
        this.action = action;
    }

    String action() {
        return action;
    }
}
