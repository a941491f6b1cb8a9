package io.bloop.stream;

import static io.bloop.testing.ScriptedStreams.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.InvalidArgument;
import io.bloop.request.RequestFailed;
import io.bloop.request.RequestThrottled;
import io.bloop.testing.Link;
import io.bloop.testing.ScriptedStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads shards that split, lag, expire and fail. */
class ShardTests {

    private final ScriptedStreams scripted = new ScriptedStreams();
    private final ScriptedReader reader = new ScriptedReader(scripted);

    private static String number(ChangeStream<Link> stream) {
        return stream.next().map(Change::sequenceNumber).orElse("nothing");
    }

    private List<String> write(String key, int times) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            numbers.add(scripted.write(key, i));
        }
        return numbers;
    }

    @Test
    @DisplayName("S4 an error of one shard does not lose the records that other shards gave in the same round")
    void keepsWhatOtherShardsGave() {
        scripted.switchOn(Set.of("a"), Set.of("b"));
        List<String> ofA = write("a", 2);
        List<String> ofB = write("b", 1);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        // an iterator and the records of one shard succeed
        scripted.failAfter(3, failure("InternalServerError"));

        assertThatExceptionOfType(RequestFailed.class)
                .isThrownBy(stream::next)
                .withMessage("GetRecords of Link in table 'links' failed: InternalServerError.");

        assertThat(List.of(number(stream), number(stream), number(stream), number(stream)))
                .containsExactly(ofA.get(0), ofA.get(1), ofB.get(0), "nothing");
    }

    @Test
    @DisplayName("S7 a token that is taken while the parent is buffered hands out nothing twice after a restart")
    void resumesBetweenParentAndChild() {
        String parent = scripted.switchOn(Set.of("a")).get(0);
        List<String> numbers = write("a", 2);
        scripted.split(parent, Set.of("a"));
        numbers.addAll(write("a", 2));
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        assertThat(number(stream)).isEqualTo(numbers.get(0));
        stream.heartbeat();
        String token = stream.token();

        assertThat(reader.drain(reader.open(Position.token(token)))).isEqualTo(numbers.subList(1, 4));
    }

    @Test
    @DisplayName("S5 a child that has a place is not set back when its parent ends")
    void childKeepsItsPlace() {
        String parent = scripted.switchOn(Set.of("a")).get(0);
        List<String> numbers = write("a", 2);
        scripted.split(parent, Set.of("a"));
        numbers.addAll(write("a", 2));
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        List<Change<Link>> changes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            changes.add(stream.next().orElseThrow());
        }
        // the second is unfinished, the third belongs to the child
        String token = stream.tokenBefore(List.of(changes.get(1)));

        assertThat(reader.drain(reader.open(Position.token(token)))).containsExactly(numbers.get(1), numbers.get(3));
    }

    @Test
    @DisplayName("S5 children that are not listed yet when their parent ends are found later")
    void waitsForChildren() {
        String parent = scripted.switchOn(Set.of("a")).get(0);
        List<String> numbers = write("a", 1);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        assertThat(number(stream)).isEqualTo(numbers.get(0));
        scripted.split(parent, Set.of("a"));
        numbers.addAll(write("a", 1));
        scripted.lag(2, 1);
        assertThat(number(stream)).isEqualTo("nothing");
        String token = stream.token();

        assertThat(reader.drain(stream)).containsExactly(numbers.get(1));
        assertThat(reader.drain(reader.open(Position.token(token)))).containsExactly(numbers.get(1));
    }

    @Test
    @DisplayName("S5 a stream that is described late is not described again and again")
    void backsOff() {
        String parent = scripted.switchOn(Set.of("a")).get(0);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        scripted.lag(1_000, 1);
        scripted.split(parent, Set.of("a"));
        scripted.calls();

        for (int i = 0; i < 100; i++) {
            stream.next();
        }
        assertThat(scripted.calls()).filteredOn("DescribeStream"::equals).hasSize(1);

        for (int i = 0; i < 60; i++) {
            reader.pass(Duration.ofSeconds(1));
            stream.next();
        }
        assertThat(scripted.calls()).filteredOn("DescribeStream"::equals).hasSizeBetween(5, 9);
    }

    @Test
    @DisplayName("S5 a second child that is listed after the first one is read as well")
    void findsTheSecondChild() {
        String parent = scripted.switchOn(Set.of("a", "b")).get(0);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        scripted.split(parent, Set.of("a"));
        assertThat(number(stream)).isEqualTo("nothing");
        scripted.split(parent, Set.of("b"));
        List<String> numbers = write("b", 2);

        assertThat(reader.drain(stream)).isEqualTo(numbers);
    }

    @Test
    @DisplayName("S7 a token does not keep shards that were left by a move")
    void movingLeavesNoDeadShards() {
        String parent = scripted.switchOn(Set.of("a")).get(0);
        write("a", 3);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        stream.next();
        String child = scripted.split(parent, Set.of("a")).get(0);
        stream.moveTo(Position.latest());

        assertThat(stream.shards()).extracting(ShardProgress::shard).containsExactly(child);
        ChangeStream<Link> other = reader.open(Position.token(stream.token()));
        assertThat(other.shards()).extracting(ShardProgress::shard).containsExactly(child);
    }

    @Test
    @DisplayName("S7 a token holds no shard whose children are being read")
    void tokenHoldsOnlyWhatMatters() {
        String shard = scripted.switchOn(Set.of("a")).get(0);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        String last = shard;
        for (int i = 0; i < 20; i++) {
            write("a", 1);
            last = scripted.split(last, Set.of("a")).get(0);
        }
        write("a", 1);
        assertThat(reader.drain(stream)).hasSize(21);

        assertThat(reader.open(Position.token(stream.token())).shards())
                .extracting(ShardProgress::shard)
                .containsExactly(last);
    }

    @Test
    @DisplayName("S3 the records of a parent come before those of its children, also where the clock went back")
    void parentsComeFirst() {
        String parent = scripted.switchOn(Set.of("a", "b")).get(0);
        scripted.forward(Duration.ofMinutes(5));
        List<String> numbers = write("a", 2);
        scripted.forward(Duration.ofMinutes(-5));
        numbers.addAll(write("b", 2));
        scripted.split(parent, Set.of("a"), Set.of("b"));
        numbers.addAll(write("a", 2));

        assertThat(reader.drain(reader.open(Position.trimHorizon()))).isEqualTo(numbers);
    }

    @Test
    @DisplayName("S3 the records of different shards come in the order of their times and numbers")
    void mergesByTime() {
        scripted.switchOn(Set.of("a"), Set.of("b"));
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            numbers.add(scripted.write(i % 2 == 0 ? "b" : "a", i));
            scripted.forward(Duration.ofSeconds(i % 2));
        }

        assertThat(reader.drain(reader.open(Position.trimHorizon()))).isEqualTo(numbers);
    }

    @Test
    @DisplayName("S6 an iterator that expires is replaced, and the caller sees nothing of it")
    void replacesIterators() {
        scripted.switchOn(Set.of("a"));
        List<String> numbers = write("a", 2);
        scripted.page(1);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        assertThat(number(stream)).isEqualTo(numbers.get(0));
        scripted.forward(Duration.ofMinutes(16));

        assertThat(number(stream)).isEqualTo(numbers.get(1));
    }

    @ParameterizedTest
    @DisplayName("S1 a relative position whose iterator dies before the first record loses none")
    @ValueSource(strings = {"trimHorizon", "latest", "at", "token of latest"})
    void relativePositionsLoseNothing(String start) {
        scripted.switchOn(Set.of("a"));
        write("a", 2);
        reader.pass(Duration.ofMinutes(10));
        Position position = switch (start) {
            case "trimHorizon" -> Position.trimHorizon();
            case "at" -> Position.at(scripted.instant());
            default -> Position.latest();
        };
        ChangeStream<Link> stream = reader.open(position);
        List<String> late = new ArrayList<>();
        reader.pass(Duration.ofSeconds(1));
        late.addAll(write("a", 2));
        reader.pass(Duration.ofMinutes(20));
        late.addAll(write("a", 1));
        if (start.startsWith("token")) {
            stream = reader.open(Position.token(stream.token()));
        }

        List<String> handedOut = reader.drain(stream);
        if (start.equals("trimHorizon")) {
            assertThat(handedOut).hasSize(5).endsWith(late.toArray(String[]::new));
        } else {
            assertThat(handedOut).isEqualTo(late);
        }
    }

    @Test
    @DisplayName("S1 the latest position is that of the call that opens the stream")
    void latestIsFixedAtOnce() {
        scripted.switchOn(Set.of("a"));
        write("a", 2);
        ChangeStream<Link> stream = reader.open(Position.latest());
        List<String> numbers = write("a", 1);

        assertThat(reader.drain(stream)).isEqualTo(numbers);
    }

    @Test
    @DisplayName("S1 the latest position in a shard without records loses none, where DynamoDB calls its end trimmed")
    void latestOfAnEmptyShardLosesNothing() {
        scripted.switchOn(Set.of("a"));
        ChangeStream<Link> stream = reader.open(Position.latest());
        scripted.failNext(failure("TrimmedDataAccessException"));
        assertThat(number(stream)).isEqualTo("nothing");
        List<String> numbers = write("a", 2);

        assertThat(reader.drain(stream)).isEqualTo(numbers);
    }

    @Test
    @DisplayName("S1 the position of an instant drops what is older, in all shards")
    void dropsWhatIsOlder() {
        String parent = scripted.switchOn(Set.of("a", "b")).get(0);
        write("a", 3);
        scripted.split(parent, Set.of("a"), Set.of("b"));
        write("b", 3);
        reader.pass(Duration.ofSeconds(90));
        Position position = Position.at(scripted.instant());
        List<String> numbers = write("a", 1);
        numbers.addAll(write("b", 1));

        assertThat(reader.drain(reader.open(position))).isEqualTo(numbers);
    }

    @Test
    @DisplayName("S4 one call passes over all records that are older than the instant")
    void passesOverWhatIsOlder() {
        String parent = scripted.switchOn(Set.of("a")).get(0);
        scripted.page(2);
        write("a", 40);
        scripted.split(parent, Set.of("a"));
        write("a", 40);
        reader.pass(Duration.ofSeconds(90));
        Position position = Position.at(scripted.instant());
        List<String> numbers = write("a", 1);

        assertThat(number(reader.open(position))).isEqualTo(numbers.get(0));
    }

    @Test
    @DisplayName("S1 a shard whose first number is refused is read from its oldest record")
    void readsFromTheOldestRecord() {
        String parent = scripted.switchOn(Set.of("a")).get(0);
        scripted.refuseStart();
        List<String> numbers = write("a", 1);
        scripted.split(parent, Set.of("a"));
        numbers.addAll(write("a", 1));

        assertThat(reader.drain(reader.open(Position.trimHorizon()))).isEqualTo(numbers);
    }

    @Test
    @DisplayName("S6 trimmed records are said with shard and number, until they are skipped")
    void saysThatRecordsExpired() {
        List<String> shards = scripted.switchOn(Set.of("a"), Set.of("b"));
        scripted.page(1);
        List<String> numbers = write("a", 4);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        assertThat(number(stream)).isEqualTo(numbers.get(0));
        scripted.trim(numbers.get(2));
        List<String> ofB = write("b", 1);

        RecordsExpired expired = catchThrowableOfType(RecordsExpired.class, stream::next);
        assertThat(expired)
                .hasMessage(
                        "Records of Link in table 'links' have expired before they were read (shard " + shards.get(0)
                                + ", after sequence number " + numbers.get(0)
                                + "): DynamoDB keeps the records of a stream for 24 hours. Read the table to see what has "
                                + "changed, and go on with the records that are left by skip(), or move the stream.");
        assertThat(expired.shard()).isEqualTo(shards.get(0));
        assertThat(expired.lastSequenceNumber()).isEqualTo(numbers.get(0));
        assertThat(expired.target().table()).isEqualTo("links");
        // other shards are read meanwhile
        assertThat(number(stream)).isEqualTo(ofB.get(0));
        assertThatExceptionOfType(RecordsExpired.class).isThrownBy(stream::next);
        stream.skip(expired);
        assertThat(reader.drain(stream)).containsExactly(numbers.get(3));
    }

    @Test
    @DisplayName("S6 a reader that stands still for a day is told so in another process too")
    void saysThatATokenIsTooOld() {
        String shard = scripted.switchOn(Set.of("a")).get(0);
        List<String> numbers = write("a", 3);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        number(stream);
        String token = stream.token();
        scripted.split(shard, Set.of("a"));
        numbers.addAll(write("a", 1));
        reader.pass(Duration.ofHours(25));
        scripted.trim(numbers.get(3));
        numbers.addAll(write("a", 1));

        ChangeStream<Link> resumed = reader.open(Position.token(token));
        RecordsExpired expired = catchThrowableOfType(RecordsExpired.class, resumed::next);
        assertThat(expired.shard()).isEqualTo(shard);
        resumed.skip(expired);
        assertThat(reader.drain(resumed)).containsExactly(numbers.get(4));
    }

    @Test
    @DisplayName("S8 the old stream of a table is read to its end before the new one")
    void followsTheNextStream() {
        scripted.switchOn(Set.of("a"));
        List<String> numbers = write("a", 2);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        assertThat(number(stream)).isEqualTo(numbers.get(0));
        String token = stream.token();
        for (int i = 0; i < 3; i++) {
            scripted.switchOff();
            scripted.switchOn(Set.of("a"));
            numbers.addAll(write("a", 1));
        }

        assertThat(reader.drain(stream)).isEqualTo(numbers.subList(1, 5));
        assertThat(reader.drain(reader.open(Position.token(token)))).isEqualTo(numbers.subList(1, 5));
    }

    @Test
    @DisplayName("S8 a stream that is switched off waits for the next one")
    void waitsForTheNextStream() {
        scripted.switchOn(Set.of("a"));
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        scripted.switchOff();
        assertThat(reader.drain(stream)).isEmpty();
        String token = stream.token();
        scripted.switchOn(Set.of("a"));
        List<String> numbers = write("a", 2);

        assertThat(reader.drain(stream)).isEqualTo(numbers);
        assertThat(reader.drain(reader.open(Position.token(token)))).isEqualTo(numbers);
    }

    @Test
    @DisplayName("S4 responses without records are passed over")
    void passesOverEmptyResponses() {
        scripted.switchOn(Set.of("a"));
        List<String> numbers = write("a", 1);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        scripted.answerEmpty(4);

        assertThat(number(stream)).isEqualTo(numbers.get(0));
        assertThat(number(stream)).isEqualTo("nothing");
        scripted.calls();
        assertThat(number(stream)).isEqualTo("nothing");
        assertThat(scripted.calls()).containsExactly("GetRecords");
    }

    @Test
    @DisplayName("S4 throttling is an error of its own, and the next call goes on")
    void tellsThrottling() {
        scripted.switchOn(Set.of("a"));
        List<String> numbers = write("a", 1);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        scripted.failNext(failure("ThrottlingException"));

        assertThatExceptionOfType(RequestThrottled.class).isThrownBy(stream::next);
        assertThat(number(stream)).isEqualTo(numbers.get(0));
    }

    @Test
    @DisplayName("S4 the failures of several shards are thrown together")
    void tellsAllFailures() {
        scripted.switchOn(Set.of("a"), Set.of("b"));
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        scripted.failNext(failure("InternalServerError"), failure("LimitExceededException"));

        Throwable failure = catchThrowableOfType(RequestFailed.class, stream::next);
        assertThat(failure.getSuppressed()).hasSize(1);
    }

    @Test
    @DisplayName(
            "S2 a record that cannot be read is named, stays before the token, and is passed over by the next call")
    void goesOnAfterUnreadableRecords() {
        scripted.switchOn(Set.of("a"));
        List<String> numbers = write("a", 1);
        numbers.add(scripted.write("a", AttributeValue.fromS("secret")));
        numbers.addAll(write("a", 1));
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        String shard = stream.shards().get(0).shard();

        assertThat(stream.poll(10)).extracting(Change::sequenceNumber).containsExactly(numbers.get(0));
        UnreadableChange unreadable = catchThrowableOfType(UnreadableChange.class, () -> stream.poll(10));
        assertThat(unreadable)
                .hasMessage(
                        "The record event-" + numbers.get(1) + " of Link(slug=S \"a\") in table 'links' (shard " + shard
                                + ", sequence number " + numbers.get(1) + ") cannot be read: "
                                + unreadable.getCause().getMessage()
                                + " The next call goes on after the record.")
                .hasMessageNotContaining("secret");
        assertThat(unreadable.record().eventID()).isEqualTo("event-" + numbers.get(1));
        assertThat(unreadable.shard()).isEqualTo(shard);
        ChangeStream<Link> resumed = reader.open(Position.token(stream.token()));
        assertThatExceptionOfType(UnreadableChange.class).isThrownBy(resumed::next);
        assertThat(number(resumed)).isEqualTo(numbers.get(2));
        assertThat(number(stream)).isEqualTo(numbers.get(2));
        assertThat(number(reader.open(Position.token(stream.token())))).isEqualTo("nothing");
    }

    @Test
    @DisplayName("S4 poll hands out at most as many changes as it is asked for, and waits only if it is told to")
    void polls() {
        scripted.switchOn(Set.of("a"));
        List<String> numbers = write("a", 5);
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());

        assertThat(stream.poll(3)).extracting(Change::sequenceNumber).isEqualTo(numbers.subList(0, 3));
        assertThat(stream.poll(3, Duration.ofHours(1)))
                .extracting(Change::sequenceNumber)
                .isEqualTo(numbers.subList(3, 5));
        assertThat(stream.poll(3)).isEmpty();
        long start = System.nanoTime();
        assertThat(stream.poll(3, Duration.ofMillis(60))).isEmpty();
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(50).toNanos());
    }

    @Test
    @DisplayName("S4 a wait for changes ends when the stream is closed")
    void closingEndsAWait() throws InterruptedException {
        scripted.switchOn(Set.of("a"));
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        List<Change<Link>> none = Collections.synchronizedList(new ArrayList<>());
        Thread waiting = new Thread(() -> none.addAll(stream.poll(1, Duration.ofHours(1))));
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        stream.close();
        waiting.join(10_000);

        assertThat(waiting.isAlive()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(stream::next)
                .withMessage("The stream of Link in table 'links' is closed; open another one.");
        assertThat(stream.token()).isNotEmpty();
    }

    @Test
    @DisplayName("S1 a heartbeat reads the shards without a number, and loses nothing of it")
    void heartbeat() {
        scripted.switchOn(Set.of("a"), Set.of("b"));
        ChangeStream<Link> stream = reader.open(Position.latest());
        List<String> numbers = write("a", 1);
        stream.heartbeat();
        scripted.calls();
        stream.heartbeat();
        assertThat(scripted.calls()).containsExactly("GetRecords");

        assertThat(number(reader.open(Position.token(stream.token())))).isEqualTo(numbers.get(0));
        assertThat(number(stream)).isEqualTo(numbers.get(0));
    }

    @Test
    @DisplayName("S6 a shard that never gets children is forgotten when DynamoDB has forgotten it")
    void forgetsShardsWithoutChildren() {
        List<String> shards = scripted.switchOn(Set.of("a"), Set.of("b"));
        List<String> numbers = write("b", 1);
        scripted.merge(shards.get(0), shards.get(1));
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        assertThat(reader.drain(stream)).isEqualTo(numbers);
        assertThat(stream.shards()).hasSize(2);
        numbers.addAll(write("a", 1));
        reader.pass(Duration.ofHours(25));
        scripted.trim(numbers.get(0));
        scripted.trim("%021d".formatted(600));

        assertThat(reader.drain(stream)).containsExactly(numbers.get(1));
        assertThat(stream.shards()).hasSize(1);
    }

    @Test
    @DisplayName("E21 wrong arguments are refused with the right form")
    void refusesWrongArguments() {
        scripted.switchOn(Set.of("a"));
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());

        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> stream.poll(0))
                .withMessage("poll(): 'most' has to be a number of at least 1, and is 0.");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> Position.token(null))
                .withMessage("token(): 'token' has to be the token of a stream, and is null.");
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> Position.at(null));
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> stream.moveTo(null));
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> stream.skip(null));
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> stream.tokenBefore(null));
    }

    @Test
    @DisplayName("S1 a table without a stream is refused with what to do")
    void refusesTablesWithoutStream() {
        assertThatExceptionOfType(StreamUnavailable.class)
                .isThrownBy(() -> reader.open(Position.trimHorizon()))
                .withMessage("The changes of Link in table 'links' cannot be read: the table has no stream. Enable the "
                        + "table's stream, or set the model's stream before its table is created.");
    }
}
