package io.bloop.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item as DynamoDB has returned it, whatever it was received as.
 *
 * <p>Implementations are immutable and thread-safe.
 *
 * @since 0.1.0
 */
public interface StoredItem {

    /**
     * Opens the item; it may be opened again.
     *
     * @return a reader that stands before the first attribute
     */
    MemberReader open();

    /**
     * Returns the item as the SDK has it.
     *
     * @return its attributes by name
     */
    Map<String, AttributeValue> attributes();

    /**
     * Returns an attribute that is a string.
     *
     * @param attribute the name of the attribute
     * @return its text; null where the item has no such attribute, or one of another data type
     */
    default @Nullable String text(String attribute) {
        MemberReader in = open();
        String text = isString(attribute, in) ? in.text() : null;
        in.release();
        return text;
    }

    /**
     * Tells whether an attribute is a string with a certain text, of which no string is made where the source can do that.
     *
     * @param attribute the name of the attribute
     * @param form tells it of a text, which is not valid afterwards
     * @return whether it does; false where the item has no such attribute, or one of another data type
     */
    default boolean matches(String attribute, Predicate<? super CharSequence> form) {
        MemberReader in = open();
        boolean matches = isString(attribute, in) && form.test(in.chars());
        in.release();
        return matches;
    }

    /** Moves a reader to an attribute, and tells whether it is there and a string. */
    private static boolean isString(String attribute, MemberReader in) {
        boolean isThere = in instanceof NamedReader named && named.moveTo(attribute);
        while (!isThere && !(in instanceof NamedReader) && in.next()) {
            isThere = in.name().equals(attribute);
        }
        return isThere && in.tag() == Tag.S;
    }

    /**
     * Takes an item that the SDK has read.
     *
     * @param attributes its attributes by name
     * @return the item
     */
    static StoredItem of(Map<String, AttributeValue> attributes) {
        return new AttributeItem(attributes);
    }

    /**
     * Takes items that the SDK has read.
     *
     * @param items the attributes of each
     * @return the items in the same order
     */
    static List<StoredItem> all(List<Map<String, AttributeValue>> items) {
        List<StoredItem> stored = new ArrayList<>(items.size());
        for (Map<String, AttributeValue> item : items) {
            stored.add(of(item));
        }
        return Collections.unmodifiableList(stored);
    }
}
