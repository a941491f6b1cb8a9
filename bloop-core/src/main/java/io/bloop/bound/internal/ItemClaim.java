package io.bloop.bound.internal;

import io.bloop.expression.Condition;
import io.bloop.mapping.internal.AttributePath;
import io.bloop.model.Claim;
import io.bloop.model.Column;
import io.bloop.model.Discriminator;
import io.bloop.model.Key;
import io.bloop.model.KeyTemplate;
import io.bloop.model.ModelDefinition;
import io.bloop.model.TemplateClaim;
import io.bloop.request.ForeignItem;
import io.bloop.type.MappingFailed;
import io.bloop.type.MemberReader;
import io.bloop.type.StoredItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Tells the items of a bound model from those of the other models of its table: for reads, for searches and for the
 * conditions of writes.
 *
 * <p>For the engine. Thread-safe.
 *
 * @param <T> the class of the model's objects
 */
public final class ItemClaim<T> {

    private final BoundModel<T> model;
    private final Claim claim;
    private final TableModels neighbours;
    private final boolean open;
    private final List<String> beyondKey = new ArrayList<>();
    private final Condition<T> own;
    private final Condition<T> guard;

    ItemClaim(BoundModel<T> model, TableModels neighbours) {
        ModelDefinition<T> definition = model.definition();
        this.model = model;
        this.claim = definition.claim();
        this.neighbours = neighbours;
        this.open = claim.isOpen();
        Set<String> keys = new LinkedHashSet<>();
        for (Column<T, ?> column : definition.keys()) {
            keys.add(column.attribute());
        }
        for (String name : claim.attributes()) {
            if (!keys.contains(name)) {
                beyondKey.add(name);
            }
        }
        this.own = claim instanceof Discriminator discriminator
                ? in(discriminator.attribute(), discriminator.values())
                : Condition.empty();
        this.guard = own.isEmpty()
                ? Condition.empty()
                : definition.hashKey().notExists().or(own);
    }

    private static <T> Condition<T> in(String attribute, List<String> values) {
        return new AttributePath<T>(attribute).in(values);
    }

    /**
     * Tells whether the model claims every item.
     *
     * @return true if nothing has to be asked
     */
    public boolean isOpen() {
        return open;
    }

    /**
     * Tells whether the key of an item alone tells whose it is.
     *
     * @return true if the claim is open, or reads keys of the table only
     */
    public boolean isOfKey() {
        return beyondKey.isEmpty();
    }

    /**
     * Tells whether DynamoDB can evaluate the claim.
     *
     * @return false for a predicate
     */
    public boolean isCondition() {
        return !own.isEmpty() || claim instanceof TemplateClaim;
    }

    /**
     * Returns the templates of keys by which the model claims its items.
     *
     * @return the templates by the names of the keys' attributes; none where the model claims its items in another way
     */
    public Map<String, KeyTemplate<?>> templates() {
        return claim instanceof TemplateClaim templates ? templates.templates() : Map.of();
    }

    /**
     * Returns the attributes that decide.
     *
     * @return the names as they are stored
     */
    public Set<String> attributes() {
        return claim.attributes();
    }

    /**
     * Tells whether an item belongs to the model.
     *
     * @param item the item
     * @return true if it does
     * @throws MappingFailed if the predicate of the claim throws
     */
    public boolean admits(StoredItem item) {
        if (open) {
            return true;
        }
        try {
            return claim.admits(item);
        } catch (RuntimeException ex) {
            throw MappingFailed.reading(List.of(), List.of(), ex)
                    .at(model.definition().name(), key(item).toString(), null);
        }
    }

    /**
     * Tells whether another model of the table claims an item.
     *
     * @param item an item that does not belong to this model
     * @return true if one does
     */
    public boolean isOfAnother(StoredItem item) {
        return !neighbours.owners(item).isEmpty();
    }

    /**
     * Requires an item of the model.
     *
     * @param item the item
     * @throws ForeignItem if it does not belong to the model
     */
    public void require(StoredItem item) {
        if (!open && !admits(item)) {
            throw foreign(item, null);
        }
    }

    /**
     * Requires a key that can be one of the model.
     *
     * @param key the key
     * @throws ForeignItem if the key alone tells that its item does not belong to the model
     */
    public void require(Key<T> key) {
        if (!open && beyondKey.isEmpty()) {
            require(StoredItem.of(key.attributes()));
        }
    }

    /**
     * Makes the exception for an item of another model, or of none.
     *
     * @param item the item
     * @param cause the SDK's exception, or null
     * @return the exception
     */
    public ForeignItem foreign(StoredItem item, @Nullable Throwable cause) {
        Map<String, AttributeValue> found = new HashMap<>();
        MemberReader in = item.open();
        while (in.next()) {
            if (claim.attributes().contains(in.name())) {
                found.put(in.name(), in.raw());
            }
        }
        List<String> owners = neighbours.owners(item).stream()
                .map(owner -> owner.definition().name())
                .toList();
        return new ForeignItem(model.target(null), key(item).toString(), claim, owners, found, cause);
    }

    private Key<T> key(StoredItem item) {
        return model.mapping().itemKey(item);
    }

    /**
     * Returns the condition that an item belongs to the model.
     *
     * @param without the attributes that the condition cannot name
     * @return the condition; empty where DynamoDB cannot evaluate the claim
     */
    public Condition<T> own(Set<String> without) {
        Condition<T> condition = own;
        for (Map.Entry<String, KeyTemplate<?>> entry : templates().entrySet()) {
            if (!without.contains(entry.getKey())) {
                AttributePath<T> key = new AttributePath<>(entry.getKey());
                KeyTemplate<?> template = entry.getValue();
                condition = condition.and(
                        template.parts().isEmpty() ? key.eq(template.prefix()) : key.beginsWith(template.prefix()));
            }
        }
        return condition;
    }

    /**
     * Returns the condition that an item belongs to none of the other models of the table, as far as DynamoDB can
     * evaluate it.
     *
     * @return the condition, perhaps empty
     */
    public Condition<T> notOfOthers() {
        Condition<T> none = Condition.empty();
        for (BoundModel<?> other : neighbours.all()) {
            if (other != model && other.definition().claim() instanceof Discriminator discriminator) {
                none = none.and(ItemClaim.<T>in(discriminator.attribute(), discriminator.values())
                        .not());
            }
        }
        return none;
    }

    /**
     * Tells whether a write has to know what its item has before it is sent.
     *
     * @return true for a predicate that the key alone does not decide
     */
    public boolean needsLook() {
        return !beyondKey.isEmpty() && own.isEmpty();
    }

    /**
     * Returns the condition that keeps a write from the items of other models.
     *
     * @return the condition that there is no item or one of the model; empty where DynamoDB cannot evaluate the claim
     */
    public Condition<T> guard() {
        return guard;
    }

    /**
     * Returns the condition that keeps a write from the items of other models, after a look at the item.
     *
     * @param item the item, which belongs to the model; empty where there is none
     * @return the condition that there is no item, or the attributes that decide are as they were
     */
    public Condition<T> guard(Map<String, AttributeValue> item) {
        if (!needsLook()) {
            return guard;
        }
        Condition<T> absent = model.definition().hashKey().notExists();
        if (item.isEmpty()) {
            return absent;
        }
        Condition<T> same = Condition.empty();
        for (String name : beyondKey) {
            AttributePath<T> path = new AttributePath<>(name);
            AttributeValue value = item.get(name);
            same = same.and(value == null ? path.notExists() : Condition.stored(path, value));
        }
        return absent.or(same);
    }
}
