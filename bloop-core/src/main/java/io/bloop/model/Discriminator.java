package io.bloop.model;

import io.bloop.type.StoredItem;
import java.util.List;
import java.util.Set;

/**
 * Claims the items that have one of several texts in an attribute, which every write of the model stores.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Discriminator implements Claim {

    private final String attribute;
    private final List<String> values;
    private final Set<String> attributes;

    Discriminator(String attribute, List<String> values) {
        this.attribute = attribute;
        this.values = List.copyOf(values);
        this.attributes = Set.of(attribute);
    }

    /**
     * Returns the name of the attribute.
     *
     * @return the name as it is stored
     */
    public String attribute() {
        return attribute;
    }

    /**
     * Returns the text that writes store.
     *
     * @return the text
     */
    public String value() {
        return values.get(0);
    }

    /**
     * Returns the texts of the model's items.
     *
     * @return the text that is written, followed by those that are only read
     */
    public List<String> values() {
        return values;
    }

    @Override
    public Set<String> attributes() {
        return attributes;
    }

    @Override
    public boolean admits(StoredItem item) {
        return item.matches(attribute, this::isValue);
    }

    private boolean isValue(CharSequence text) {
        for (String value : values) {
            if (value.contentEquals(text)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the claim for people, such as {@code items whose 'type' is [order]}. */
    @Override
    public String toString() {
        return "items whose '" + attribute + "' is " + (values.size() == 1 ? values : "one of " + values);
    }
}
