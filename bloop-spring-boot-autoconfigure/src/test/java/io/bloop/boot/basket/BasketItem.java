package io.bloop.boot.basket;

import jakarta.validation.constraints.Size;

/** What a table of baskets holds. */
public sealed interface BasketItem {

    String basketId();

    record Basket(String basketId, String owner) implements BasketItem {}

    record Entry(String basketId, @Size(max = 8) String sku) implements BasketItem {}
}
