package io.bloop.testing;

import static io.bloop.type.Types.STRING;

import io.bloop.engine.ItemMapper;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.Key;
import io.bloop.model.StringColumn;
import io.bloop.model.SupertypeDefinition;
import io.bloop.testing.Shop.ShopItem;
import io.bloop.testing.Shop.Way;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The supertype of three of the models of a {@link Shop}; the lines are no items of it. */
public final class ShopItems extends SupertypeDefinition<ShopItem> {

    public final StringColumn<ShopItem, String> partition;
    public final StringColumn<ShopItem, String> sk =
            column("sk", STRING).storedAs("SK").rangeKey();
    public final StringColumn<ShopItem, String> owner = column("owner", STRING);
    public final StringColumn<ShopItem, String> note = column("note", STRING);
    public final GlobalSecondaryIndex<ShopItem> byOwner =
            globalIndex("byOwner", IndexProjection.ALL).hashKey(owner);
    public final GlobalSecondaryIndex<ShopItem> keysByOwner =
            globalIndex("keysByOwner", IndexProjection.KEYS).hashKey(owner);

    public ShopItems(Shop shop, Way way) {
        super(ShopItem.class, List.of(shop.customers, shop.orders, shop.payments));
        if (way == Way.TEMPLATE) {
            partition = column("partition", STRING).keyOnly();
            template("pk", "{partition}").storedAs("PK").hashKey();
        } else {
            partition = column("pk", STRING).storedAs("PK").hashKey();
        }
    }

    public Key<ShopItem> key(String pk, String sk) {
        Map<String, AttributeValue> key = Map.of("PK", AttributeValue.fromS(pk), "SK", AttributeValue.fromS(sk));
        return ItemMapper.of(this).key(key);
    }
}
