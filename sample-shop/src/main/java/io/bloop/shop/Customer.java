package io.bloop.shop;

import static io.bloop.annotation.Table.Billing.ON_DEMAND;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.Table;

/** A person who buys. */
@Model
@Table(name = "shop", billing = ON_DEMAND) // said once, for all models of the table
@HashKey("CUSTOMER#{customerId}")
@RangeKey("#")
record Customer(String customerId, String name, String email) implements ShopItem {}
