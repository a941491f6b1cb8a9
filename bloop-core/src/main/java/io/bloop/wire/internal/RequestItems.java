package io.bloop.wire.internal;

import io.bloop.wire.ItemsInterceptor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.sync.RequestBody;
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
     * tag; where a value has none, which DynamoDB refuses, the number of places differs from that of the items.
     */
    private static final byte[] PLACE = "\"Item\":{}".getBytes(StandardCharsets.US_ASCII);

    private static final int EMPTY_ITEM = "{}".length();

    private final List<WrittenItem> items;

    /** What the SDK has made of the request, and where the empty items begin in it. */
    private byte @Nullable [] rest;

    private int[] places = {};

    private RequestItems(List<WrittenItem> items) {
        this.items = items;
    }

    /**
     * Lets a request carry the items of its puts, which have an empty item each, and keeps the configuration that the
     * request has.
     *
     * @param request the request
     * @param items the items in the order in which the SDK writes the puts, so that a batch puts to one table alone; none
     *     where the SDK is to send the request as it is
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
     * @return the whole content, which may be read again for each attempt
     */
    public RequestBody body(Context.ModifyHttpRequest context) {
        byte[] around = rest(context);
        String type = context.requestBody().orElseThrow().contentType();
        return RequestBody.fromContentProvider(() -> stream(around), length(context), type);
    }

    /**
     * Returns the length of the content with its items.
     *
     * @param context what the SDK is about to send
     * @return bytes
     */
    public int length(Context.ModifyHttpRequest context) {
        int length = rest(context).length;
        for (WrittenItem item : items) {
            length += item.length() - EMPTY_ITEM;
        }
        return length;
    }

    private InputStream stream(byte[] around) {
        List<InputStream> parts = new ArrayList<>(2 * places.length + 1);
        int from = 0;
        for (int i = 0; i < places.length; i++) {
            parts.add(new ByteArrayInputStream(around, from, places[i] - from));
            parts.add(items.get(i).stream());
            from = places[i] + EMPTY_ITEM;
        }
        parts.add(new ByteArrayInputStream(around, from, around.length - from));
        return new WholeReads(parts);
    }

    /** Returns what the SDK has made of the request; another interceptor like this may have put the items in since. */
    private byte[] rest(Context.ModifyHttpRequest context) {
        if (rest == null) {
            byte[] read = read(context.requestBody().orElseThrow());
            places = places(read);
            rest = read;
        }
        return rest;
    }

    private static byte[] read(RequestBody body) {
        try (InputStream in = body.contentStreamProvider().newStream()) {
            byte[] read = new byte[Math.toIntExact(body.optionalContentLength().orElse(0L))];
            int length = in.readNBytes(read, 0, read.length);
            int next = in.read();
            if (length == read.length && next < 0) {
                return read;
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.write(read, 0, length);
            if (next >= 0) {
                whole.write(next);
                in.transferTo(whole);
            }
            return whole.toByteArray();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Returns where the empty items begin, one for each item that is carried. */
    private int[] places(byte[] json) {
        int[] found = new int[items.size()];
        int count = 0;
        for (int at = 0; at <= json.length - PLACE.length; at++) {
            if (json[at] == '"' && Arrays.equals(json, at, at + PLACE.length, PLACE, 0, PLACE.length)) {
                if (count < found.length) {
                    found[count] = at + PLACE.length - EMPTY_ITEM;
                }
                count++;
            }
        }
        if (count != found.length) {
            throw new IllegalStateException("The request has " + count + " places for " + found.length
                    + " items; nothing was sent. Set readFromBytes(false), or bloop.read-from-bytes=false, to leave items "
                    + "to this version of the SDK.");
        }
        return found;
    }
}
