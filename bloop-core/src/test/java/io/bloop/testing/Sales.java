package io.bloop.testing;

import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;

import io.bloop.collection.CollectionKey;
import io.bloop.collection.CollectionMember;
import io.bloop.collection.CollectionValues;
import io.bloop.collection.ItemCollectionDefinition;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One table in which the lines and the shipment of an order have the hash key of the order, with collections of them. */
public final class Sales {

    private Sales() {}

    public record Customer(String customerId, String name) {}

    public record Order(String orderId, String customerId, Instant placedOn) {}

    public record Line(
            String orderId, int line, String sku, @Nullable String note) {}

    public record Shipment(String orderId, String parcel) {}

    public record OrderWithLines(Order order, List<Line> lines, Optional<Shipment> shipment) {}

    public record CustomerWithOrders(Customer customer, List<Order> orders) {}

    public record Parcel(List<Line> lines, Optional<Shipment> shipment) {}

    public static final class CustomerModel extends ModelDefinition<Customer> {

        public final StringColumn<Customer, String> customerId =
                column("customerId", STRING).getter(Customer::customerId);
        public final StringColumn<Customer, String> name =
                column("name", STRING).getter(Customer::name);
        public final StringColumn<Customer, String> pk =
                template("PK", "CUSTOMER#{customerId}").hashKey();
        public final StringColumn<Customer, String> sk = template("SK", "#").rangeKey();
        public final StringColumn<Customer, String> ordersKey = template("GSI1PK", "CUSTOMER#{customerId}");
        public final StringColumn<Customer, String> placedKey = template("GSI1SK", "#");
        public final GlobalSecondaryIndex<Customer> withOrders =
                globalIndex("GSI1", IndexProjection.ALL).hashKey(ordersKey).rangeKey(placedKey);

        private CustomerModel() {
            super(Customer.class);
            table(t -> t.named("sales"));
        }

        @Override
        protected Customer create(Values<Customer> values) {
            return new Customer(values.get(customerId), values.get(name));
        }
    }

    public static final class OrderModel extends ModelDefinition<Order> {

        public final StringColumn<Order, String> orderId =
                column("orderId", STRING).getter(Order::orderId);
        public final StringColumn<Order, String> customerId =
                column("customerId", STRING).getter(Order::customerId);
        public final StringColumn<Order, Instant> placedOn =
                column("placedOn", INSTANT).getter(Order::placedOn);
        public final StringColumn<Order, String> pk =
                template("PK", "ORDER#{orderId}").hashKey();
        public final StringColumn<Order, String> sk = template("SK", "#").rangeKey();
        public final StringColumn<Order, String> ordersKey = template("GSI1PK", "CUSTOMER#{customerId}");
        public final StringColumn<Order, String> placedKey = template("GSI1SK", "ORDER#{placedOn}");
        public final GlobalSecondaryIndex<Order> byCustomer =
                globalIndex("GSI1", IndexProjection.ALL).hashKey(ordersKey).rangeKey(placedKey);

        private OrderModel() {
            super(Order.class);
            table(t -> t.named("sales"));
        }

        @Override
        protected Order create(Values<Order> values) {
            return new Order(values.get(orderId), values.get(customerId), values.get(placedOn));
        }
    }

    public static final class LineModel extends ModelDefinition<Line> {

        public final StringColumn<Line, String> orderId =
                column("orderId", STRING).getter(Line::orderId);
        public final NumberColumn<Line, Integer> line =
                column("line", INTEGER.orElse(0)).getter(Line::line);
        public final StringColumn<Line, String> sku = column("sku", STRING).getter(Line::sku);
        public final StringColumn<Line, String> note = column("note", STRING).getter(Line::note);
        public final StringColumn<Line, String> pk =
                template("PK", "ORDER#{orderId}").hashKey();
        public final StringColumn<Line, String> sk =
                template("SK", "LINE#{line:5}").rangeKey();

        private LineModel() {
            super(Line.class);
            table(t -> t.named("sales"));
        }

        @Override
        protected Line create(Values<Line> values) {
            return new Line(values.get(orderId), values.get(line, 0), values.get(sku), values.get(note));
        }
    }

    public static final class ShipmentModel extends ModelDefinition<Shipment> {

        public final StringColumn<Shipment, String> orderId =
                column("orderId", STRING).getter(Shipment::orderId);
        public final StringColumn<Shipment, String> parcel =
                column("parcel", STRING).getter(Shipment::parcel);
        public final StringColumn<Shipment, String> pk =
                template("PK", "ORDER#{orderId}").hashKey();
        public final StringColumn<Shipment, String> sk =
                template("SK", "SHIPMENT#{parcel}").rangeKey();

        private ShipmentModel() {
            super(Shipment.class);
            table(t -> t.named("sales"));
        }

        @Override
        protected Shipment create(Values<Shipment> values) {
            return new Shipment(values.get(orderId), values.get(parcel));
        }
    }

    public static final CustomerModel CUSTOMER = new CustomerModel();
    public static final OrderModel ORDER = new OrderModel();
    public static final LineModel LINE = new LineModel();
    public static final ShipmentModel SHIPMENT = new ShipmentModel();

    public static final class OrderWithLinesCollection extends ItemCollectionDefinition<OrderWithLines> {

        private final CollectionMember<Order> order = required("order", ORDER);
        private final CollectionMember<List<Line>> lines = list("lines", LINE);
        private final CollectionMember<Optional<Shipment>> shipment = optional("shipment", SHIPMENT);

        private OrderWithLinesCollection() {
            super(OrderWithLines.class);
        }

        public CollectionKey<OrderWithLines> key(String orderId) {
            return keyOf(ORDER.orderId.eq(orderId));
        }

        @Override
        protected OrderWithLines create(CollectionValues values) {
            return new OrderWithLines(values.get(order), values.get(lines), values.get(shipment));
        }
    }

    /** Has an index as the only place where the items of its members have one hash key. */
    public static final class CustomerWithOrdersCollection extends ItemCollectionDefinition<CustomerWithOrders> {

        private final CollectionMember<Customer> customer = required("customer", CUSTOMER);
        private final CollectionMember<List<Order>> orders = list("orders", ORDER);

        private CustomerWithOrdersCollection() {
            super(CustomerWithOrders.class);
        }

        public CollectionKey<CustomerWithOrders> key(String customerId) {
            return keyOf(ORDER.byCustomer, ORDER.customerId.eq(customerId));
        }

        @Override
        protected CustomerWithOrders create(CollectionValues values) {
            return new CustomerWithOrders(values.get(customer), values.get(orders));
        }
    }

    /** Has no required member, and is read by pages. */
    public static final class ParcelCollection extends ItemCollectionDefinition<Parcel> {

        private final CollectionMember<List<Line>> lines = list("lines", LINE);
        private final CollectionMember<Optional<Shipment>> shipment = optional("shipment", SHIPMENT);

        private ParcelCollection() {
            super(Parcel.class);
        }

        @Override
        protected Parcel create(CollectionValues values) {
            return new Parcel(values.get(lines), values.get(shipment));
        }
    }

    public static final OrderWithLinesCollection ORDER_WITH_LINES = new OrderWithLinesCollection();
    public static final CustomerWithOrdersCollection CUSTOMER_WITH_ORDERS = new CustomerWithOrdersCollection();
    public static final ParcelCollection PARCEL = new ParcelCollection();

    public static List<ModelDefinition<?>> models() {
        return List.of(CUSTOMER, ORDER, LINE, SHIPMENT);
    }
}
