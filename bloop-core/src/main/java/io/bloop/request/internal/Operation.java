package io.bloop.request.internal;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * A kind of request, with what an observer wants to know of its answers.
 *
 * @param name the API operation
 * @param charged asks for the capacity that is consumed
 * @param counts counts what a response holds
 */
record Operation<Q extends AwsRequest, R>(String name, UnaryOperator<Q> charged, BiFunction<Q, R, Counts> counts) {

    /** What a response holds. */
    record Counts(int items, int scanned, List<ConsumedCapacity> capacity) {

        static final Counts NONE = new Counts(0, 0, List.of());

        static Counts of(int items, List<ConsumedCapacity> capacity) {
            return new Counts(items, items, capacity);
        }
    }

    /** Makes a kind of request that neither touches items nor is charged. */
    static <Q extends AwsRequest, R> Operation<Q, R> ofTable(String name) {
        return new Operation<>(name, request -> request, (request, answer) -> Counts.NONE);
    }
}
