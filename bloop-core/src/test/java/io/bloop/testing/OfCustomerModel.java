package io.bloop.testing;

import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.STRING;

import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.StringColumn;
import io.bloop.model.SupertypeDefinition;
import io.bloop.testing.Orders.OfCustomer;
import java.time.Instant;
import java.util.List;

public final class OfCustomerModel extends SupertypeDefinition<OfCustomer> {

    public static final OfCustomerModel OF_CUSTOMER = new OfCustomerModel();

    public final StringColumn<OfCustomer, String> customerId = column("customerId", STRING);
    public final StringColumn<OfCustomer, String> pk =
            template("pk", "CUSTOMER#{customerId}").storedAs("PK").hashKey();
    public final StringColumn<OfCustomer, String> sk =
            column("sk", STRING).storedAs("SK").rangeKey();

    // of the orders alone, which are all that the index holds
    public final StringColumn<OfCustomer, String> orderId = column("orderId", STRING);
    public final StringColumn<OfCustomer, String> status = column("status", STRING);
    public final StringColumn<OfCustomer, Instant> placedOn = column("placedOn", INSTANT);
    public final StringColumn<OfCustomer, String> statusKey = template("GSI1PK", "STATUS#{status}");
    public final StringColumn<OfCustomer, String> placedKey = template("GSI1SK", "{placedOn}#{orderId}");
    public final GlobalSecondaryIndex<OfCustomer> byStatus = globalIndex("byStatus", IndexProjection.KEYS)
            .storedAs("GSI1")
            .hashKey(statusKey)
            .rangeKey(placedKey);

    private OfCustomerModel() {
        super(OfCustomer.class, List.of(Orders.CUSTOMER, Orders.ORDER, Orders.VISIT));
    }
}
