package io.bloop.shop;

import static io.bloop.annotation.Table.Billing.ON_DEMAND;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.Table;

/** A person who buys. */
@Model
@Table(billing = ON_DEMAND) // a setting of the table, said at one of its models
@HashKey("CUSTOMER#{customerId}")
@RangeKey("#")
record Customer(String customerId, String name, String email) implements ShopItem {}
