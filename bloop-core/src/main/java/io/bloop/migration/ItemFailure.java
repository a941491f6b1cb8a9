package io.bloop.migration;

import io.bloop.BloopException;

/** Says that one item cannot be migrated. */
final class ItemFailure extends BloopException {

    private static final long serialVersionUID = 1L;

    private final transient FailedItem item;

    private ItemFailure(FailedItem item, Throwable cause) {
        super(item.toString(), cause);
        this.item = item;
    }

    private ItemFailure(FailedItem item) {
        super(item.toString(), null);
        this.item = item;
    }

    static ItemFailure of(String key, String reason) {
        return new ItemFailure(new FailedItem(key, reason));
    }

    static ItemFailure of(String key, BloopException cause) {
        return new ItemFailure(new FailedItem(key, String.valueOf(cause.getMessage())), cause);
    }

    /** What an exception of the application says is not known here, and may be values. */
    static ItemFailure ofFunction(String key, RuntimeException cause) {
        StackTraceElement[] places = cause.getStackTrace();
        return new ItemFailure(
                new FailedItem(
                        key,
                        "the function threw " + cause.getClass().getName() + " at "
                                + (places.length == 0 ? "an unknown place" : places[0]) + "."),
                cause);
    }

    FailedItem item() {
        return item;
    }
}
