package io.bloop.model;

import io.bloop.type.StoredItem;
import java.util.Set;

/** Claims every item, for models that have a table of their own. */
enum EveryItem implements Claim {
    CLAIM;

    @Override
    public boolean admits(StoredItem item) {
        return true;
    }

    @Override
    public Set<String> attributes() {
        return Set.of();
    }

    @Override
    public String toString() {
        return "every item";
    }
}
