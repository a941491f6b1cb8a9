package io.bloop.write;

import static io.bloop.type.Types.BIG_DECIMAL;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;
import static io.bloop.write.DocumentTests.ReceiptModel.RECEIPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.engine.BloopTemplate;
import io.bloop.expression.DocumentPath;
import io.bloop.expression.ElementsPath;
import io.bloop.expression.MembersPath;
import io.bloop.expression.NumberPath;
import io.bloop.expression.Path;
import io.bloop.expression.SetPath;
import io.bloop.expression.StringPath;
import io.bloop.model.BaseModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.DocumentType;
import io.bloop.type.Member;
import io.bloop.type.MemberValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@BothClients
class DocumentTests {

    static class Receipt extends BaseModel {
        String id;
        Store store;
        List<Item> items = new ArrayList<>();
        Map<String, Item> shelves = new HashMap<>();
    }

    static class Store {
        String name;
        Integer floor;
        Set<String> tags;

        static Store named(String name) {
            Store store = new Store();
            store.name = name;
            return store;
        }
    }

    record Item(String name, BigDecimal price) {}

    static final class StoreType extends DocumentType<Store> {
        static final StoreType STORE = new StoreType();

        private StoreType() {
            super(Store.class);
            member("name", STRING).getter(s -> s.name).setter((s, v) -> s.name = v);
            member("floor.no", INTEGER).getter(s -> s.floor).setter((s, v) -> s.floor = v);
            member("tags", setOf(STRING)).getter(s -> s.tags).setter((s, v) -> s.tags = v);
        }

        @Override
        protected Store create(MemberValues<Store> values) {
            return new Store();
        }
    }

    static final class ItemType extends DocumentType<Item> {
        static final ItemType ITEM = new ItemType();

        final Member<Item, String> name = member("name", STRING).getter(Item::name);
        final Member<Item, BigDecimal> price = member("price", BIG_DECIMAL).getter(Item::price);

        private ItemType() {
            super(Item.class);
        }

        @Override
        protected Item create(MemberValues<Item> values) {
            return new Item(values.get(name), values.get(price));
        }
    }

    static final class StorePath<M> extends DocumentPath<M, Store> {
        final StringPath<M, String> name = member("name", STRING);
        final NumberPath<M, Integer> floor = member("floor.no", INTEGER);
        final SetPath<M, String> tags = member("tags", setOf(STRING));

        StorePath(Path<M, Store> place) {
            super(place);
        }
    }

    static final class ItemPath<M> extends DocumentPath<M, Item> {
        final StringPath<M, String> name = member("name", STRING);
        final NumberPath<M, BigDecimal> price = member("price", BIG_DECIMAL);

        ItemPath(Path<M, Item> place) {
            super(place);
        }
    }

    static final class ReceiptModel extends ModelDefinition<Receipt> {
        static final ReceiptModel RECEIPT = new ReceiptModel();

        final StringColumn<Receipt, String> id = column("id", STRING)
                .getter(r -> r.id)
                .setter((r, v) -> r.id = v)
                .hashKey();
        final StorePath<Receipt> store = new StorePath<>(
                column("store", StoreType.STORE).getter(r -> r.store).setter((r, v) -> r.store = v));
        final ElementsPath<Receipt, Item, ItemPath<Receipt>> items = new ElementsPath<>(
                column("items", listOf(ItemType.ITEM)).getter(r -> r.items).setter((r, v) -> r.items = v),
                ItemPath::new);
        final MembersPath<Receipt, String, Item, ItemPath<Receipt>> shelves = new MembersPath<>(
                column("shelves", mapOf(ItemType.ITEM)).getter(r -> r.shelves).setter((r, v) -> r.shelves = v),
                ItemPath::new);

        private ReceiptModel() {
            super(Receipt.class);
        }

        @Override
        protected Receipt create(Values<Receipt> values) {
            return new Receipt();
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private BloopTemplate<Receipt> receipts;

    @BeforeEach
    void storeOne() {
        receipts = dynamoDb.engine().template(RECEIPT);
        Receipt receipt = new Receipt();
        receipt.id = "r";
        receipt.store = Store.named("deli");
        receipt.store.floor = 2;
        receipt.items.add(new Item("ham", new BigDecimal("2.5")));
        receipt.items.add(new Item("deli cheese", null));
        receipt.shelves.put("top.left", new Item("rum", BigDecimal.TEN));
        receipts.insert(receipt);
    }

    private Map<String, AttributeValue> raw() {
        return dynamoDb.client()
                .getItem(r -> r.tableName(dynamoDb.tableName("Receipt")).key(Map.of("id", AttributeValue.fromS("r"))))
                .item();
    }

    private void putUndeclared() {
        dynamoDb.client()
                .updateItem(r -> r.tableName(dynamoDb.tableName("Receipt"))
                        .key(Map.of("id", AttributeValue.fromS("r")))
                        .updateExpression("SET #s.#o = :x, #i[0].#o = :x")
                        .expressionAttributeNames(Map.of("#o", "other", "#i", "items", "#s", "store"))
                        .expressionAttributeValues(Map.of(":x", AttributeValue.fromN("1"))));
    }

    @Test
    @DisplayName("T a document is stored as a map of its members that are set")
    void documentIsStoredAsMap() {
        assertThat(raw().get("store"))
                .isEqualTo(AttributeValue.fromM(
                        Map.of("name", AttributeValue.fromS("deli"), "floor.no", AttributeValue.fromN("2"))));
        assertThat(raw().get("items").l().get(1))
                .isEqualTo(AttributeValue.fromM(Map.of("name", AttributeValue.fromS("deli cheese"))));
    }

    @Test
    @DisplayName("T a document loads as it was saved")
    void documentLoadsAsSaved() {
        Receipt loaded = receipts.find("r").orElseThrow();

        assertThat(loaded.items).containsExactly(new Item("ham", new BigDecimal("2.5")), new Item("deli cheese", null));
        assertThat(loaded.shelves).containsExactly(Map.entry("top.left", new Item("rum", BigDecimal.TEN)));
        assertThat(loaded.store.floor).isEqualTo(2);
        assertThat(loaded.store.tags).isEmpty();
    }

    @Test
    @DisplayName("C6 conditions name members, elements and keys of any characters")
    void conditionsNameNestedPlaces() {
        assertThat(receipts.scan()
                        .filter(RECEIPT.items
                                .at(1)
                                .name
                                .beginsWith("deli")
                                .and(RECEIPT.store.floor.between(1, 3))
                                .and(RECEIPT.shelves.key("top.left").price.gt(BigDecimal.ONE))
                                .and(RECEIPT.store.tags.notExists())
                                .and(RECEIPT.items.size().eq(2)))
                        .count())
                .isEqualTo(1);
        assertThat(receipts.scan().filter(RECEIPT.items.at(0).name.eq("cheese")).count())
                .isZero();
    }

    @Test
    @DisplayName("C7 a nested condition prints its way")
    void nestedConditionPrintsItsWay() {
        assertThat(RECEIPT.items.at(1).name.beginsWith("deli")).hasToString("begins_with(items[1].name, S \"deli\")");
        assertThat(RECEIPT.items.at(1).name.eq("x"))
                .isEqualTo(RECEIPT.items.at(1).name.eq("x"));
    }

    @Test
    @DisplayName("E7 an update reaches into documents")
    void updateReachesIntoDocuments() {
        receipts.update("r")
                .set(RECEIPT.items.at(0).price, new BigDecimal("3"))
                .add(RECEIPT.store.floor, 5)
                .add(RECEIPT.store.tags, Set.of("new"))
                .remove(RECEIPT.shelves.key("top.left").price)
                .run();

        Receipt loaded = receipts.find("r").orElseThrow();
        assertThat(loaded.items.get(0).price()).isEqualByComparingTo("3");
        assertThat(loaded.store.floor).isEqualTo(7);
        assertThat(loaded.store.tags).containsExactly("new");
        assertThat(loaded.shelves.get("top.left").price()).isNull();
    }

    @Test
    @DisplayName("T undeclared members are kept when a loaded document changes in place")
    void undeclaredMembersAreKept() {
        putUndeclared();
        Receipt loaded = receipts.find("r").orElseThrow();
        loaded.store.name = "bistro";
        loaded.items.add(new Item("bread", null));

        receipts.save(loaded);

        assertThat(raw().get("store").m())
                .containsEntry("other", AttributeValue.fromN("1"))
                .containsEntry("name", AttributeValue.fromS("bistro"));
        assertThat(raw().get("items").l().get(0).m()).containsEntry("other", AttributeValue.fromN("1"));
        assertThat(raw().get("items").l()).hasSize(3);
    }

    @Test
    @DisplayName("T undeclared members leave with a document that is replaced")
    void undeclaredMembersLeaveWithTheirDocument() {
        putUndeclared();
        Receipt loaded = receipts.find("r").orElseThrow();
        loaded.store = Store.named("deli");

        receipts.save(loaded);

        assertThat(raw().get("store")).isEqualTo(AttributeValue.fromM(Map.of("name", AttributeValue.fromS("deli"))));
    }

    @Test
    @DisplayName("E11 select takes a document's column by its path")
    void selectTakesDocumentColumns() {
        Receipt loaded = receipts.scan().select(RECEIPT.store).one();

        assertThat(loaded.store.name).isEqualTo("deli");
        assertThat(loaded.items).isNull();
    }

    @Test
    @DisplayName("E11 select refuses a place inside of a column")
    void selectRefusesNestedPlaces() {
        assertThatThrownBy(() -> receipts.scan().select(RECEIPT.store.name))
                .hasMessage("Cannot search Receipt in table '" + dynamoDb.tableName("Receipt")
                        + "': select() names 'store.name', which is inside a column; name the column.");
    }
}
