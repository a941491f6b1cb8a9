package io.bloop.shop;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.KeyOnly;
import io.bloop.annotation.Model;
import io.bloop.annotation.RangeKey;

/** Says whose an e-mail address is. There is one item for each address, so that no two customers have the same. */
@Model
@HashKey("EMAIL#{email}")
@RangeKey("#")
record EmailAddress(@KeyOnly String email, String customerId) implements ShopItem {

    static EmailAddress of(Customer customer) {
        return new EmailAddress(customer.email(), customer.customerId());
    }
}
