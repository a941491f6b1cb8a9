package io.bloop.benchmarks.call;

import java.util.List;

/** How one contestant's user makes the calls that all of them offer; results are orders, or items where nothing maps. */
interface ItemCalls {

    /** The table of all calls. */
    String TABLE = "Order";

    /** The orders that a query finds, and a batch gets. */
    int MANY = 100;

    Object get();

    /** Puts a whole order. */
    void put();

    List<?> query();

    /** Stores an order that was loaded before, of which one column has changed. */
    void update(String note);

    /** Tells whether the answer to {@link #update} is the whole item, because the request asks for it. */
    default boolean isUpdateAnswered() {
        return false;
    }
}
