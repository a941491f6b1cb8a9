package io.bloop.wire.internal;

import io.bloop.wire.ItemsInterceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * Carries the items that one request puts from the caller to an {@link ItemsInterceptor}.
 *
 * <p>The SDK is given a request whose puts have an empty item each. What it makes of that is sent with the items in their
 * places. Should the interceptor not be called, DynamoDB refuses the request, since an empty item has no key.
 *
 * <p>For the engine; each is good for one request. Not thread-safe.
 */
public final class RequestItems {

    private static final CallAttribute<RequestItems> ATTRIBUTE = new CallAttribute<>(RequestItems.class);

    /**
     * Where an item belongs. No text has these bytes, since its quotes are escaped, and no value has them, since it has a
     * tag.
     */
    private static final byte[] PLACE = "\"Item\":{}".getBytes(StandardCharsets.US_ASCII);

    private static final int EMPTY_ITEM = "{}".length();

    private final List<WrittenItem> items;
    private byte @Nullable [] content;

    private RequestItems(List<WrittenItem> items) {
        this.items = items;
    }

    /**
     * Lets a request carry the items of its puts, which have an empty item each, and keeps the configuration that the
     * request has.
     *
     * @param request the request
     * @param items the items in the order of the puts; none where the SDK is to send the request as it is
     */
    public static void carry(DynamoDbRequest.Builder request, List<WrittenItem> items) {
        if (!items.isEmpty()) {
            ATTRIBUTE.put(request, new RequestItems(items));
        }
    }

    public static @Nullable RequestItems of(ExecutionAttributes attributes) {
        return ATTRIBUTE.of(attributes);
    }

    /**
     * Returns the items that a request carries.
     *
     * @param request the request
     * @return the items of its puts, in their order; none where the puts have their items themselves
     */
    public static List<WrittenItem> of(AwsRequest request) {
        RequestItems carried = ATTRIBUTE.of(request);
        return carried == null ? List.of() : carried.items;
    }

    /**
     * Returns the content of the request with its items.
     *
     * @param context what the SDK is about to send
     * @return the whole content, which is the same for each attempt
     */
    public RequestBody body(Context.ModifyHttpRequest context) {
        RequestBody sent = context.requestBody().orElseThrow();
        byte[] whole = content(sent);
        return RequestBody.fromContentProvider(
                ContentStreamProvider.fromByteArrayUnsafe(whole), whole.length, sent.contentType());
    }

    /**
     * Returns the length of the content with its items.
     *
     * @param context what the SDK is about to send
     * @return bytes
     */
    public int length(Context.ModifyHttpRequest context) {
        return content(context.requestBody().orElseThrow()).length;
    }

    private byte[] content(RequestBody sent) {
        if (content == null) {
            try (InputStream in = sent.contentStreamProvider().newStream()) {
                content = withItems(in.readAllBytes());
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }
        return content;
    }

    private byte[] withItems(byte[] empty) {
        List<Integer> places = places(empty);
        if (places.size() != items.size()) {
            throw new IllegalStateException(
                    "The request has " + places.size() + " places for " + items.size() + " items; nothing was sent.");
        }
        int length = empty.length;
        for (WrittenItem item : items) {
            length += item.length() - EMPTY_ITEM;
        }
        byte[] whole = new byte[length];
        int from = 0;
        int to = 0;
        for (int i = 0; i < items.size(); i++) {
            int before = places.get(i) - from;
            System.arraycopy(empty, from, whole, to, before);
            items.get(i).copyTo(whole, to + before);
            from = places.get(i) + EMPTY_ITEM;
            to += before + items.get(i).length();
        }
        System.arraycopy(empty, from, whole, to, empty.length - from);
        return whole;
    }

    /** Returns where the empty items begin. */
    private static List<Integer> places(byte[] json) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at <= json.length - PLACE.length; at++) {
            if (json[at] == '"' && isPlace(json, at)) {
                places.add(at + PLACE.length - EMPTY_ITEM);
            }
        }
        return places;
    }

    private static boolean isPlace(byte[] json, int at) {
        for (int i = 1; i < PLACE.length; i++) {
            if (json[at + i] != PLACE[i]) {
                return false;
            }
        }
        return true;
    }
}
