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
    private final String key;
    private final String reason;

    MigrationFailed(String id, FailedItem item, @Nullable Throwable cause) {
        super(
                "Migration '" + id + "' has stopped at an item: " + item
                        + " Mend the item or the migration and run it again, or let it collect failures.",
                cause);
        this.id = id;
        this.key = item.key();
        this.reason = item.reason();
    }

    static MigrationFailed of(String id, String key, String reason) {
        return new MigrationFailed(id, new FailedItem(key, reason), null);
    }

    static MigrationFailed of(String id, String key, BloopException cause) {
        return new MigrationFailed(id, new FailedItem(key, String.valueOf(cause.getMessage())), cause);
    }

    /** What an exception of the application says is not known here, and may be values. */
    static MigrationFailed ofCode(String id, String key, String code, RuntimeException cause) {
        StackTraceElement[] places = cause.getStackTrace();
        String reason = code + " threw " + cause.getClass().getName() + " at "
                + (places.length == 0 ? "an unknown place" : places[0]) + ".";
        return new MigrationFailed(id, new FailedItem(key, reason), cause);
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
     * Returns the item, and what is wrong with it.
     *
     * @return the item, without values but those of its key
     */
    public FailedItem item() {
        return new FailedItem(key, reason);
    }
}
