package io.bloop.shop;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.KeyOnly;
import io.bloop.annotation.Model;
import io.bloop.annotation.RangeKey;
import java.time.Instant;

/** Something that has happened to an order. Events are appended, and never changed. */
@Model
@HashKey("HISTORY#{orderId}")
@RangeKey("EVENT#{number:4}")
record OrderEvent(@KeyOnly String orderId, @KeyOnly int number, String what, Instant at) implements ShopItem {}
