package io.bloop.wire;

import io.bloop.wire.internal.BodyWithoutItems;
import io.bloop.wire.internal.ItemsMember;
import io.bloop.wire.internal.RequestItems;
import io.bloop.wire.internal.ResponseItems;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.metrics.NoOpMetricCollector;

/**
 * Lets an engine map the items of gets, batch gets, queries and scans directly from the bytes of the response, and write
 * the items of puts, alone, in batches and in transactions, directly as bytes of the request. This saves most of the SDK's
 * work on attribute values.
 *
 * <p>Added to a client, it does not change requests that are not sent by an engine. The SDK reads the rest of an engine's
 * response as always, with its retries and metrics, and writes and signs the rest of a request. The SDK, and interceptors
 * that were added before this one, see the response without its items and without its checksum, which was compared with the
 * whole response before. A response that is an error, is compressed, or differs from the form that DynamoDB sends is left to
 * the SDK. A client without this interceptor gives equal objects and stores equal items. Where the client has interceptors
 * besides this one and the SDK's own, an engine leaves items to the SDK; one that is built with {@code readFromBytes(true)}
 * leaves it the items of requests alone.
 *
 * <pre>{@code
 * DynamoDbClient.builder()
 *         .overrideConfiguration(c -> c.addExecutionInterceptor(new ItemsInterceptor()))
 *         .build();
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public final class ItemsInterceptor implements ExecutionInterceptor {

    /** Creates an interceptor. */
    public ItemsInterceptor() {}

    @Override
    public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        RequestItems items = RequestItems.of(attributes);
        return items == null ? context.requestBody() : Optional.of(items.body(context));
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        RequestItems items = RequestItems.of(attributes);
        return items == null
                ? context.httpRequest()
                : context.httpRequest().toBuilder()
                        .putHeader("Content-Length", Integer.toString(items.length(context)))
                        .build();
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        ResponseItems items = ResponseItems.of(attributes);
        if (items == null) {
            return context.httpResponse();
        }
        // the items of an earlier attempt
        items.forget();
        return member(context) == null
                ? context.httpResponse()
                : context.httpResponse().toBuilder()
                        .removeHeader(BodyWithoutItems.CHECKSUM)
                        .build();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        ResponseItems items = ResponseItems.of(attributes);
        ItemsMember member = items == null ? null : member(context);
        if (items == null || member == null) {
            return context.responseBody();
        }
        boolean measured = !(attributes.getAttribute(SdkExecutionAttribute.API_CALL_METRIC_COLLECTOR)
                instanceof NoOpMetricCollector);
        return context.responseBody()
                .map(body -> new BodyWithoutItems(body, context.httpResponse(), member, items, measured));
    }

    private static @Nullable ItemsMember member(Context.ModifyHttpResponse context) {
        SdkHttpResponse response = context.httpResponse();
        boolean plain = response.isSuccessful()
                && response.firstMatchingHeader("Content-Encoding").isEmpty()
                && context.responseBody().isPresent();
        return plain ? ItemsMember.of(context.request()) : null;
    }
}
