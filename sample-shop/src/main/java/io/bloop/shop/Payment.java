package io.bloop.shop;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.KeyOnly;
import io.bloop.annotation.Model;
import io.bloop.annotation.RangeKey;
import java.time.Instant;

/** Money that has arrived for an order. */
@Model
@HashKey("ORDER#{orderId}")
@RangeKey("PAYMENT#{paymentId}")
record Payment(@KeyOnly String orderId, @KeyOnly String paymentId, long amountInCents, Instant receivedOn)
        implements ShopItem {}
