package com.acme;

import io.bloop.annotation.Created;
import io.bloop.annotation.Default;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.Modified;
import io.bloop.annotation.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Model
record Customer(
        @HashKey UUID id,
        String name,
        @Default("STANDARD") Level level,
        Set<String> labels,
        List<Address> addresses,
        Sku favourite,
        @Version long version,
        @Created Instant createdOn,
        @Modified Instant modifiedOn) {

    enum Level {
        STANDARD,
        GOLD
    }
}
