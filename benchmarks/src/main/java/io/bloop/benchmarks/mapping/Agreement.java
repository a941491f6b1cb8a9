package io.bloop.benchmarks.mapping;

import static io.bloop.benchmarks.wire.CannedDynamoDb.received;

import io.bloop.benchmarks.model.Contestant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Checks that contestants mean the same, before any of them is measured. */
final class Agreement {

    private static final List<Contestant> MAPPERS =
            List.of(Contestant.HAND_WRITTEN, Contestant.BLOOP, Contestant.ENHANCED_BEAN, Contestant.ENHANCED_STATIC);

    private Agreement() {}

    /** Lets each contestant read what it writes itself, and what all others write. */
    static <T> void check(Subject<T> subject) {
        String expected = String.valueOf(subject.sample());
        for (Contestant writer : MAPPERS) {
            Map<String, AttributeValue> item = received(subject.mapping(writer).write(subject.sample()));
            for (Contestant reader : MAPPERS) {
                require(
                        writer + " to " + reader,
                        expected,
                        subject.mapping(reader).read(item));
            }
        }
    }

    private static void require(String what, String expected, Object found) {
        if (!found.toString().equals(expected)) {
            throw new IllegalStateException(what + " gives\n  " + found + ", expected\n  " + expected);
        }
    }
}
