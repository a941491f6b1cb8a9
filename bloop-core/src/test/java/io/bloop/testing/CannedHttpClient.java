package io.bloop.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Answers with bytes that no DynamoDB sends, or not when asked to; the last answer is given again and again. Not
 * thread-safe.
 */
public final class CannedHttpClient implements SdkHttpClient {

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private @Nullable SdkHttpRequest lastHead;

    private record Answer(SdkHttpFullResponse head, InputStream body) {}

    /** Answers with success, the length and the checksum of a body. */
    public CannedHttpClient answer(String body) {
        return answer(body.getBytes(StandardCharsets.UTF_8), head -> {});
    }

    /** Answers with success, the length and the checksum of a body, and what is done to the head of that. */
    public CannedHttpClient answer(byte[] body, Consumer<SdkHttpFullResponse.Builder> change) {
        return answer(body, new ByteArrayInputStream(body), change);
    }

    /** Answers with the length and the checksum of one body, and another one. */
    public CannedHttpClient answer(byte[] said, InputStream sent, Consumer<SdkHttpFullResponse.Builder> change) {
        CRC32 checksum = new CRC32();
        checksum.update(said);
        SdkHttpFullResponse.Builder head = SdkHttpFullResponse.builder()
                .statusCode(200)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .putHeader("Content-Length", Integer.toString(said.length))
                .putHeader("x-amz-crc32", Long.toString(checksum.getValue()));
        change.accept(head);
        answers.add(new Answer(head.build(), sent));
        return this;
    }

    /** Forgets the answers that were not given. */
    public CannedHttpClient forget() {
        answers.clear();
        return this;
    }

    /** Returns how often something was asked. */
    public int calls() {
        return bodies.size();
    }

    /** Returns the body of the last request. */
    public String lastBody() {
        return bodies.isEmpty() ? "" : bodies.get(bodies.size() - 1);
    }

    /** Returns the bodies of all requests. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** Returns the last request without its body. */
    public SdkHttpRequest lastHead() {
        return Objects.requireNonNull(lastHead, "nothing was sent");
    }

    /** Returns a client that is answered from here, and tries three times. */
    public DynamoDbClient client(Consumer<ClientOverrideConfiguration.Builder> configuration) {
        return DynamoDbClient.builder()
                .httpClient(this)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("canned", "canned")))
                .overrideConfiguration(c -> {
                    c.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(3)
                            .circuitBreakerEnabled(false)
                            .backoffStrategy(BackoffStrategy.retryImmediately())
                            .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                            .build());
                    configuration.accept(c);
                })
                .build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                bodies.add(body(request));
                lastHead = request.httpRequest();
                Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
                if (answers.size() == 1 && answer.body().markSupported()) {
                    rewind(answer.body());
                }
                return HttpExecuteResponse.builder()
                        .response(answer.head())
                        .responseBody(AbortableInputStream.create(answer.body()))
                        .build();
            }

            @Override
            public void abort() {
                // nothing is in progress
            }
        };
    }

    private static String body(HttpExecuteRequest request) {
        try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void rewind(InputStream body) {
        try {
            body.reset();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public void close() {
        // holds nothing
    }
}
