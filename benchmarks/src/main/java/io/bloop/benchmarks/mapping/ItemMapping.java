package io.bloop.benchmarks.mapping;

import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How one contestant maps one class. */
interface ItemMapping<T> {

    T read(Map<String, AttributeValue> item);

    Map<String, AttributeValue> write(T object);

    static <T> ItemMapping<T> of(
            Function<Map<String, AttributeValue>, T> read, Function<T, Map<String, AttributeValue>> write) {
        return new ItemMapping<>() {
            @Override
            public T read(Map<String, AttributeValue> item) {
                return read.apply(item);
            }

            @Override
            public Map<String, AttributeValue> write(T object) {
                return write.apply(object);
            }
        };
    }

    static <T> ItemMapping<T> of(TableSchema<T> schema) {
        return of(schema::mapToItem, object -> schema.itemToMap(object, true));
    }
}
