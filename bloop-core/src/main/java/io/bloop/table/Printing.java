package io.bloop.table;

import io.bloop.bound.Units;
import io.bloop.model.Projection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** Vocabulary the two sides of a report alike. */
final class Printing {

    private Printing() {}

    static String keys(List<KeySchemaElement> keys) {
        return String.join(
                ", ",
                keys.stream()
                        .map(key -> key.keyTypeAsString().toLowerCase(Locale.ROOT) + " " + key.attributeName())
                        .toList());
    }

    static String keys(List<KeySchemaElement> keys, Map<String, String> types) {
        return String.join(
                ", ",
                keys.stream()
                        .map(key -> key.keyTypeAsString().toLowerCase(Locale.ROOT) + " " + key.attributeName() + " ("
                                + types.getOrDefault(key.attributeName(), "?") + ")")
                        .toList());
    }

    static String projection(Projection.Kind kind, Collection<String> included) {
        return switch (kind) {
            case ALL -> "ALL";
            case KEYS -> "KEYS_ONLY";
            case INCLUDE -> "INCLUDE " + new TreeSet<>(included);
        };
    }

    static String projection(software.amazon.awssdk.services.dynamodb.model.Projection actual) {
        return actual.projectionType() == ProjectionType.INCLUDE
                ? "INCLUDE " + new TreeSet<>(actual.nonKeyAttributes())
                : actual.projectionTypeAsString();
    }

    /** Vocabulary the sides of some units that are wanted. */
    static String units(Units wanted, Units shown) {
        List<String> parts = new ArrayList<>();
        if (wanted.read() != null) {
            parts.add("read " + (shown.read() == null ? "none" : shown.read()));
        }
        if (wanted.write() != null) {
            parts.add("write " + (shown.write() == null ? "none" : shown.write()));
        }
        return String.join(", ", parts);
    }
}
