package io.bloop.request;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bloop.bulk.BulkFailed;
import io.bloop.engine.Engine;
import io.bloop.request.internal.FailedCall;
import io.bloop.request.internal.Failures;
import io.bloop.table.BindMode;
import io.bloop.testing.CannedHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Covers threads that are interrupted while a request is in progress. */
class InterruptedRequestTests {

    private static final CannedHttpClient HTTP = new CannedHttpClient();
    private static final Engine ENGINE =
            Engine.builder(HTTP.client(c -> {})).bindMode(BindMode.NONE).build();

    /** A body during whose transfer the thread is interrupted, as a virtual thread's socket tells it. */
    private static final class Interrupted extends InputStream {

        @Override
        public int read() throws IOException {
            Thread.currentThread().interrupt();
            throw new SocketException("Closed by interrupt");
        }
    }

    @AfterEach
    void goOn() {
        Thread.interrupted();
    }

    /** Kinds whose requests are sent by the thread that asks for them. */
    static Stream<RequestKind> kindsOfTheCaller() {
        return Stream.of(RequestKind.values()).filter(kind -> kind != RequestKind.PARALLEL_SCAN);
    }

    private static Throwable failure(RequestKind kind) {
        ENGINE.bind(List.of(LINK));
        Throwable thrown = catchThrowable(() -> kind.send(ENGINE));
        return thrown instanceof BulkFailed bulk ? bulk.getCause() : thrown;
    }

    @ParameterizedTest
    @MethodSource("kindsOfTheCaller")
    @DisplayName("E5 a request whose thread is interrupted says so, and whether it may have been applied")
    void saysThatTheThreadWasInterrupted(RequestKind kind) {
        HTTP.forget().answer(new byte[1], new Interrupted(), head -> {});

        Throwable failed = failure(kind);

        assertThat(failed)
                .isInstanceOfSatisfying(RequestInterrupted.class, interrupted -> {
                    assertThat(interrupted.isPerhapsApplied()).isEqualTo(kind.isWrite());
                    assertThat(interrupted.getCause()).isInstanceOf(SdkException.class);
                })
                .hasMessage(kind.words()
                        + " in table 'Link' failed: the thread was interrupted while the request was in progress."
                        + (kind.isWrite() ? " It may have been applied all the same." : ""));
        // a bulk call has sent it by another thread
        assertThat(Thread.interrupted()).isEqualTo(kind != RequestKind.BULK);
    }

    @Test
    @DisplayName("E5 a failure without a message names its class")
    void aFailureWithoutAMessageNamesItsClass() {
        FailedCall call = new FailedCall("Query", new Target("Link", "links", null), null);

        assertThat(Failures.of(call, SdkClientException.builder().build()))
                .hasMessage("Query of Link in table 'links' failed: SdkClientException without a message.");
        assertThat(Failures.of(
                        call,
                        SdkClientException.builder()
                                .cause(new IOException("no buffer"))
                                .build()))
                .hasMessage("Query of Link in table 'links' failed: no buffer.");
    }
}
