package io.bloop.benchmarks.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Answers at once, in the headers and the JSON of DynamoDB; everything above it is the SDK's own. Thread-safe. */
final class CannedHttpClient implements SdkHttpClient {

    /** What is sent goes nowhere; all requests share the buffer, so that none is charged for it. */
    private static final byte[] NOWHERE = new byte[8192];

    private final Answers answers;

    CannedHttpClient(Answers answers) {
        this.answers = answers;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                request.contentStreamProvider().ifPresent(CannedHttpClient::drain);
                return response(answers.to(operation(request)));
            }

            @Override
            public void abort() {
                // nothing is in progress
            }
        };
    }

    private static String operation(HttpExecuteRequest request) {
        String target =
                request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
        return target.substring(target.lastIndexOf('.') + 1);
    }

    /** Reads the request as a connection would. */
    private static void drain(ContentStreamProvider content) {
        try (InputStream in = content.newStream()) {
            while (in.read(NOWHERE) >= 0) {
                continue;
            }
        } catch (IOException ex) {
            throw new IllegalStateException("a request in memory can be read", ex);
        }
    }

    private static HttpExecuteResponse response(byte[] body) {
        CRC32 checksum = new CRC32();
        checksum.update(body);
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(200)
                        .putHeader("Content-Type", "application/x-amz-json-1.0")
                        .putHeader("Content-Length", Integer.toString(body.length))
                        .putHeader("x-amzn-RequestId", "4KBNVRGD25RG1KEO9UT4V3FQDJVV4KQNSO5AEMVJF66Q9ASUAAJG")
                        .putHeader("x-amz-crc32", Long.toString(checksum.getValue()))
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
