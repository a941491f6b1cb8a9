package io.bloop.shop;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.KeyOnly;
import io.bloop.annotation.Model;
import io.bloop.annotation.RangeKey;

/** A product of an order, with the name and the price that it had when the order was placed. */
@Model
@HashKey("ORDER#{orderId}")
@RangeKey("LINE#{line:3}")
record OrderLine(@KeyOnly String orderId, @KeyOnly int line, String sku, String name, int quantity, long priceInCents)
        implements ShopItem {

    long totalInCents() {
        return quantity * priceInCents;
    }
}
