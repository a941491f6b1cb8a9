package io.bloop.model;

import io.bloop.type.MemberReader;
import io.bloop.type.StoredItem;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Claims the items whose attributes a predicate accepts. */
final class PredicateClaim implements Claim {

    private final Set<String> attributes;
    private final Predicate<? super Map<String, AttributeValue>> predicate;

    PredicateClaim(List<String> attributes, Predicate<? super Map<String, AttributeValue>> predicate) {
        this.attributes = Collections.unmodifiableSet(new LinkedHashSet<>(attributes));
        this.predicate = predicate;
    }

    @Override
    public Set<String> attributes() {
        return attributes;
    }

    @Override
    public boolean admits(StoredItem item) {
        Map<String, AttributeValue> found = new HashMap<>();
        MemberReader in = item.open();
        while (found.size() < attributes.size() && in.next()) {
            if (attributes.contains(in.name())) {
                found.put(in.name(), in.raw());
            }
        }
        in.release();
        return predicate.test(Collections.unmodifiableMap(found));
    }

    @Override
    public String toString() {
        return "items that a predicate takes by " + attributes;
    }
}
