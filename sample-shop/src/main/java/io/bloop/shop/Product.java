package io.bloop.shop;

import static io.bloop.annotation.Projection.ALL;

import io.bloop.annotation.GlobalSecondaryIndex;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.RangeKey;

/** Something that the shop sells. Its stock never goes below zero. */
@Model
@HashKey("PRODUCT#{sku}")
@RangeKey("#")
@GlobalSecondaryIndex(
        name = "byCategory",
        storedAs = "GSI1",
        hashKey = "CATEGORY#{category}",
        rangeKey = "{sku}",
        projection = ALL)
record Product(String sku, String name, String category, long priceInCents, long stock) implements ShopItem {}
