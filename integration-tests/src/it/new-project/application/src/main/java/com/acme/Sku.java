package com.acme;

import io.bloop.annotation.StoredWith;
import io.bloop.type.StringType;

/** A stock keeping unit, which is stored as text. */
@StoredWith(holder = Sku.class, constant = "TYPE")
record Sku(String text) {

    static final StringType<Sku> TYPE = StringType.of(Sku.class, Sku::text, Sku::new);
}
