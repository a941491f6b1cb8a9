package io.bloop.table;

import io.bloop.model.IndexProjection;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/**
 * The attributes that an index holds.
 *
 * @param kind the kind of projection
 * @param included the attributes beside the keys, in alphabetical order; empty unless the kind is INCLUDE
 * @since 0.1.0
 */
public record ProjectedAttributes(IndexProjection.Kind kind, List<String> included) implements Serializable {

    /**
     * Creates projected attributes that keep a copy.
     *
     * @param kind the kind of projection
     * @param included the attributes beside the keys
     */
    public ProjectedAttributes {
        included = List.copyOf(new TreeSet<>(included));
    }

    /**
     * Returns the attributes that a model declares.
     *
     * @param kind the kind of the projection
     * @param included the names of the included attributes
     * @return the attributes
     */
    public static ProjectedAttributes of(IndexProjection.Kind kind, Collection<String> included) {
        return new ProjectedAttributes(kind, List.copyOf(included));
    }

    /**
     * Returns the attributes that an index has.
     *
     * @param actual the projection as DynamoDB describes it
     * @return the attributes
     */
    public static ProjectedAttributes of(software.amazon.awssdk.services.dynamodb.model.Projection actual) {
        if (actual.projectionType() == ProjectionType.INCLUDE) {
            return new ProjectedAttributes(IndexProjection.Kind.INCLUDE, actual.nonKeyAttributes());
        }
        return new ProjectedAttributes(
                actual.projectionType() == ProjectionType.ALL ? IndexProjection.Kind.ALL : IndexProjection.Kind.KEYS,
                List.of());
    }

    /** Returns the attributes for people, such as {@code INCLUDE [size]}. */
    @Override
    public String toString() {
        return switch (kind) {
            case ALL -> "ALL";
            case KEYS -> "KEYS_ONLY";
            case INCLUDE -> "INCLUDE " + included;
        };
    }
}
