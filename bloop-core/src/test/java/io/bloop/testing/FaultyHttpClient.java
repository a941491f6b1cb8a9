package io.bloop.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Sends requests by a real HTTP client, but for those that a fault is laid on.
 *
 * <p>Errors have the shapes that the service documents, answers come from the real service. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error handling</a>
 */
public final class FaultyHttpClient implements SdkHttpClient {

    private static final String TARGET = "X-Amz-Target";

    private final SdkHttpClient real;
    private final List<Laid> laid = new CopyOnWriteArrayList<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();

    private static final class Laid {

        private final Fault fault;
        private final String operation;
        private int left;

        private Laid(Fault fault, String operation, int times) {
            this.fault = fault;
            this.operation = operation;
            this.left = times;
        }

        private synchronized boolean takes(String operation) {
            return (this.operation.isEmpty() || this.operation.equals(operation)) && left-- > 0;
        }
    }

    public FaultyHttpClient(SdkHttpClient real) {
        this.real = real;
    }

    /** Lays a fault on the next attempts of any operation. */
    public void lay(Fault fault, int attempts) {
        lay(fault, "", attempts);
    }

    /** Lays a fault on the next attempts of one operation, as "UpdateItem". */
    public void lay(Fault fault, String operation, int attempts) {
        laid.add(new Laid(fault, operation, attempts));
    }

    /** Takes all faults away. */
    public void heal() {
        laid.clear();
    }

    /** Returns the operations of all attempts so far, those with faults too. */
    public List<String> sent() {
        return List.copyOf(sent);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        String target = request.httpRequest().firstMatchingHeader(TARGET).orElse("");
        String operation = target.substring(target.indexOf('.') + 1);
        for (Laid one : laid) {
            if (one.takes(operation)) {
                return new Faulty(one.fault, operation, request);
            }
        }
        return new Healthy(operation, real.prepareRequest(request));
    }

    @Override
    public String clientName() {
        return "Faulty";
    }

    @Override
    public void close() {
        real.close();
    }

    private final class Healthy implements ExecutableHttpRequest {

        private final String operation;
        private final ExecutableHttpRequest request;

        private Healthy(String operation, ExecutableHttpRequest request) {
            this.operation = operation;
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            sent.add(operation);
            return request.call();
        }

        @Override
        public void abort() {
            request.abort();
        }
    }

    private final class Faulty implements ExecutableHttpRequest {

        private static final long LONGER_THAN_ANY_TIMEOUT = 60;

        private final Fault fault;
        private final String operation;
        private final HttpExecuteRequest request;
        private final CountDownLatch aborted = new CountDownLatch(1);

        private Faulty(Fault fault, String operation, HttpExecuteRequest request) {
            this.fault = fault;
            this.operation = operation;
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            sent.add(operation);
            return switch (fault) {
                case THROTTLED ->
                    error(
                            400,
                            "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
                            "The level of configured provisioned throughput for the table was exceeded. Consider "
                                    + "increasing your provisioning level with the UpdateTable API.");
                case SERVER_ERROR -> serverError();
                case SERVER_ERROR_LATER -> {
                    body(real.prepareRequest(request).call());
                    yield serverError();
                }
                case REQUEST_LOST -> throw new SocketException("Connection reset");
                case ANSWER_LOST -> {
                    body(real.prepareRequest(request).call());
                    throw new SocketException("Connection reset");
                }
                case ANSWER_LATE -> {
                    HttpExecuteResponse answer = real.prepareRequest(request).call();
                    byte[] body = body(answer);
                    waitForAbort();
                    yield answer(answer.httpResponse(), body);
                }
                case ANSWER_CUT -> {
                    HttpExecuteResponse answer = real.prepareRequest(request).call();
                    byte[] body = body(answer);
                    yield answer(
                            answer.httpResponse(),
                            new String(body, StandardCharsets.UTF_8)
                                    .substring(0, body.length / 2)
                                    .getBytes(StandardCharsets.UTF_8));
                }
                case UNPROCESSED -> HalfBatch.send(operation, request, real);
                case GATEWAY_TIMEOUT -> gateway(408);
                case GATEWAY_BUSY -> gateway(429);
            };
        }

        private HttpExecuteResponse gateway(int status) throws IOException {
            body(real.prepareRequest(request).call());
            SdkHttpResponse response = SdkHttpFullResponse.builder()
                    .statusCode(status)
                    .putHeader("Content-Type", "text/html")
                    .build();
            return answer(response, "<html><body>Try again later</body></html>".getBytes(StandardCharsets.UTF_8));
        }

        private void waitForAbort() throws IOException {
            try {
                aborted.await(LONGER_THAN_ANY_TIMEOUT, TimeUnit.SECONDS);
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the answer", ex);
            }
        }

        @Override
        public void abort() {
            aborted.countDown();
        }
    }

    private static HttpExecuteResponse serverError() {
        return error(
                500,
                "com.amazonaws.dynamodb.v20120810#InternalServerError",
                "The request processing has failed because of an unknown error, exception or failure.");
    }

    private static HttpExecuteResponse error(int status, String type, String message) {
        String body = "{\"__type\":\"" + type + "\",\"message\":\"" + message + "\"}";
        SdkHttpResponse response = SdkHttpFullResponse.builder()
                .statusCode(status)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .build();
        return answer(response, body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpExecuteResponse answer(SdkHttpResponse response, byte[] body) {
        return HttpExecuteResponse.builder()
                .response(response)
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    static byte[] body(HttpExecuteResponse answer) throws IOException {
        try (InputStream body = answer.responseBody().orElseThrow()) {
            return body.readAllBytes();
        }
    }
}
