package io.bloop.model;

import io.bloop.type.StoredItem;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Claims the items of all models of a supertype.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class SupertypeClaim implements Claim {

    private final List<Claim> claims;
    private final Set<String> attributes;
    private final boolean open;

    SupertypeClaim(List<Claim> claims) {
        this.claims = List.copyOf(claims);
        this.open = claims.stream().anyMatch(Claim::isOpen);
        Set<String> names = new LinkedHashSet<>();
        claims.forEach(claim -> names.addAll(claim.attributes()));
        this.attributes = Collections.unmodifiableSet(names);
    }

    /**
     * Returns the claims of the models.
     *
     * @return the claims, in the order of the models
     */
    public List<Claim> claims() {
        return claims;
    }

    @Override
    public Set<String> attributes() {
        return attributes;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean admits(StoredItem item) {
        return claims.stream().anyMatch(claim -> claim.admits(item));
    }

    /** Returns the claim for people, such as {@code items whose 'type' is [order], or items whose 'type' is [line]}. */
    @Override
    public String toString() {
        return claims.stream().map(Claim::toString).distinct().collect(Collectors.joining(", or "));
    }
}
