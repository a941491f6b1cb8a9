package io.bloop.boot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.BloopConnectionDetails;
import io.bloop.boot.embedded.EmbeddedDynamoDb;
import io.bloop.boot.stream.ListeningProcess.Line;
import io.bloop.boot.visits.Visit;
import io.bloop.boot.visits.VisitModel;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Several processes with one listener on one server: killed, paused for longer than the lease, ended.
 *
 * <p>Each process tells what it has handled and stored. Everything that was written has to be handled, and the positions
 * that all processes have stored have to be one chain that never goes back.
 */
@Tag("once")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals")
class SeveralProcessesTests {

    private static final Pattern NUMBER = Pattern.compile("\"number\":\"(\\d+)\"");
    private static final long LEASE_SECONDS = 5;

    private final CopyOnWriteArrayList<Line> lines = new CopyOnWriteArrayList<>();
    private final List<ListeningProcess> processes = new CopyOnWriteArrayList<>();
    private volatile boolean writing = true;
    private volatile int written;

    @Test
    @Timeout(600)
    @DisplayName(
            "S11 whatever happens to three processes, every change is handled, and only one of them stores positions")
    void takesOver() throws Exception {
        try (EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory();
                DynamoDbClient client = client(database.connection());
                ListeningProcess one = start(database);
                ListeningProcess two = start(database);
                ListeningProcess three = start(database)) {
            Thread writer = new Thread(() -> write(client), "writer");
            await(line -> line.words().contains("STORED"));
            writer.start();

            ListeningProcess first = await(handled()).process();
            assertThat(first).isIn(one, two, three);
            awaitMore(100);
            long killed = System.nanoTime();
            first.kill();
            Line taken = await(handled().and(line -> line.process() != first));
            report("killed", killed, taken);

            ListeningProcess second = taken.process();
            awaitMore(100);
            second.signal("STOP");
            long paused = System.nanoTime();
            Line takenAgain = await(handled().and(line -> line.process() != first && line.process() != second));
            report("paused", paused, takenAgain);
            second.signal("CONT");
            long woken = System.nanoTime();
            awaitMore(100);
            assertThat(lines)
                    .as("the process that woke up finishes the change in hand, and goes on with none")
                    .filteredOn(handled().and(line -> line.process() == second && line.nanos() > woken))
                    .hasSizeLessThanOrEqualTo(1);

            long ended = System.nanoTime();
            takenAgain.process().terminate();
            Line handedOver = await(handled().and(line -> line.process() == second && line.nanos() > woken));
            report("told to end", ended, handedOver);
            awaitMore(100);

            writing = false;
            writer.join();
            await(line -> line.words().equals(List.of("HANDLED", "" + written)));
        }
        assertThat(handledNumbers())
                .containsAll(IntStream.rangeClosed(1, written).boxed().toList());
        assertThatPositionsAreOneChain();
    }

    private ListeningProcess start(EmbeddedDynamoDb database) throws Exception {
        ListeningProcess process = new ListeningProcess(
                lines,
                "--spring.docker.compose.enabled=false",
                "--logging.level.org.springframework.boot.diagnostics=ERROR",
                "--bloop.endpoint=" + database.connection().getEndpoint(),
                "--bloop.stream.listener.poll-interval=50ms",
                "--bloop.stream.positions.lease=" + LEASE_SECONDS + "s");
        processes.add(process);
        return process;
    }

    private static DynamoDbClient client(BloopConnectionDetails connection) {
        return DynamoDbClient.builder()
                .endpointOverride(connection.getEndpoint())
                .region(connection.getRegion())
                .credentialsProvider(connection.getCredentialsProvider())
                .build();
    }

    private void write(DynamoDbClient client) {
        BloopTemplate<Visit> visits = Engine.builder(client).build().template(VisitModel.VISIT);
        try {
            while (writing) {
                int number = written + 1;
                visits.save(new Visit("v" + number, number));
                written = number;
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private static Predicate<Line> handled() {
        return line -> line.words().get(0).equals("HANDLED");
    }

    private void awaitMore(int number) throws InterruptedException {
        int now = lines.size();
        while (lines.stream().skip(now).filter(handled()).count() < number) {
            requireProcess();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private Line await(Predicate<Line> sought) throws InterruptedException {
        while (true) {
            for (Line line : lines) {
                if (sought.test(line)) {
                    return line;
                }
            }
            requireProcess();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** A test whose processes have all ended would wait for ever. */
    private void requireProcess() {
        assertThat(processes)
                .as(() -> "a process that is left, after the lines "
                        + lines.stream()
                                .map(line -> String.join(" ", line.words()))
                                .filter(line -> !line.contains("|-INFO"))
                                .toList())
                .anyMatch(ListeningProcess::isAlive);
    }

    private static void report(String event, long since, Line line) {
        System.out.println("TAKEN OVER " + TimeUnit.NANOSECONDS.toMillis(line.nanos() - since)
                + " ms after the active process was " + event + ", with a lease of " + LEASE_SECONDS + " s");
    }

    private List<Integer> handledNumbers() {
        return lines.stream()
                .filter(handled())
                .map(line -> Integer.valueOf(line.words().get(1)))
                .toList();
    }

    private void assertThatPositionsAreOneChain() {
        Map<Long, List<String>> stored = new TreeMap<>(lines.stream()
                .filter(line -> line.words().get(0).equals("STORED"))
                .collect(Collectors.groupingBy(
                        line -> Long.valueOf(line.words().get(1)),
                        Collectors.mapping(line -> line.words().get(3), Collectors.toList()))));
        assertThat(stored).hasSizeGreaterThan(10);
        assertThat(stored.values())
                .as("one process stores each")
                .allSatisfy(each -> assertThat(each).hasSize(1));
        List<BigInteger> numbers = new ArrayList<>();
        stored.values().forEach(each -> numbers.addAll(number(each.get(0))));
        assertThat(numbers).as("positions never go back").isSorted();
    }

    private static List<BigInteger> number(String token) {
        if (token.equals("null")) {
            return List.of();
        }
        byte[] json = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        Matcher matcher = NUMBER.matcher(new String(json, StandardCharsets.UTF_8));
        return matcher.find() ? List.of(new BigInteger(matcher.group(1))) : List.of();
    }
}
