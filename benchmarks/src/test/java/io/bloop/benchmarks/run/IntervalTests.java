package io.bloop.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTests {

    /** The ranks and probabilities of the usual tables of intervals for medians. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.0",
        "2, 1, 0.5",
        "5, 1, 0.9375",
        "6, 1, 0.96875",
        "8, 1, 0.9921875",
        "9, 2, 0.9609",
        "11, 2, 0.9883",
        "12, 3, 0.9614",
        "15, 4, 0.9648",
        "20, 6, 0.9586",
        "50, 18, 0.9672"
    })
    void theEndsHaveTheHighestRankThatKeepsTheProbability(int values, int rank, double probability) {
        assertThat(Interval.rank(values)).isEqualTo(rank);
        assertThat(Interval.coverage(values)).isCloseTo(probability, within(0.0001));
    }

    @Test
    void anIntervalOfFewValuesGoesFromTheLeastToTheGreatest() {
        assertThat(Interval.of(List.of(3.0, 9.0, 1.0, 4.0))).isEqualTo(new Interval(1, 3.5, 9));
    }

    @Test
    void anIntervalOfManyValuesLeavesOutThoseThatStandApart() {
        List<Double> values =
                DoubleStream.of(5, 1000, 2, 3, 4, 6, 7, 8, 9, 10, 0.001).boxed().toList();

        assertThat(Interval.of(values)).isEqualTo(new Interval(2, 6, 10));
    }

    @Test
    void aTextLeavesOutEndsThatLookLikeTheMedian() {
        assertThat(new Interval(0.301, 0.302, 0.304).text(2)).isEqualTo("0.30");
        assertThat(new Interval(0.301, 0.302, 0.306).text(2)).isEqualTo("0.30 (0.30 to 0.31)");
    }

    @Test
    void noValuesAreRefused() {
        assertThatThrownBy(() -> Interval.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An interval takes at least one value.");
    }
}
