package io.bloop.migration;

import io.bloop.BloopException;
import io.bloop.bound.internal.BoundModel;

/**
 * Thrown when a migration cannot be run as it is, or asks for a change that is not possible; nothing was written for it.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidMigration extends BloopException {

    private static final long serialVersionUID = 1L;

    InvalidMigration(String message) {
        super(message, null);
    }

    static InvalidMigration of(BoundModel<?> model, String problem) {
        return new InvalidMigration("A migration of " + model.target(null) + " " + problem);
    }
}
