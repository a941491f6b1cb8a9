package io.bloop.shop;

import java.util.List;

/** Says of which products there are too few for an order. */
final class OutOfStock extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> skus;

    OutOfStock(List<String> skus) {
        super("There are too few of: " + String.join(", ", skus) + ".");
        this.skus = skus;
    }

    List<String> skus() {
        return skus;
    }
}
