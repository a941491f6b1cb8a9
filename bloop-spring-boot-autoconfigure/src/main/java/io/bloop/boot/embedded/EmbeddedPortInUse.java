package io.bloop.boot.embedded;

import io.bloop.BloopException;

/** Signals that the embedded DynamoDB Local cannot have its port. */
final class EmbeddedPortInUse extends BloopException {

    private static final long serialVersionUID = 1L;

    private final int port;

    EmbeddedPortInUse(int port, Throwable cause) {
        super("The embedded DynamoDB Local cannot be started: port " + port + " is in use.", cause);
        this.port = port;
    }

    int port() {
        return port;
    }
}
