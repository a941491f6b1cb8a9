package io.bloop.request.internal;

import io.bloop.type.StoredItem;
import java.util.List;

/**
 * A response to a request that reads items, and the items, which the response itself may or may not have.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <R> the kind of answer
 * @param answer what DynamoDB has answered, to be asked for anything but items
 * @param items the items in the order of the response
 */
public record ItemsResponse<R>(R answer, List<StoredItem> items) {}
