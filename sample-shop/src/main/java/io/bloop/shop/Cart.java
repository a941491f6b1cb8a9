package io.bloop.shop;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.KeyOnly;
import io.bloop.annotation.Model;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.Ttl;
import io.bloop.annotation.Version;
import io.bloop.model.BaseModel;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a customer is about to order. */
@SuppressWarnings("NullAway.Init") // a cart is made empty and filled afterwards
@Model
@HashKey("CUSTOMER#{customerId}")
@RangeKey("CART")
final class Cart extends BaseModel implements ShopItem {

    @KeyOnly
    String customerId;

    SortedMap<String, Integer> quantities = new TreeMap<>(); // by the SKU of the product

    @Ttl
    Instant expiresOn; // DynamoDB deletes the cart some time after this moment

    @Version
    long version;

    static Cart of(String customerId) {
        Cart cart = new Cart();
        cart.customerId = customerId;
        return cart;
    }

    boolean isExpired(Instant now) {
        return expiresOn != null && !expiresOn.isAfter(now);
    }
}
