package io.bloop.settings;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The provisioned throughput of a table or an index, in capacity units.
 *
 * @param read read units; null means what the table has, and 1 when it is created
 * @param write write units; null likewise
 * @since 0.1.0
 */
public record Units(@Nullable Long read, @Nullable Long write) implements Serializable {

    /** No wish at all. */
    public static final Units UNSET = new Units(null, null);

    /**
     * Tells whether no units are set.
     *
     * @return true if both numbers are unset
     */
    public boolean isUnset() {
        return read == null && write == null;
    }

    /**
     * Replaces unset numbers by those of other units.
     *
     * @param other tells the numbers that are unset here
     * @return the units with the numbers of both, these first
     */
    public Units or(Units other) {
        return new Units(read == null ? other.read : read, write == null ? other.write : write);
    }

    /**
     * Tells whether a number is out of range.
     *
     * @return true if one of them is below 1, the least that DynamoDB takes
     */
    public boolean isBelowOne() {
        return read != null && read < 1 || write != null && write < 1;
    }

    @Override
    public String toString() {
        return "read " + (read == null ? "any" : read) + ", write " + (write == null ? "any" : write);
    }
}
