package io.bloop.testing;

import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;

import io.bloop.engine.ItemMapper;
import io.bloop.model.BaseModel;
import io.bloop.model.Column;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.Key;
import io.bloop.model.LocalSecondaryIndex;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One table with four models, which tell their items apart in one of several ways. */
public final class Shop {

    /** Names the ways in which a model claims its items. */
    public enum Way {
        /** By a text in an attribute that is no column. */
        DISCRIMINATOR,
        /** By a predicate on an attribute that somebody else writes. */
        PREDICATE,
        /** By a predicate on the range key. */
        KEY_PREDICATE,
        /** By the literal text of a key's template. */
        TEMPLATE
    }

    /** What the four have in common. */
    public abstract static class ShopItem extends BaseModel {

        public String pk;
        public String sk;
        public String owner;
        public String entity;
        public String note;
    }

    public static final class Customer extends ShopItem {
        public String status;
    }

    public static final class Order extends ShopItem {
        public String status;
        public long version;
        public Instant created;
    }

    /** Stores its status as a number. */
    public static final class Payment extends ShopItem {
        public Long status;
    }

    /** Remembers nothing. */
    public record Line(String pk, String sk, String owner, String entity, String note, String status) {}

    /** The shape of the table, and what a test wants of each model. */
    public abstract static class ShopModel<T> extends ModelDefinition<T> {

        private final String prefix;
        private final Way way;

        ShopModel(Class<T> type, Way way) {
            super(type);
            this.prefix = type.getSimpleName().toUpperCase(java.util.Locale.ROOT);
            this.way = way;
            table(t -> t.named("shop"));
            switch (way) {
                case DISCRIMINATOR -> discriminator("type", prefix, prefix + "-v0");
                case PREDICATE -> claimedBy(item -> prefix.equals(text(item, "entity")), "entity");
                case KEY_PREDICATE -> claimedBy(item -> text(item, "SK").startsWith(prefix + "#"), "SK");
                case TEMPLATE -> {} // the key that range() declares
            }
        }

        /** Declares the hash key. */
        final StringColumn<T, String> hash(
                Function<T, String> getter, @Nullable BiConsumer<T, @Nullable String> setter) {
            if (way != Way.TEMPLATE) {
                return set(column("pk", STRING).getter(getter), setter)
                        .storedAs("PK")
                        .hashKey();
            }
            template("pk", "{partition}").storedAs("PK").hashKey();
            return set(column("partition", STRING).getter(getter), setter).keyOnly();
        }

        /** Declares the range key. */
        final StringColumn<T, String> range(
                Function<T, String> getter, @Nullable BiConsumer<T, @Nullable String> setter) {
            if (way != Way.TEMPLATE) {
                return set(column("sk", STRING).getter(getter), setter)
                        .storedAs("SK")
                        .rangeKey();
            }
            set(
                            column("number", STRING).getter(item -> number(getter.apply(item))),
                            setter == null ? null : (item, number) -> setter.accept(item, prefix + "#" + number))
                    .keyOnly();
            return template("sk", prefix + "#{number}").storedAs("SK").rangeKey();
        }

        private StringColumn<T, String> set(
                StringColumn<T, String> column, @Nullable BiConsumer<T, @Nullable String> setter) {
            return setter == null ? column : column.setter(setter);
        }

        /** Returns the number in a range key of this model; null in one of another. */
        private @Nullable String number(@Nullable String rangeKey) {
            return rangeKey != null && rangeKey.startsWith(prefix + "#")
                    ? rangeKey.substring(prefix.length() + 1)
                    : null;
        }

        /** Returns the range key of an item that is read. */
        final @Nullable String rangeKey(Values<T> values, StringColumn<T, String> sk) {
            return way == Way.TEMPLATE ? prefix + "#" + values.get(typedColumn("number", STRING)) : values.get(sk);
        }

        private static String text(Map<String, AttributeValue> item, String name) {
            AttributeValue value = item.get(name);
            return value == null || value.s() == null ? "" : value.s();
        }

        /** Returns what stands before the '#' of the model's range keys, and in its attribute {@code entity}. */
        public final String prefix() {
            return prefix;
        }

        public final String rangeKey(int number) {
            return prefix + "#" + number;
        }

        public final Key<T> key(String pk, String sk) {
            Map<String, AttributeValue> attributes =
                    Map.of("PK", AttributeValue.fromS(pk), "SK", AttributeValue.fromS(sk));
            return ItemMapper.of(this).key(attributes);
        }

        /** Returns a new object of any key, as another model may have it. */
        public abstract T object(String pk, String sk);

        public abstract Column<T, String> note();

        public abstract Column<T, ?> status();

        public abstract StringColumn<T, String> partition();

        public abstract StringColumn<T, String> owner();

        public abstract GlobalSecondaryIndex<T> byOwner();

        public abstract GlobalSecondaryIndex<T> keysByOwner();

        public abstract LocalSecondaryIndex<T> byNote();
    }

    /** Maps a class that is tracked. */
    public static class ClassModel<T extends ShopItem> extends ShopModel<T> {

        private final Supplier<T> constructor;

        final StringColumn<T, String> pk = hash(i -> i.pk, (i, v) -> i.pk = v);
        final StringColumn<T, String> sk = range(i -> i.sk, (i, v) -> i.sk = v);
        final StringColumn<T, String> owner =
                column("owner", STRING).getter(i -> i.owner).setter((i, v) -> i.owner = v);
        final StringColumn<T, String> entity =
                column("entity", STRING).getter(i -> i.entity).setter((i, v) -> i.entity = v);
        final StringColumn<T, String> note =
                column("note", STRING).getter(i -> i.note).setter((i, v) -> i.note = v);
        final GlobalSecondaryIndex<T> byOwner =
                globalIndex("byOwner", IndexProjection.ALL).hashKey(owner);
        final GlobalSecondaryIndex<T> keysByOwner =
                globalIndex("keysByOwner", IndexProjection.KEYS).hashKey(owner);
        final LocalSecondaryIndex<T> byNote =
                localIndex("byNote", IndexProjection.KEYS).rangeKey(note).notStrict();

        ClassModel(Class<T> type, Way way, Supplier<T> constructor) {
            super(type, way);
            this.constructor = constructor;
        }

        @Override
        protected T create(Values<T> values) {
            return constructor.get();
        }

        @Override
        public T object(String pk, String sk) {
            T item = constructor.get();
            item.pk = pk;
            item.sk = sk;
            item.owner = "bob";
            item.entity = prefix();
            item.note = "by " + prefix();
            return item;
        }

        @Override
        public Column<T, String> note() {
            return note;
        }

        @Override
        public Column<T, ?> status() {
            return column("status");
        }

        @Override
        public StringColumn<T, String> partition() {
            return pk;
        }

        @Override
        public StringColumn<T, String> owner() {
            return owner;
        }

        @Override
        public GlobalSecondaryIndex<T> byOwner() {
            return byOwner;
        }

        @Override
        public GlobalSecondaryIndex<T> keysByOwner() {
            return keysByOwner;
        }

        @Override
        public LocalSecondaryIndex<T> byNote() {
            return byNote;
        }
    }

    public static final class CustomerModel extends ClassModel<Customer> {

        final StringColumn<Customer, String> status =
                column("status", STRING).getter(i -> i.status).setter((i, v) -> i.status = v);

        public CustomerModel(Way way) {
            super(Customer.class, way, Customer::new);
        }
    }

    public static final class OrderModel extends ClassModel<Order> {

        public final StringColumn<Order, String> status =
                column("status", STRING).getter(i -> i.status).setter((i, v) -> i.status = v);
        final NumberColumn<Order, Long> version = column("version", LONG.orElse(0L))
                .getter(i -> i.version)
                .setter((i, v) -> i.version = v)
                .version();
        final StringColumn<Order, Instant> created = column("created", INSTANT)
                .getter(i -> i.created)
                .setter((i, v) -> i.created = v)
                .created();

        public OrderModel(Way way) {
            super(Order.class, way, Order::new);
        }
    }

    public static final class PaymentModel extends ClassModel<Payment> {

        final NumberColumn<Payment, Long> status =
                column("status", LONG).getter(i -> i.status).setter((i, v) -> i.status = v);

        public PaymentModel(Way way) {
            super(Payment.class, way, Payment::new);
        }

        @Override
        public Payment object(String pk, String sk) {
            Payment payment = super.object(pk, sk);
            payment.status = 7L;
            return payment;
        }
    }

    /** Maps a record. */
    public static final class LineModel extends ShopModel<Line> {

        final StringColumn<Line, String> pk = hash(Line::pk, null);
        final StringColumn<Line, String> sk = range(Line::sk, null);
        final StringColumn<Line, String> owner = column("owner", STRING).getter(Line::owner);
        final StringColumn<Line, String> entity = column("entity", STRING).getter(Line::entity);
        final StringColumn<Line, String> note = column("note", STRING).getter(Line::note);
        final StringColumn<Line, String> status = column("status", STRING).getter(Line::status);
        final GlobalSecondaryIndex<Line> byOwner =
                globalIndex("byOwner", IndexProjection.ALL).hashKey(owner);
        final GlobalSecondaryIndex<Line> keysByOwner =
                globalIndex("keysByOwner", IndexProjection.KEYS).hashKey(owner);
        final LocalSecondaryIndex<Line> byNote =
                localIndex("byNote", IndexProjection.KEYS).rangeKey(note).notStrict();

        LineModel(Way way) {
            super(Line.class, way);
        }

        @Override
        protected Line create(Values<Line> values) {
            return new Line(
                    values.get(pk),
                    rangeKey(values, sk),
                    values.get(owner),
                    values.get(entity),
                    values.get(note),
                    values.get(status));
        }

        @Override
        public Line object(String pk, String sk) {
            return new Line(pk, sk, "bob", prefix(), "by " + prefix(), null);
        }

        @Override
        public Column<Line, String> note() {
            return note;
        }

        @Override
        public Column<Line, ?> status() {
            return status;
        }

        @Override
        public StringColumn<Line, String> partition() {
            return pk;
        }

        @Override
        public StringColumn<Line, String> owner() {
            return owner;
        }

        @Override
        public GlobalSecondaryIndex<Line> byOwner() {
            return byOwner;
        }

        @Override
        public GlobalSecondaryIndex<Line> keysByOwner() {
            return keysByOwner;
        }

        @Override
        public LocalSecondaryIndex<Line> byNote() {
            return byNote;
        }
    }

    private final Way way;
    public final CustomerModel customers;
    public final OrderModel orders;
    public final PaymentModel payments;
    public final LineModel lines;

    public Shop(Way way) {
        this.way = way;
        this.customers = new CustomerModel(way);
        this.orders = new OrderModel(way);
        this.payments = new PaymentModel(way);
        this.lines = new LineModel(way);
    }

    public List<ShopModel<?>> models() {
        return List.of(customers, orders, payments, lines);
    }

    /** Returns an item of a model, as whoever has designed the table writes it. */
    public Map<String, AttributeValue> item(ShopModel<?> model, String pk, int number) {
        Map<String, AttributeValue> item = new java.util.HashMap<>(Map.of(
                "PK", AttributeValue.fromS(pk),
                "SK", AttributeValue.fromS(model.rangeKey(number)),
                "owner", AttributeValue.fromS("bob"),
                "note", AttributeValue.fromS("original"),
                "price", AttributeValue.fromN("100")));
        item.put("status", model == payments ? AttributeValue.fromN("3") : AttributeValue.fromS("open"));
        if (way == Way.DISCRIMINATOR) {
            item.put("type", AttributeValue.fromS(model.prefix()));
        } else {
            item.put("entity", AttributeValue.fromS(model.prefix()));
        }
        return item;
    }

    /** Returns items of all models under one hash key, several of each. */
    public List<Map<String, AttributeValue>> items(String pk, int ofEach) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (ShopModel<?> model : models()) {
            for (int i = 0; i < ofEach; i++) {
                items.add(item(model, pk, i));
            }
        }
        return items;
    }

    /** Returns the text of an attribute; null where it is absent. */
    public static @Nullable String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? null : value.s();
    }
}
