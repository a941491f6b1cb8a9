package io.bloop.shop;

import static io.bloop.annotation.Projection.ALL;

import io.bloop.annotation.Computed;
import io.bloop.annotation.GlobalSecondaryIndex;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.Version;
import io.bloop.model.BaseModel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order of a customer, without its lines. */
@SuppressWarnings("NullAway.Init") // an order is made empty and filled afterwards
@Model
@HashKey("ORDER#{orderId}")
@RangeKey("#")
@GlobalSecondaryIndex(
        name = "byCustomer",
        storedAs = "GSI1",
        hashKey = "CUSTOMER#{customerId}",
        rangeKey = "{placedOn}#{orderId}",
        projection = ALL)
@GlobalSecondaryIndex(
        name = "byState",
        storedAs = "GSI2",
        hashKey = "STATE#{openState}",
        rangeKey = "{placedOn}#{orderId}",
        projection = ALL)
final class Order extends BaseModel implements ShopItem {

    String orderId;
    String customerId;
    Instant placedOn;
    Destination destination;
    long totalInCents;
    long paidInCents;
    State state = State.PLACED;
    int events; // how many there are; the number of the last one

    @Version
    long version;

    /** Returns the state if the order is open. An order that is not open has none, and is not in the index. */
    @Computed(from = "state")
    @Nullable
    State openState() {
        return state.isOpen() ? state : null;
    }

    /** Gives the order another state, and returns the event to be stored with it. */
    OrderEvent becomes(State next, Instant at) {
        if (!state.mayBecome(next)) {
            throw new Conflict("Order '" + orderId + "' is " + state + " and cannot become " + next + ".");
        }
        state = next;
        return event(next.name(), at);
    }

    /** Adds a payment, and returns the event to be stored with it. */
    OrderEvent pay(Payment payment) {
        long missing = totalInCents - paidInCents;
        if (state != State.PLACED || payment.amountInCents() > missing) {
            throw new Conflict("Order '" + orderId + "' is " + state + ", and " + missing + " cents are to be paid.");
        }
        paidInCents += payment.amountInCents();
        return payment.amountInCents() == missing
                ? becomes(State.PAID, payment.receivedOn())
                : event("PAID_IN_PART", payment.receivedOn());
    }

    OrderEvent event(String what, Instant at) {
        events++;
        return new OrderEvent(orderId, events, what, at);
    }
}
