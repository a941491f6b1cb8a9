package io.bloop.migration;

import io.bloop.BloopException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a migration has stopped at an item that it cannot change, in this process or in another one.
 *
 * <p>What was changed stays changed. The migration goes on at that item when it is run again. Immutable.
 *
 * @since 0.1.0
 */
public final class MigrationFailed extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String failure;

    MigrationFailed(String id, String failure, @Nullable Throwable cause) {
        super(
                "Migration '" + id + "' has stopped at an item: " + failure
                        + " Mend the item or the migration and run it again, or let it collect failures.",
                cause);
        this.id = id;
        this.failure = failure;
    }

    /**
     * Returns the migration's id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Returns the key of the item, and what is wrong with it.
     *
     * @return a sentence without values but those of the key
     */
    public String failure() {
        return failure;
    }
}
