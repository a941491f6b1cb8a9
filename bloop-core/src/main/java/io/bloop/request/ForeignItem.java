package io.bloop.request;

import io.bloop.BloopException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Signals an item that does not belong to the model that was asked for it; nothing of it was read into an object, and
 * nothing was written.
 *
 * <p>Immutable. The message names the key and the models, and no other value of the item.
 *
 * @since 0.1.0
 */
public final class ForeignItem extends BloopException {

    private static final long serialVersionUID = 1L;

    private final Target target;
    private final String key;

    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> owners;

    private final transient @Nullable Map<String, AttributeValue> found;

    /**
     * Creates an exception.
     *
     * @param target the model that was asked, and its table
     * @param key the key of the item, printed
     * @param claim the claim of that model, in words
     * @param owners the names of the models of the table that claim the item
     * @param found the attributes of the item that decide whose it is
     * @param cause the SDK's exception, or null
     */
    public ForeignItem(
            Target target,
            String key,
            Object claim,
            List<String> owners,
            Map<String, AttributeValue> found,
            @Nullable Throwable cause) {
        super(
                "The item " + key + " in table '" + target.table() + "' is not one of " + target.models()
                        + ", which claims " + claim + ". "
                        + (owners.isEmpty()
                                ? "No model that is bound to the table claims the item; see found() for what it has."
                                : "The item belongs to " + String.join(", ", owners) + "; use that model."),
                cause);
        this.target = target;
        this.key = key;
        this.owners = List.copyOf(owners);
        this.found = Map.copyOf(found);
    }

    /**
     * Returns the model that was asked.
     *
     * @return the model and its table
     */
    public Target target() {
        return target;
    }

    /**
     * Returns the key of the item.
     *
     * @return the key, printed
     */
    public String key() {
        return key;
    }

    /**
     * Returns the models that the item belongs to.
     *
     * @return the names of bound models of the table; none where nobody claims the item
     */
    public List<String> owners() {
        return owners;
    }

    /**
     * Returns what the item has in the attributes that decide whose it is.
     *
     * @return the attributes that are there; none after serialisation
     */
    public Map<String, AttributeValue> found() {
        return found == null ? Map.of() : found;
    }
}
