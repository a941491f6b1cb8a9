package io.bloop.model;

import io.bloop.type.StoredItem;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Decides which items of a table belong to a model, by a few attributes of the stored item and before any column is
 * read.
 *
 * <p>A definition declares its claim by {@link ModelDefinition#discriminator} or {@link ModelDefinition#claimedBy}. A
 * definition that declares none claims the items whose keys begin with the literal text of its key templates, and every
 * item where there is no such text. Immutable and thread-safe; a predicate of a claim has to be
 * thread-safe too.
 *
 * @since 0.1.0
 */
public sealed interface Claim permits Discriminator, EveryItem, PredicateClaim, SupertypeClaim, TemplateClaim {

    /**
     * Tells whether an item belongs to the model.
     *
     * @param item the item, as it was received
     * @return true if it does
     */
    boolean admits(StoredItem item);

    /**
     * Tells whether an item belongs to the model, such as an image of a stream's record.
     *
     * @param item the item's attributes; those of {@link #attributes()} are all that matters
     * @return true if it does
     */
    default boolean admits(Map<String, AttributeValue> item) {
        return admits(StoredItem.of(item));
    }

    /**
     * Returns the attributes that decide.
     *
     * @return the names as they are stored; empty where every item belongs to the model
     */
    Set<String> attributes();

    /**
     * Tells whether the model claims every item of its table.
     *
     * @return true unless the definition says otherwise
     */
    default boolean isOpen() {
        return attributes().isEmpty();
    }
}
