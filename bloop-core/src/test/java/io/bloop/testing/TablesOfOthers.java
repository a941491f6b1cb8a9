package io.bloop.testing;

import static io.bloop.type.CompatibleTypes.ENHANCED_INSTANT;
import static io.bloop.type.CompatibleTypes.EPOCH_MILLISECONDS;
import static io.bloop.type.CompatibleTypes.JAVASCRIPT_INSTANT;
import static io.bloop.type.Types.BIG_DECIMAL;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bloop.model.BaseModel;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.type.NumberType;
import io.bloop.type.StringType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tables that other libraries write, with their items and the definitions that read and write them. */
public final class TablesOfOthers {

    private TablesOfOthers() {}

    /** An object of any of the models, with a value for each column. */
    public static final class Row extends BaseModel {

        private final Map<String, @Nullable Object> values = new HashMap<>();

        public @Nullable Object get(String column) {
            return values.get(column);
        }

        public Row set(String column, @Nullable Object value) {
            values.put(column, value);
            return this;
        }
    }

    /** Declares the columns of a row by their names. */
    public abstract static class RowModel extends ModelDefinition<Row> {

        RowModel(String name) {
            super(Row.class, name);
            table(t -> t.named("shop"));
        }

        @SuppressWarnings("unchecked") // each column has values of one type
        final <V> StringColumn<Row, V> text(String name, StringType<V> type) {
            return column(name, type).getter(row -> (V) row.get(name)).setter((row, value) -> row.set(name, value));
        }

        @SuppressWarnings("unchecked") // each column has values of one type
        final <V> NumberColumn<Row, V> number(String name, NumberType<V> type) {
            return column(name, type).getter(row -> (V) row.get(name)).setter((row, value) -> row.set(name, value));
        }

        /** Makes the key of plain values. */
        public final Key<Row> key(Object... values) {
            return keyOf(values);
        }

        @Override
        protected Row create(Values<Row> values) {
            return new Row();
        }
    }

    /** An item, and the name of the model that it belongs to. */
    public record Recorded(@Nullable String model, Map<String, AttributeValue> item) {}

    /** The service "shop" of ElectroDB, with entities of version 1. */
    public static List<RowModel> electroDb() {
        return List.of(new ElectroCustomer(), new ElectroOrder("1"), new ElectroLine(), new ElectroPayment());
    }

    private static final class ElectroCustomer extends RowModel {

        ElectroCustomer() {
            super("Customer");
            discriminator("__edb_e__", "customer");
            template("__edb_v__", "1");
            text("customerId", STRING);
            text("name", STRING);
            template("pk", "$shop#customerid_{customerId:lower}").hashKey();
            template("sk", "$customer_1").rangeKey();
        }
    }

    public static final class ElectroOrder extends RowModel {

        public final StringColumn<Row, String> customerId = text("customerId", STRING);
        public final StringColumn<Row, String> orderId = text("orderId", STRING);
        public final StringColumn<Row, String> status = text("status", STRING);
        public final NumberColumn<Row, Long> placedAt = number("placedAt", LONG);
        public final GlobalSecondaryIndex<Row> byStatus;

        public ElectroOrder(String version) {
            super("1".equals(version) ? "Order" : "Order" + version);
            discriminator("__edb_e__", "order");
            template("__edb_v__", version);
            text("note", STRING);
            template("pk", "$shop#customerid_{customerId:lower}").hashKey();
            template("sk", "$order_1#orderid_{orderId:lower}").rangeKey();
            byStatus = globalIndex("gsi1", IndexProjection.ALL)
                    .hashKey(template("gsi1pk", "$shop#status_{status:lower}"))
                    .rangeKey(template("gsi1sk", "$order_1#placedat_{placedAt:*}#orderid_{orderId:lower}"));
        }
    }

    /** Belongs to a collection, and has a number that ElectroDB pads. */
    private static final class ElectroLine extends RowModel {

        ElectroLine() {
            super("Line");
            discriminator("__edb_e__", "line");
            template("__edb_v__", "1");
            text("orderId", STRING);
            number("number", INTEGER);
            text("sku", STRING);
            template("pk", "$shop#orderid_{orderId:lower}").hashKey();
            template("sk", "$orderlines#line_1#number_{number:5}").rangeKey();
        }
    }

    /** Belongs to a collection of the kind "clustered", whose keys end with the entity. */
    private static final class ElectroPayment extends RowModel {

        ElectroPayment() {
            super("Payment");
            discriminator("__edb_e__", "payment");
            template("__edb_v__", "1");
            text("orderId", STRING);
            text("paidAt", JAVASCRIPT_INSTANT);
            number("amount", BIG_DECIMAL);
            template("pk", "$shop#orderid_{orderId:lower}").hashKey();
            template("sk", "$history#paidat_{paidAt:lower}#payment_1").rangeKey();
        }
    }

    /** An entity of ElectroDB whose keys tell its versions apart. */
    public static final class ElectroVersion extends RowModel {

        public ElectroVersion(String version) {
            super("Order" + version);
            template("__edb_e__", "order");
            template("__edb_v__", version);
            text("customerId", STRING);
            text("orderId", STRING);
            template("pk", "$shop#customerid_{customerId:lower}").hashKey();
            template("sk", "$order_" + version + "#orderid_{orderId:lower}").rangeKey();
        }
    }

    /** A schema of OneTable with value templates, time stamps in milliseconds, and a unique name. */
    public static List<RowModel> oneTable() {
        return List.of(new OneTableCustomer(), new OneTableOrder(), new OneTableLine());
    }

    private abstract static class OneTableModel extends RowModel {

        OneTableModel(String name) {
            super(name);
            discriminator("_type", name);
            number("created", EPOCH_MILLISECONDS).created();
            number("updated", EPOCH_MILLISECONDS).modified();
        }
    }

    private static final class OneTableCustomer extends OneTableModel {

        OneTableCustomer() {
            super("Customer");
            text("customerId", STRING);
            text("name", STRING);
            template("pk", "customer#{customerId}").hashKey();
            template("sk", "customer#").rangeKey();
        }
    }

    private static final class OneTableOrder extends OneTableModel {

        OneTableOrder() {
            super("Order");
            text("customerId", STRING);
            text("orderId", STRING);
            text("status", STRING);
            number("placedAt", EPOCH_MILLISECONDS);
            text("note", STRING);
            template("pk", "customer#{customerId}").hashKey();
            template("sk", "order#{orderId}").rangeKey();
            globalIndex("gs1", IndexProjection.ALL)
                    .hashKey(template("gs1pk", "order#{status}"))
                    .rangeKey(template("gs1sk", "order#{placedAt:*}#{orderId}"));
        }
    }

    private static final class OneTableLine extends OneTableModel {

        OneTableLine() {
            super("Line");
            text("orderId", STRING);
            number("number", INTEGER);
            text("sku", STRING);
            template("pk", "order#{orderId}").hashKey();
            template("sk", "line#{number:5}").rangeKey();
        }
    }

    /** Entities of dynamodb-toolbox with computed keys, linked attributes, and prefixes. */
    public static List<RowModel> toolbox() {
        return List.of(new ToolboxCustomer(), new ToolboxOrder(), new ToolboxLine());
    }

    private abstract static class ToolboxModel extends RowModel {

        ToolboxModel(String name) {
            super(name);
            discriminator("_et", name.toUpperCase(java.util.Locale.ROOT));
            text("modified", JAVASCRIPT_INSTANT).storedAs("_md").modified();
        }
    }

    private static final class ToolboxCustomer extends ToolboxModel {

        ToolboxCustomer() {
            super("Customer");
            text("created", JAVASCRIPT_INSTANT).storedAs("_ct").created();
            text("customerId", STRING);
            text("name", STRING);
            template("PK", "CUSTOMER#{customerId}").hashKey();
            template("SK", "CUSTOMER").rangeKey();
        }
    }

    /** Has its creation in a key, so that objects have a value for it. */
    private static final class ToolboxOrder extends ToolboxModel {

        ToolboxOrder() {
            super("Order");
            text("created", JAVASCRIPT_INSTANT).storedAs("_ct");
            text("customerId", STRING);
            text("orderId", STRING);
            text("status", STRING);
            text("note", STRING);
            template("PK", "CUSTOMER#{customerId}").hashKey();
            template("SK", "ORDER#{orderId}").rangeKey();
            globalIndex("GSI1", IndexProjection.ALL)
                    .hashKey(template("GSI1PK", "{status}"))
                    .rangeKey(template("GSI1SK", "{created}#{orderId}"));
        }
    }

    /** Has attributes that are saved as the keys, with a prefix, and nowhere else. */
    private static final class ToolboxLine extends ToolboxModel {

        ToolboxLine() {
            super("Line");
            text("created", JAVASCRIPT_INSTANT).storedAs("_ct").created();
            text("orderId", STRING).keyOnly();
            text("sku", STRING).keyOnly();
            number("quantity", INTEGER);
            template("PK", "ORDER#{orderId}").hashKey();
            template("SK", "LINE#{sku}").rangeKey();
        }
    }

    /** Beans of the Enhanced Client whose getters make the keys, with a type of their own and a version. */
    public static List<RowModel> enhanced() {
        return List.of(new EnhancedCustomer(), new EnhancedOrder());
    }

    private abstract static class EnhancedModel extends RowModel {

        EnhancedModel(String name) {
            super(name);
            discriminator("type", name.toUpperCase(java.util.Locale.ROOT));
            number("version", LONG).version();
            text("customerId", STRING);
            template("PK", "CUSTOMER#{customerId}").hashKey();
        }
    }

    private static final class EnhancedCustomer extends EnhancedModel {

        EnhancedCustomer() {
            super("Customer");
            text("name", STRING);
            template("SK", "#").rangeKey();
        }
    }

    private static final class EnhancedOrder extends EnhancedModel {

        EnhancedOrder() {
            super("Order");
            text("orderId", STRING);
            text("status", STRING);
            text("placedAt", ENHANCED_INSTANT);
            text("note", STRING);
            template("SK", "ORDER#{orderId}").rangeKey();
            globalIndex("GSI1", IndexProjection.ALL)
                    .hashKey(template("GSI1PK", "STATUS#{status}"))
                    .rangeKey(template("GSI1SK", "{placedAt}"));
        }
    }

    /** Returns the definitions for the items of a library. */
    public static List<RowModel> models(String library) {
        return switch (library) {
            case "electrodb" -> electroDb();
            case "onetable" -> oneTable();
            case "toolbox" -> toolbox();
            default -> enhanced();
        };
    }

    /** Reads the items of a library, in DynamoDB's JSON. */
    public static List<Recorded> items(String library) {
        List<Recorded> items = new ArrayList<>();
        String name = "/io/bloop/engine/others/" + library + ".json";
        try (InputStream in = TablesOfOthers.class.getResourceAsStream(name)) {
            for (JsonNode node : new ObjectMapper().readTree(in)) {
                Map<String, AttributeValue> item = new HashMap<>();
                for (Map.Entry<String, JsonNode> member : node.get("item").properties()) {
                    item.put(member.getKey(), value(member.getValue()));
                }
                items.add(new Recorded(node.get("model").textValue(), item));
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return items;
    }

    private static AttributeValue value(JsonNode node) {
        return node.has("N")
                ? AttributeValue.fromN(node.get("N").textValue())
                : AttributeValue.fromS(node.get("S").textValue());
    }
}
