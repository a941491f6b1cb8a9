package io.bloop.testing;

import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;

import io.bloop.model.BaseModel;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One table with customers, their orders, the lines of these and visits, whose keys are made by templates. */
public final class Orders {

    private Orders() {}

    /** What the items of a customer have in common. */
    public interface OfCustomer {}

    public static final class Customer extends BaseModel implements OfCustomer {
        public String customerId;
        public String name;
    }

    public static final class Order extends BaseModel implements OfCustomer {
        public String customerId;
        public String orderId;
        public String status;
        public Instant placedOn;
        public long total;
    }

    /** Has two members that are parts of its key alone. */
    public record Line(String orderId, int line, String sku, int quantity) {}

    /** Has a moment and a name in its range key. */
    public record Visit(String customerId, Instant at, String page) implements OfCustomer {}

    public static final class CustomerModel extends ModelDefinition<Customer> {

        public final StringColumn<Customer, String> customerId =
                column("customerId", STRING).getter(c -> c.customerId).setter((c, v) -> c.customerId = v);
        public final StringColumn<Customer, String> name =
                column("name", STRING).getter(c -> c.name).setter((c, v) -> c.name = v);
        public final StringColumn<Customer, String> pk =
                template("PK", "CUSTOMER#{customerId}").hashKey();
        public final StringColumn<Customer, String> sk = template("SK", "#").rangeKey();

        private CustomerModel() {
            super(Customer.class);
            table(t -> t.named("shop"));
        }

        @Override
        protected Customer create(Values<Customer> values) {
            return new Customer();
        }
    }

    public static final class OrderModel extends ModelDefinition<Order> {

        public final StringColumn<Order, String> customerId =
                column("customerId", STRING).getter(o -> o.customerId).setter((o, v) -> o.customerId = v);
        public final StringColumn<Order, String> orderId =
                column("orderId", STRING).getter(o -> o.orderId).setter((o, v) -> o.orderId = v);
        public final StringColumn<Order, String> status =
                column("status", STRING).getter(o -> o.status).setter((o, v) -> o.status = v);
        public final StringColumn<Order, Instant> placedOn =
                column("placedOn", INSTANT).getter(o -> o.placedOn).setter((o, v) -> o.placedOn = v);
        public final NumberColumn<Order, Long> total =
                column("total", LONG.orElse(0L)).getter(o -> o.total).setter((o, v) -> o.total = v);

        public final StringColumn<Order, String> pk =
                template("PK", "CUSTOMER#{customerId}").hashKey();
        public final StringColumn<Order, String> sk =
                template("SK", "ORDER#{orderId}").rangeKey();
        public final StringColumn<Order, String> statusKey = template("GSI1PK", "STATUS#{status}");
        public final StringColumn<Order, String> placedKey = template("GSI1SK", "{placedOn}#{orderId}");
        public final GlobalSecondaryIndex<Order> byStatus =
                globalIndex("GSI1", IndexProjection.KEYS).hashKey(statusKey).rangeKey(placedKey);

        private OrderModel() {
            super(Order.class);
            table(t -> t.named("shop"));
        }

        public Key<Order> key(String customerId, String orderId) {
            return keyOf(customerId, orderId);
        }

        @Override
        protected Order create(Values<Order> values) {
            return new Order();
        }
    }

    public static final class LineModel extends ModelDefinition<Line> {

        public final StringColumn<Line, String> orderId =
                column("orderId", STRING).getter(Line::orderId).keyOnly();
        public final NumberColumn<Line, Integer> line =
                column("line", INTEGER.orElse(0)).getter(Line::line).keyOnly();
        public final StringColumn<Line, String> sku = column("sku", STRING).getter(Line::sku);
        public final NumberColumn<Line, Integer> quantity =
                column("quantity", INTEGER.orElse(0)).getter(Line::quantity);
        public final StringColumn<Line, String> pk =
                template("PK", "ORDER#{orderId}").hashKey();
        public final StringColumn<Line, String> sk =
                template("SK", "LINE#{line:5}").rangeKey();

        private LineModel() {
            super(Line.class);
            table(t -> t.named("shop"));
        }

        @Override
        protected Line create(Values<Line> values) {
            return new Line(values.get(orderId), values.get(line, 0), values.get(sku), values.get(quantity, 0));
        }
    }

    public static final class VisitModel extends ModelDefinition<Visit> {

        public final StringColumn<Visit, String> customerId =
                column("customerId", STRING).getter(Visit::customerId);
        public final StringColumn<Visit, Instant> at = column("at", INSTANT).getter(Visit::at);
        public final StringColumn<Visit, String> page = column("page", STRING).getter(Visit::page);
        public final StringColumn<Visit, String> pk =
                template("PK", "CUSTOMER#{customerId}").hashKey();
        public final StringColumn<Visit, String> sk =
                template("SK", "VISIT#{at}#{page}").rangeKey();

        private VisitModel() {
            super(Visit.class);
            table(t -> t.named("shop"));
        }

        @Override
        protected Visit create(Values<Visit> values) {
            return new Visit(values.get(customerId), values.get(at), values.get(page));
        }
    }

    public static final CustomerModel CUSTOMER = new CustomerModel();
    public static final OrderModel ORDER = new OrderModel();
    public static final LineModel LINE = new LineModel();
    public static final VisitModel VISIT = new VisitModel();

    public static List<ModelDefinition<?>> models() {
        return List.of(CUSTOMER, ORDER, LINE, VISIT);
    }

    public static Customer customer(String customerId, String name) {
        Customer customer = new Customer();
        customer.customerId = customerId;
        customer.name = name;
        return customer;
    }

    public static Order order(String customerId, String orderId, @Nullable String status, Instant placedOn) {
        Order order = new Order();
        order.customerId = customerId;
        order.orderId = orderId;
        order.status = status;
        order.placedOn = placedOn;
        order.total = 7;
        return order;
    }
}
