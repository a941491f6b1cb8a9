package io.bloop.shop;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.KeyOnly;
import io.bloop.annotation.Model;
import io.bloop.annotation.RangeKey;

/** A place that a customer has things sent to. */
@Model
@HashKey("CUSTOMER#{customerId}")
@RangeKey("ADDRESS#{label}")
record Address(@KeyOnly String customerId, @KeyOnly String label, Destination destination) implements ShopItem {}
