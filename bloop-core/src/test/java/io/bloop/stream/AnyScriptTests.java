package io.bloop.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.request.RequestFailed;
import io.bloop.testing.Link;
import io.bloop.testing.ScriptedStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/**
 * Lets a table, its stream, the network and the reader do anything in any order, and looks at which changes were handed
 * out.
 */
class AnyScriptTests {

    private static final List<String> CODES = List.of(
            "InternalServerError",
            "LimitExceededException",
            "ProvisionedThroughputExceededException",
            "ThrottlingException",
            "AccessDeniedException");

    /** What may happen; a number of a script selects one, and its details. */
    private enum Step {
        WRITE,
        WRITE_MANY,
        READ,
        READ_SOME,
        POLL,
        SPLIT,
        ROLL,
        MERGE,
        LAG,
        ANSWER_EMPTY,
        EXPIRE_ITERATORS,
        FAIL,
        FAIL_OFTEN,
        SWITCH_OFF,
        SWITCH_ON,
        TAKE_TOKEN,
        RESTART,
        RESTART_UNFINISHED,
        HEARTBEAT,
        PASS,
        TRIM
    }

    /** Runs one script. */
    private static final class Run {

        final ScriptedStreams scripted = new ScriptedStreams();
        final ScriptedReader reader = new ScriptedReader(scripted);
        final Map<String, String> written = new TreeMap<>();
        final Set<String> trimmed = new HashSet<>();
        final Set<String> merged = new HashSet<>();
        final boolean trims;
        List<Change<Link>> handedOut = new ArrayList<>();
        List<Change<Link>> handedOutAtToken = List.of();
        ChangeStream<Link> stream;
        String token;
        boolean expired;

        Run(int page, boolean startIsInvalid, boolean trims) {
            this.trims = trims;
            scripted.page(page);
            if (startIsInvalid) {
                scripted.refuseStart();
            }
            scripted.switchOn(Set.of("a", "b", "c"), Set.of("d", "e"));
            stream = reader.open(Position.trimHorizon());
            token = stream.token();
        }

        /** Forgets what was before, and begins at another position. */
        void beginAt(Position position) {
            stream = reader.open(position);
            token = stream.token();
            handedOut = new ArrayList<>();
            handedOutAtToken = List.of();
            written.clear();
        }

        void step(int number) {
            Step step = Step.values()[number % Step.values().length];
            int detail = number / Step.values().length;
            List<String> open = scripted.openShards();
            switch (step) {
                case WRITE -> write(detail);
                case WRITE_MANY -> {
                    for (int i = 0; i < 7; i++) {
                        write(detail + i * 3);
                    }
                }
                case READ -> read(1);
                case READ_SOME -> read(1 + detail % 20);
                case POLL -> poll(1 + detail % 10);
                case SPLIT -> split(detail);
                case ROLL -> {
                    if (!open.isEmpty()) {
                        String shard = open.get(detail % open.size());
                        scripted.split(shard, scripted.keys(shard));
                    }
                }
                case MERGE -> merge(detail);
                case LAG -> scripted.lag(1 + detail % 4, 1 + detail % 3);
                case ANSWER_EMPTY -> scripted.answerEmpty(1 + detail % 8);
                case EXPIRE_ITERATORS -> scripted.expireIterators();
                case FAIL -> fail(detail);
                case FAIL_OFTEN -> {
                    for (int i = 0; i < 3; i++) {
                        fail(detail + i);
                    }
                }
                case SWITCH_OFF -> {
                    if (scripted.isOn()) {
                        scripted.switchOff();
                    }
                }
                case SWITCH_ON -> {
                    if (!scripted.isOn()) {
                        scripted.switchOn(Set.of("a", "d"), Set.of("b", "e", "c"));
                    }
                }
                case TAKE_TOKEN -> takeToken();
                case RESTART -> restart();
                case RESTART_UNFINISHED -> restartUnfinished(detail);
                case HEARTBEAT -> quietly(() -> stream.heartbeat());
                case PASS -> reader.pass(Duration.ofSeconds(1 + detail % 2_000));
                case TRIM -> trim(detail);
            }
        }

        void write(int detail) {
            String key = List.of("a", "b", "c", "d", "e").get(detail % 5);
            if (scripted.isOn()) {
                written.put(scripted.write(key, written.size()), key);
            }
        }

        void split(int detail) {
            List<String> open = scripted.openShards();
            if (open.isEmpty()) {
                return;
            }
            String shard = open.get(detail % open.size());
            Set<String> left = new LinkedHashSet<>();
            Set<String> right = new LinkedHashSet<>();
            scripted.keys(shard).forEach(key -> ((key.charAt(0) + detail) % 2 == 0 ? left : right).add(key));
            scripted.split(shard, left, right);
        }

        void merge(int detail) {
            List<String> open = scripted.openShards();
            if (open.size() > 1) {
                String first = open.get(detail % open.size());
                String second = open.get((detail + 1) % open.size());
                merged.addAll(scripted.keys(second));
                scripted.merge(first, second);
            }
        }

        void fail(int detail) {
            scripted.failNext(
                    detail % 6 == 5 ? ScriptedStreams.noAnswer() : ScriptedStreams.failure(CODES.get(detail % 6)));
        }

        void trim(int detail) {
            if (trims && !written.isEmpty()) {
                List<String> numbers = List.copyOf(written.keySet());
                reader.pass(Duration.ofHours(25));
                trimmed.addAll(scripted.trim(numbers.get(detail % numbers.size())));
            }
        }

        void read(int most) {
            for (int i = 0; i < most; i++) {
                quietly(() -> stream.next().ifPresent(handedOut::add));
            }
        }

        void poll(int most) {
            quietly(() -> {
                List<Change<Link>> changes = stream.poll(most);
                assertThat(changes).hasSizeLessThanOrEqualTo(most);
                handedOut.addAll(changes);
            });
        }

        /** Does what a user does about failures: nothing, except that expired records are skipped. */
        boolean quietly(Runnable call) {
            try {
                call.run();
                return true;
            } catch (RecordsExpired ex) {
                assertThat(trims)
                        .as("records were trimmed: %s", ex.getMessage())
                        .isTrue();
                expired = true;
                stream.skip(ex);
                for (Throwable other : ex.getSuppressed()) {
                    if (other instanceof RecordsExpired also) {
                        stream.skip(also);
                    }
                }
                return false;
            } catch (RequestFailed ex) {
                return false;
            }
        }

        void takeToken() {
            token = stream.token();
            handedOutAtToken = List.copyOf(handedOut);
        }

        void restart() {
            ChangeStream<Link> before = stream;
            boolean opened = quietly(() -> stream = reader.open(Position.token(token)));
            if (opened) {
                before.close();
                handedOut = new ArrayList<>(handedOutAtToken);
            }
        }

        /** Restarts before some of the last changes. */
        void restartUnfinished(int detail) {
            int unfinished = Math.min(handedOut.size(), detail % 4);
            List<Change<Link>> last = handedOut.subList(handedOut.size() - unfinished, handedOut.size());
            token = stream.tokenBefore(last);
            handedOutAtToken = List.copyOf(handedOut.subList(0, handedOut.size() - unfinished));
            restart();
        }

        void drain() {
            int idle = 0;
            for (int i = 0; i < 5_000 && idle < 20; i++) {
                int before = handedOut.size();
                boolean passed = quietly(() -> stream.next().ifPresent(handedOut::add));
                idle = passed && handedOut.size() == before ? idle + 1 : 0;
                if (handedOut.size() == before) {
                    reader.pass(Duration.ofSeconds(31));
                }
            }
        }

        void check() {
            List<String> numbers =
                    handedOut.stream().map(Change::sequenceNumber).toList();
            assertThat(numbers).as("once").doesNotHaveDuplicates();
            Set<String> missing = new LinkedHashSet<>(written.keySet());
            numbers.forEach(missing::remove);
            assertThat(trimmed).as("lost").containsAll(missing);
            assertThat(expired || missing.isEmpty())
                    .as("changes are missing, and no exception said so")
                    .isTrue();
            Map<String, String> last = new HashMap<>();
            for (Change<Link> change : handedOut) {
                String key = change.key().attributes().get("slug").s();
                if (!merged.contains(key)) {
                    String before = Optional.ofNullable(last.put(key, change.sequenceNumber()))
                            .orElse("");
                    assertThat(before).as("order of %s", key).isLessThan(change.sequenceNumber());
                }
            }
        }
    }

    @Provide
    static Arbitrary<List<Integer>> scripts() {
        return Arbitraries.integers()
                .between(0, 21 * 1_000 - 1)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    private static void run(List<Integer> script, int page, boolean startIsInvalid, boolean trims) {
        Run run = new Run(page, startIsInvalid, trims);
        script.forEach(run::step);
        run.drain();
        run.check();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("S3 S4 S5 S6 S7 S8 whatever happens, every change is handed out once, and those of an item in order")
    void handsOutEveryChangeOnce(@ForAll("scripts") List<Integer> script, @ForAll boolean startIsInvalid) {
        run(script, 1 + script.size() % 4, startIsInvalid, false);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("S1 whatever happens, a stream that begins at its end or at an instant hands out every later change once")
    void losesNothingAfterItsBeginning(
            @ForAll("scripts") List<Integer> before, @ForAll("scripts") List<Integer> script, @ForAll boolean latest) {
        Run run = new Run(1 + script.size() % 4, script.size() % 2 == 0, false);
        before.stream().limit(20).forEach(run::step);
        run.scripted.calm();
        run.reader.pass(Duration.ofMinutes(3));
        if (!run.scripted.isOn()) {
            run.scripted.switchOn(Set.of("a", "b"), Set.of("c", "d", "e"));
        }
        run.beginAt(latest ? Position.latest() : Position.at(run.scripted.instant()));
        script.forEach(run::step);
        run.drain();
        run.check();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("S6 where records expire, all others are handed out once, and the loss is said")
    void saysWhatIsLost(@ForAll("scripts") List<Integer> script) {
        run(script, 1 + script.size() % 4, false, true);
    }
}
