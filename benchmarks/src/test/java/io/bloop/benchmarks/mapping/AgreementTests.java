package io.bloop.benchmarks.mapping;

import static io.bloop.benchmarks.model.CounterModel.COUNTER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.benchmarks.model.Counter;
import io.bloop.benchmarks.model.HandWritten;
import io.bloop.benchmarks.model.Samples;
import io.bloop.benchmarks.model.Schemas;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

class AgreementTests {

    @Test
    void aContestantThatReadsSomethingElseIsRefused() {
        Subject<Counter> subject = new Subject<>(
                Samples::counter,
                ItemMapping.of(
                        item -> {
                            Counter counter = HandWritten.readCounter(item);
                            counter.setOwner("nobody");
                            return counter;
                        },
                        HandWritten::write),
                COUNTER,
                TableSchema.fromBean(Counter.class),
                Schemas.counter());

        assertThatThrownBy(() -> Agreement.check(subject))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("""
                        HAND_WRITTEN to HAND_WRITTEN gives
                          Counter(visits-of-the-front-page, nobody, 1234567890), expected
                          Counter(visits-of-the-front-page, marketing, 1234567890)""");
    }
}
