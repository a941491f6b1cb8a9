package io.bloop.shop;

/** How far an order is. */
enum State {
    PLACED,
    PAID,
    SHIPPED,
    CANCELLED;

    /** Tells whether somebody still has to do something for the order. */
    boolean isOpen() {
        return this == PLACED || this == PAID;
    }

    boolean mayBecome(State next) {
        return switch (next) {
            case PLACED -> false;
            case PAID -> this == PLACED;
            case SHIPPED -> this == PAID;
            case CANCELLED -> isOpen();
        };
    }
}
