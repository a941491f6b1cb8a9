package io.bloop.table.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Column;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.Index;
import io.bloop.model.IndexProjection;
import io.bloop.model.KeyColumn;
import io.bloop.settings.Units;
import io.bloop.settings.internal.SettingValues;
import io.bloop.settings.internal.Settings;
import io.bloop.table.KeySchema;
import io.bloop.table.ProjectedAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/**
 * What models want of one index: where several share it, what covers them all.
 *
 * @param included the attributes beside the keys, in alphabetical order; empty unless the kind is INCLUDE
 * @param needed the attributes beside the keys that the models want in the index
 */
record WantedIndex(
        String storedName,
        boolean global,
        List<KeySchemaElement> keys,
        IndexProjection.Kind projection,
        Set<String> included,
        Set<String> needed,
        SettingValues settings) {

    static WantedIndex of(BoundModel<?> model, Index<?> index) {
        Set<String> included = new TreeSet<>();
        for (Column<?, ?> column : index.projection().columns()) {
            if (!column.isKeyOnly()) {
                included.add(column.attribute());
            }
        }
        Set<String> needed = new HashSet<>();
        for (Column<?, ?> column : index.projectedColumns()) {
            if (!column.isKeyOnly()) {
                needed.add(column.attribute());
            }
        }
        IndexProjection.Kind kind = index.projection().kind();
        // without them the model of an item of the index is unknown
        for (String claimed : model.definition().claim().attributes()) {
            if (kind != IndexProjection.Kind.ALL && needed.add(claimed)) {
                included.add(claimed);
                kind = IndexProjection.Kind.INCLUDE;
            }
        }
        return new WantedIndex(
                index.storedName(),
                index instanceof GlobalSecondaryIndex,
                keys(index.hashKeys(), index.rangeKeys()),
                kind,
                included,
                needed,
                index instanceof GlobalSecondaryIndex<?> global ? settings(model, global) : SettingValues.NONE);
    }

    private static SettingValues settings(BoundModel<?> model, GlobalSecondaryIndex<?> index) {
        return SettingValues.NONE
                .with(Settings.UNITS, orNull(model.units(index)))
                .with(Settings.MAXIMUM, orNull(model.maximum(index)))
                .with(Settings.WARM, orNull(new Units(index.warmReadUnits(), index.warmWriteUnits())));
    }

    private static @Nullable Units orNull(Units units) {
        return units.isUnset() ? null : units;
    }

    static List<KeySchemaElement> keys(List<? extends KeyColumn<?, ?>> hash, List<? extends KeyColumn<?, ?>> range) {
        List<KeySchemaElement> keys = new ArrayList<>();
        for (KeyColumn<?, ?> column : hash) {
            keys.add(key(column, KeyType.HASH));
        }
        for (KeyColumn<?, ?> column : range) {
            keys.add(key(column, KeyType.RANGE));
        }
        return List.copyOf(keys);
    }

    private static KeySchemaElement key(KeyColumn<?, ?> column, KeyType type) {
        return KeySchemaElement.builder()
                .attributeName(column.attribute())
                .keyType(type)
                .build();
    }

    /** Returns an index that covers this one and another of the same name and keys, with the settings of both. */
    WantedIndex covering(WantedIndex other, SettingValues united) {
        IndexProjection.Kind wider =
                projection == IndexProjection.Kind.ALL || other.projection == IndexProjection.Kind.ALL
                        ? IndexProjection.Kind.ALL
                        : projection == IndexProjection.Kind.KEYS ? other.projection : projection;
        Set<String> both = new TreeSet<>();
        if (wider == IndexProjection.Kind.INCLUDE) {
            both.addAll(included);
            both.addAll(other.included);
        }
        Set<String> neededByBoth = new HashSet<>(needed);
        neededByBoth.addAll(other.needed);
        return new WantedIndex(storedName, global, keys, wider, both, neededByBoth, united);
    }

    /** Returns the attributes to name when the index is created: those that are no keys anyway. */
    Set<String> includedBeside(List<KeySchemaElement> tableKeys) {
        Set<String> beside = new LinkedHashSet<>(included);
        keys.forEach(key -> beside.remove(key.attributeName()));
        tableKeys.forEach(key -> beside.remove(key.attributeName()));
        return beside;
    }

    /**
     * Tells whether an index that exists holds all that the models want in this one, whatever its kind of projection.
     *
     * @param actual its projection
     * @param keysOfBoth the attributes that are keys of the table or of the index
     */
    boolean isCoveredBy(software.amazon.awssdk.services.dynamodb.model.Projection actual, Set<String> keysOfBoth) {
        Set<String> lacking = new HashSet<>(needed);
        lacking.removeAll(keysOfBoth);
        lacking.removeAll(actual.nonKeyAttributes());
        return actual.projectionType() == ProjectionType.ALL || lacking.isEmpty();
    }

    /** Returns the attributes that the index has to hold. */
    ProjectedAttributes projected() {
        return ProjectedAttributes.of(projection, included);
    }

    /** Returns the kind and the keys for people. */
    String print() {
        return (global ? "global on " : "local on ")
                + KeySchema.of(keys, Map.of()).printNames();
    }

    software.amazon.awssdk.services.dynamodb.model.Projection request(List<KeySchemaElement> tableKeys) {
        Set<String> beside = includedBeside(tableKeys);
        ProjectionType type = switch (projection) {
            case ALL -> ProjectionType.ALL;
            case KEYS -> ProjectionType.KEYS_ONLY;
            case INCLUDE -> beside.isEmpty() ? ProjectionType.KEYS_ONLY : ProjectionType.INCLUDE;
        };
        return software.amazon.awssdk.services.dynamodb.model.Projection.builder()
                .projectionType(type)
                .nonKeyAttributes(type == ProjectionType.INCLUDE ? beside : null)
                .build();
    }
}
