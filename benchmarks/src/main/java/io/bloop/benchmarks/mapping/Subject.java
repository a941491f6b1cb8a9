package io.bloop.benchmarks.mapping;

import static io.bloop.benchmarks.model.CounterModel.COUNTER;
import static io.bloop.benchmarks.model.OrderModel.ORDER;

import io.bloop.benchmarks.model.Contestant;
import io.bloop.benchmarks.model.Counter;
import io.bloop.benchmarks.model.HandWritten;
import io.bloop.benchmarks.model.Order;
import io.bloop.benchmarks.model.Samples;
import io.bloop.benchmarks.model.Schemas;
import io.bloop.mapping.internal.Mapping;
import io.bloop.model.ModelDefinition;
import java.util.function.Supplier;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** What is mapped: a class, one object of it, and how each contestant maps it. */
final class Subject<T> {

    static final Subject<Counter> COUNTERS = new Subject<>(
            Samples::counter,
            ItemMapping.of(HandWritten::readCounter, HandWritten::write),
            COUNTER,
            TableSchema.fromBean(Counter.class),
            Schemas.counter());

    static final Subject<Order> ORDERS = new Subject<>(
            () -> Samples.order(1),
            ItemMapping.of(HandWritten::readOrder, HandWritten::write),
            ORDER,
            TableSchema.fromBean(Order.class),
            Schemas.order());

    private static final Object ORIGIN = "a table";

    private final Supplier<T> sample;
    private final ItemMapping<T> byHand;
    private final Mapping<T> mapping;
    private final TableSchema<T> bean;
    private final TableSchema<T> schema;

    Subject(
            Supplier<T> sample,
            ItemMapping<T> byHand,
            ModelDefinition<T> model,
            TableSchema<T> bean,
            TableSchema<T> schema) {
        this.sample = sample;
        this.byHand = byHand;
        this.mapping = new Mapping<>(model.internals());
        this.bean = bean;
        this.schema = schema;
    }

    T sample() {
        return sample.get();
    }

    ItemMapping<T> mapping(Contestant contestant) {
        return switch (contestant) {
            case HAND_WRITTEN -> byHand;
            case BLOOP -> ItemMapping.of(item -> mapping.read(item, ORIGIN), mapping::item);
            case ENHANCED_BEAN -> ItemMapping.of(bean);
            case ENHANCED_STATIC -> ItemMapping.of(schema);
            case RAW_SDK, BLOOP_FROM_BYTES, SPRING ->
                throw new IllegalArgumentException(contestant + " maps no attribute values itself.");
        };
    }
}
