package io.bloop.wire;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.BloopException;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.read.Consistency;
import io.bloop.table.BindMode;
import io.bloop.testing.CannedHttpClient;
import io.bloop.testing.Link;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkInternalExecutionAttribute;
import software.amazon.awssdk.metrics.LoggingMetricPublisher;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

class ItemsInterceptorTests {

    private static final String A = "{\"slug\":{\"S\":\"a\"},\"clicks\":{\"N\":\"7\"},\"tags\":{\"SS\":[\"x\",\"y\"]}}";
    private static final String GET = "{\"Item\":" + A + "}";
    private static final String FOUND = "Link(slug=a, clicks=7, tags=[x, y], notes=[], counts={})";

    /** What came of a call, and how often it was tried. */
    private record Result(String text, int attempts) {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static BloopTemplate<Link> links(DynamoDbClient client) {
        return Engine.builder(client).bindMode(BindMode.NONE).build().template(LINK);
    }

    private static Result result(CannedHttpClient http, DynamoDbClient client, Function<BloopTemplate<Link>, ?> call) {
        String text;
        try {
            text = String.valueOf(call.apply(links(client)));
        } catch (BloopException ex) {
            text = ex.getClass().getSimpleName() + ": " + ex.getMessage();
        }
        return new Result(text, http.calls());
    }

    /** Makes a call with and without the interceptor, which have to give the same. */
    private static Result bothWays(Consumer<CannedHttpClient> answers, Function<BloopTemplate<Link>, ?> call) {
        CannedHttpClient http = new CannedHttpClient();
        answers.accept(http);
        Result fromValues = result(http, http.client(c -> {}), call);
        http = new CannedHttpClient();
        answers.accept(http);
        Result fromBytes = result(http, http.client(c -> c.addExecutionInterceptor(new ItemsInterceptor())), call);
        assertThat(fromBytes).isEqualTo(fromValues);
        return fromBytes;
    }

    private static String find(BloopTemplate<Link> links) {
        return links.find("a").map(LINK::print).orElse("nothing");
    }

    private static Result finding(Consumer<CannedHttpClient> answers) {
        return bothWays(answers, ItemsInterceptorTests::find);
    }

    private static Function<BloopTemplate<Link>, List<String>> query() {
        return links -> links.query().where(LINK.slug.eq("a")).all().stream()
                .map(LINK::print)
                .toList();
    }

    @Test
    void aWholeAnswerIsReadOnce() {
        assertThat(finding(http -> http.answer(GET))).isEqualTo(new Result(FOUND, 1));
    }

    @Test
    void anAnswerWithAnotherChecksumIsAFailure() {
        byte[] other = bytes(GET.replace('7', '8'));
        Result result = finding(http -> http.answer(bytes(GET), new ByteArrayInputStream(other), h -> {}));
        assertThat(result.text())
                .startsWith("NoAnswer: GetItem of Link(slug=S \"a\") in table 'Link' failed: "
                        + "Expected 190618843 as the Crc32 checksum but the actual calculated checksum was ");
    }

    @Test
    void anAnswerThatEndsEarlyIsAFailure() {
        Result result = finding(http -> http.answer(bytes(GET), new ByteArrayInputStream(bytes(GET), 0, 40), h -> {}));
        assertThat(result.text())
                .startsWith("NoAnswer: GetItem of Link(slug=S \"a\") in table 'Link' failed: "
                        + "Expected 190618843 as the Crc32 checksum but the actual calculated checksum was ");
    }

    @Test
    void anAnswerThatEndsEarlyIsAFailureWhereItHasNoChecksum() {
        assertThat(finding(http -> http.answer(
                                bytes(GET),
                                new ByteArrayInputStream(bytes(GET), 0, 40),
                                h -> h.removeHeader("x-amz-crc32")))
                        .text())
                .startsWith(
                        "NoAnswer: GetItem of Link(slug=S \"a\") in table 'Link' failed: Unable to unmarshall response");
    }

    private static InputStream broken() {
        return new SequenceInputStream(new ByteArrayInputStream(bytes(GET), 0, 40), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        });
    }

    @Test
    void anAnswerWhoseConnectionBreaksIsAskedForAgain() {
        assertThat(finding(http -> http.answer(bytes(GET), broken(), h -> {}).answer(GET)))
                .isEqualTo(new Result(FOUND, 2));
    }

    @Test
    void anAnswerWhoseConnectionAlwaysBreaksIsAFailure() {
        Result result = finding(http -> http.answer(bytes(GET), broken(), h -> {})
                .answer(bytes(GET), broken(), h -> {})
                .answer(bytes(GET), broken(), h -> {}));
        assertThat(result.attempts()).isEqualTo(3);
        assertThat(result.text()).contains("Connection reset");
    }

    @Test
    void compressedAnswersAreReadByTheSdk() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes(GET));
        }
        assertThat(finding(http -> http.answer(zipped.toByteArray(), h -> h.putHeader("Content-Encoding", "gzip"))))
                .isEqualTo(new Result(FOUND, 1));
    }

    @Test
    void errorsAreReadByTheSdk() {
        assertThat(finding(http -> http.answer(
                        bytes(
                                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ValidationException\",\"message\":\"no\"}"),
                        h -> h.statusCode(400))))
                .isEqualTo(new Result(
                        "InvalidRequest: GetItem of Link(slug=S \"a\") in table 'Link' failed: ValidationException: no.",
                        1));
    }

    @Test
    void anErrorIsFollowedByAnAnswer() {
        assertThat(finding(http -> http.answer(
                                bytes("{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\"}"),
                                h -> h.statusCode(500))
                        .answer(GET)))
                .isEqualTo(new Result(FOUND, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ConsumedCapacity\":{\"CapacityUnits\":0.5}}"})
    void anAnswerWithoutAnItemIsNothing(String body) {
        assertThat(finding(http -> http.answer(body))).isEqualTo(new Result("nothing", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"Item\": {\"slug\": {\"S\": \"a\"}, \"clicks\": {\"N\": \"7\"}, \"tags\": {\"SS\": [\"x\","
                        + " \"y\"]}} }\n",
                "{\"It\\u0065m\":{\"slug\":{\"S\":\"a\"},\"clicks\":{\"N\":\"7\"},\"tags\":{\"SS\":[\"x\",\"y\"]}}}",
                "{\"Item\":{\"slug\":{\"S\":\"a\"},\"clicks\":{\"N\":7},\"tags\":{\"SS\":[\"x\",\"y\"]}}}",
                "{\"New\":[{\"Item\":{}}],\"Item\":{\"slug\":{\"S\":\"a\"},\"clicks\":{\"N\":\"7\"},\"tags\":{\"SS\":[\"x\",\"y\"]}}}"
            })
    void unusualFormsAreReadAllTheSame(String body) {
        assertThat(finding(http -> http.answer(body))).isEqualTo(new Result(FOUND, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Item\":{\"slug\":{\"S\":\"a\"}",
                "{\"Item\":{\"slug\":{\"S\":\"\\x\"}}}",
                "{\"Item\":{\"slug\":\"a\"}}",
                "{\"Item\":[]}",
                "<html>"
            })
    void whatIsNoAnswerFailsAsTheSdkSaysIt(String body) {
        assertThat(finding(http -> http.answer(body)).text())
                .startsWith(
                        "NoAnswer: GetItem of Link(slug=S \"a\") in table 'Link' failed: Unable to unmarshall response");
    }

    @Test
    void aValueThatDoesNotFitNamesItsPlace() {
        assertThat(finding(http -> http.answer("{\"Item\":{\"clicks\":{\"N\":\"3.14\"},\"slug\":{\"S\":\"a\"}}}"))
                        .text())
                .startsWith("InvalidValue: Cannot read Link.clicks of Link(slug=S \"a\"): expected ")
                .endsWith("found another N.");
    }

    @Test
    void textThatIsNotUtf8IsReadOrRefusedAsTheSdkDoes() {
        byte[] body = bytes(GET);
        body[GET.indexOf("\"x\"") + 1] = (byte) 0xC3;
        assertThat(finding(http -> http.answer(body, h -> {})).text()).contains("Unable to unmarshall response");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "5000", "99999999999", "-1"})
    void aWrongLengthIsNotBelieved(String length) {
        assertThat(finding(http -> http.answer(bytes(GET), h -> h.putHeader("Content-Length", length))))
                .isEqualTo(new Result(FOUND, 1));
    }

    @Test
    void noLengthIsNeeded() {
        assertThat(finding(http -> http.answer(bytes(GET), h -> h.removeHeader("Content-Length"))))
                .isEqualTo(new Result(FOUND, 1));
    }

    @Test
    void aBodyMayComeByteByByte() {
        InputStream slow = new InputStream() {
            private final InputStream body = new ByteArrayInputStream(bytes(GET));

            @Override
            public int read() throws IOException {
                return body.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int most) throws IOException {
                return body.read(buffer, offset, Math.min(most, 1));
            }

            @Override
            public synchronized void reset() throws IOException {
                body.reset();
            }

            @Override
            public boolean markSupported() {
                return true;
            }
        };
        assertThat(finding(http -> http.answer(bytes(GET), slow, h -> {}))).isEqualTo(new Result(FOUND, 1));
    }

    @Test
    void anItemMayBeAsLargeAsAnItemCanBe() {
        String text = "é\\n".repeat(60_000);
        String icon = Base64.getEncoder().encodeToString(new byte[200_000]);
        String body = "{\"Item\":{\"owner\":{\"S\":\"" + text + "\"},\"icon\":{\"B\":\"" + icon
                + "\"},\"slug\":{\"S\":\"a\"}}}";
        Result result = bothWays(http -> http.answer(body), links -> {
            Link link = links.find("a").orElseThrow();
            return link.owner.length() + " characters, " + link.icon.length + " bytes of " + link.slug;
        });
        assertThat(result.text()).isEqualTo("120000 characters, 200000 bytes of a");
    }

    @Test
    void pagesAreReadToTheLast() {
        String key = "{\"slug\":{\"S\":\"a\"}}";
        assertThat(bothWays(
                        http -> http.answer("{\"Count\":1,\"Items\":[" + A
                                        + "],\"ScannedCount\":3,\"LastEvaluatedKey\":" + key + "}")
                                .answer("{\"Count\":0,\"Items\":[],\"ScannedCount\":3,\"LastEvaluatedKey\":" + key
                                        + "}")
                                .answer("{\"Items\":[" + A + "," + A + "],\"Count\":2,\"ScannedCount\":2}"),
                        query()))
                .isEqualTo(new Result("[" + FOUND + ", " + FOUND + ", " + FOUND + "]", 3));
    }

    @Test
    void countsHaveNoItems() {
        assertThat(bothWays(
                        http -> http.answer("{\"Count\":7,\"ScannedCount\":9}"),
                        links -> links.query().where(LINK.slug.eq("a")).count()))
                .isEqualTo(new Result("7", 1));
    }

    @Test
    void keysThatWereLeftUnprocessedAreAskedForAgain() {
        assertThat(bothWays(
                        http -> http.answer("{\"Responses\":{\"Link\":[" + A
                                        + "]},\"UnprocessedKeys\":{\"Link\":{\"Keys\":["
                                        + "{\"slug\":{\"S\":\"b\"}}]}}}")
                                .answer("{\"Responses\":{\"Link\":[" + A.replace("\"a\"", "\"b\"")
                                        + "]},\"UnprocessedKeys\":{}}"),
                        links -> links.findAll(List.of(LINK.key("b"), LINK.key("a")), Consistency.EVENTUAL).stream()
                                .map(link -> link.slug)
                                .toList()))
                .isEqualTo(new Result("[b, a]", 2));
    }

    @Test
    void requestsOfOthersHaveTheirItems() {
        CannedHttpClient http = new CannedHttpClient().answer("{\"Count\":1,\"Items\":[" + A + "],\"ScannedCount\":1}");
        DynamoDbClient client = http.client(c -> c.addExecutionInterceptor(new ItemsInterceptor()));
        assertThat(client.query(r -> r.tableName("Link")).items()).hasSize(1);
        assertThat(client.query(r -> r.tableName("Link")).sdkHttpResponse().firstMatchingHeader("x-amz-crc32"))
                .isPresent();
    }

    /** Looks at what passes by. */
    private static final class Witness implements ExecutionInterceptor {

        private final List<QueryResponse> responses = new ArrayList<>();
        private final List<Long> bytes = new ArrayList<>();

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            responses.add((QueryResponse) context.response());
            bytes.add(attributes
                    .getAttribute(SdkInternalExecutionAttribute.RESPONSE_BYTES_READ)
                    .get());
        }
    }

    private static Witness witness(String body, boolean measured) {
        Witness witness = new Witness();
        CannedHttpClient http = new CannedHttpClient().answer(body);
        DynamoDbClient client = http.client(c -> {
            c.addExecutionInterceptor(witness).addExecutionInterceptor(new ItemsInterceptor());
            if (measured) {
                c.addMetricPublisher(LoggingMetricPublisher.create());
            }
        });
        BloopTemplate<Link> links = Engine.builder(client)
                .bindMode(BindMode.NONE)
                .readFromBytes(true)
                .build()
                .template(LINK);
        assertThat(links.query().where(LINK.slug.eq("a")).all()).hasSize(200);
        return witness;
    }

    @Test
    void theSdkMeasuresAllBytesAndSeesNoItems() {
        String body = "{\"Count\":200,\"Items\":[" + "A,".repeat(199).replace("A", A) + A + "],\"ScannedCount\":200}";
        Witness measured = witness(body, true);
        assertThat(measured.bytes).containsExactly((long) body.length());
        assertThat(measured.responses).hasSize(1);
        assertThat(measured.responses.get(0).items()).isEmpty();
        assertThat(measured.responses.get(0).count()).isEqualTo(200);
        assertThat(witness(body, false).responses.get(0)).isEqualTo(measured.responses.get(0));
    }
}
