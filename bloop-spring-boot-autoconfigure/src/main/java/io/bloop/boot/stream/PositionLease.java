package io.bloop.boot.stream;

import io.bloop.lease.internal.LeaseState;
import io.bloop.lease.internal.LeaseStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lease of one listener, whose progress is the token of its position. */
record PositionLease(StreamPositions positions, String listener) implements LeaseStore<String> {

    @Override
    public Optional<LeaseState<String>> find() {
        return positions.find(listener).map(PositionLease::state);
    }

    static LeaseState<String> state(StreamPosition position) {
        return new LeaseState<>(position.token(), position.owner(), position.counter(), position.leaseMillis());
    }

    @Override
    public boolean replace(@Nullable LeaseState<String> expected, LeaseState<String> next) {
        return positions.replace(expected == null ? null : position(expected), position(next));
    }

    private StreamPosition position(LeaseState<String> state) {
        return new StreamPosition(listener, state.progress(), state.owner(), state.counter(), state.leaseMillis());
    }
}
