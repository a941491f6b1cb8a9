package io.bloop.boot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.bloop.boot.LocalDynamoDb;
import io.bloop.engine.Engine;
import io.bloop.engine.TableNames;
import io.bloop.lease.internal.Lease;
import io.bloop.lease.internal.Lease.Candidate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Leases at a time of the test's own, in memory and in a table. */
class LeaseTests {

    private static final Duration LEASE = Duration.ofSeconds(10);

    private long seconds;

    static Stream<StreamPositions> stores() {
        Engine engine = Engine.builder(LocalDynamoDb.client())
                .tableNames(TableNames.template(LocalDynamoDb.prefix() + "{table_name}"))
                .build();
        return Stream.of(new InMemoryStreamPositions(), new DynamoDbStreamPositions(engine, "positions"));
    }

    private Candidate<String> candidate(StreamPositions positions, String owner) {
        return new Candidate<>(
                new PositionLease(positions, "visits"), () -> TimeUnit.SECONDS.toNanos(seconds), owner, LEASE);
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName("S11 a lease that is renewed is not taken")
    void aRenewedLeaseIsNotTaken(StreamPositions positions) {
        Lease<String> lease = candidate(positions, "one").take().orElseThrow();
        Candidate<String> other = candidate(positions, "other");
        for (int i = 0; i < 10; i++) {
            assertThat(other.take()).isEmpty();
            seconds += 9;
            assertThat(lease.renew()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName("S11 a lease whose counter did not move for the time of the lease is taken with its position")
    void aDeadLeaseIsTaken(StreamPositions positions) {
        candidate(positions, "one").take().orElseThrow().store("token");
        Candidate<String> other = candidate(positions, "other");
        assertThat(other.take()).isEmpty();
        seconds += 9;
        assertThat(other.take()).isEmpty();
        seconds += 1;
        assertThat(other.take().orElseThrow().progress()).isEqualTo("token");
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName("S11 a process that lost its lease can store no position, and knows that it may not go on")
    void aLostLeaseStoresNothing(StreamPositions positions) {
        Lease<String> lost = candidate(positions, "one").take().orElseThrow();
        Candidate<String> other = candidate(positions, "other");
        other.take();
        seconds += 10;
        Lease<String> taken = other.take().orElseThrow();
        taken.store("of the other");
        assertThat(lost.isValid()).isFalse();
        assertThat(lost.store("too late")).isFalse();
        assertThat(lost.renew()).isFalse();
        lost.release("too late");
        assertThat(taken.renew()).isTrue();
        assertThat(positions.find("visits").orElseThrow().token()).isEqualTo("of the other");
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName("S11 a lease that was released is taken at once")
    void aReleasedLeaseIsTakenAtOnce(StreamPositions positions) {
        Lease<String> lease = candidate(positions, "one").take().orElseThrow();
        Candidate<String> other = candidate(positions, "other");
        assertThat(other.take()).isEmpty();
        lease.release("token");
        assertThat(lease.isValid()).isFalse();
        assertThat(other.take().orElseThrow().progress()).isEqualTo("token");
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName("S11 one of two processes gets a lease that both have seen die")
    void oneOfTwoGetsTheLease(StreamPositions positions) {
        candidate(positions, "one").take();
        Candidate<String> second = candidate(positions, "second");
        Candidate<String> third = candidate(positions, "third");
        second.take();
        third.take();
        seconds += 10;
        assertThat(second.take()).isPresent();
        assertThat(third.take()).isEmpty();
        seconds += 9;
        assertThat(third.take()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName("S11 a write whose response was lost is found out about, and the lease goes on")
    void aLostResponseDoesNotLoseTheLease(StreamPositions positions) {
        LosingPositions losing = new LosingPositions(positions);
        Lease<String> lease = candidate(losing, "one").take().orElseThrow();
        losing.loses = true;
        assertThatIllegalStateException().isThrownBy(() -> lease.store("token"));
        losing.loses = false;
        assertThat(lease.renew()).isTrue();
        assertThat(lease.progress()).isEqualTo("token");
    }

    @Test
    @DisplayName("S11 a lease ends by the clock of its owner, counted from the moment at which the last write was sent")
    void aLeaseEndsByItself() {
        Lease<String> lease =
                candidate(new InMemoryStreamPositions(), "one").take().orElseThrow();
        seconds += 9;
        assertThat(lease.isValid()).isTrue();
        seconds += 1;
        assertThat(lease.isValid()).isFalse();
        assertThat(lease.renew()).isTrue();
        assertThat(lease.isValid()).isTrue();
    }

    /** Stores, and loses the response. */
    private static final class LosingPositions implements StreamPositions {

        private final StreamPositions positions;
        private boolean loses;

        LosingPositions(StreamPositions positions) {
            this.positions = positions;
        }

        @Override
        public Optional<StreamPosition> find(String listener) {
            return positions.find(listener);
        }

        @Override
        public boolean replace(@Nullable StreamPosition expected, StreamPosition next) {
            boolean replaced = positions.replace(expected, next);
            if (loses) {
                throw new IllegalStateException("no response");
            }
            return replaced;
        }
    }
}
