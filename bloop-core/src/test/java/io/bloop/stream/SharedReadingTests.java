package io.bloop.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.Link;
import io.bloop.testing.ScriptedStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several streams of one table, which one engine has opened. */
class SharedReadingTests {

    private static final int READERS = 3;

    private final ScriptedStreams scripted = new ScriptedStreams();
    private final ScriptedReader reader = ScriptedReader.sharing(scripted);

    private List<ChangeStream<Link>> open(int readers) {
        List<ChangeStream<Link>> streams = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            streams.add(reader.open(Position.trimHorizon()));
        }
        return streams;
    }

    private static List<String> numbers(List<Change<Link>> changes) {
        return changes.stream().map(Change::sequenceNumber).toList();
    }

    /** Returns how often records were asked for since the last call. */
    private long requests() {
        return scripted.calls().stream()
                .filter(call -> call.startsWith("GetRecords"))
                .count();
    }

    @Test
    @DisplayName("S2 readers of one table in one process read records by one request")
    void readsOnce() {
        scripted.switchOn(Set.of("a"));
        List<String> first = List.of(scripted.write("a", 1));
        List<ChangeStream<Link>> streams = open(READERS);
        streams.forEach(stream -> assertThat(numbers(stream.poll(10))).isEqualTo(first));
        List<String> second = List.of(scripted.write("a", 2), scripted.write("a", 3));
        requests();

        streams.forEach(stream -> assertThat(numbers(stream.poll(10))).isEqualTo(second));

        assertThat(requests()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "S2 readers that have caught up ask whether there is something new once for all in a fifth of a second")
    void looksOnce() {
        scripted.switchOn(Set.of("a"));
        scripted.write("a", 1);
        List<ChangeStream<Link>> streams = open(READERS);
        for (int i = 0; i < 2; i++) {
            streams.forEach(stream -> stream.poll(10));
            reader.pass(Duration.ofSeconds(1));
        }
        requests();
        streams.forEach(stream -> assertThat(stream.poll(10)).isEmpty());
        assertThat(requests()).isEqualTo(1);

        reader.pass(Duration.ofMillis(201));
        streams.forEach(stream -> assertThat(stream.poll(10)).isEmpty());
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    @DisplayName("S2 a reader that must know asks again")
    void refreshes() {
        scripted.switchOn(Set.of("a"));
        scripted.write("a", 1);
        List<ChangeStream<Link>> streams = open(2);
        for (int i = 0; i < 2; i++) {
            streams.forEach(stream -> stream.poll(10));
            reader.pass(Duration.ofSeconds(1));
        }
        assertThat(streams.get(0).poll(10)).isEmpty();
        String written = scripted.write("a", 2);
        assertThat(streams.get(1).poll(10)).isEmpty();

        streams.get(1).refresh();

        assertThat(numbers(streams.get(1).poll(10))).containsExactly(written);
    }

    @Test
    @DisplayName("S2 one reader alone asks at every call")
    void asksAlone() {
        scripted.switchOn(Set.of("a"));
        scripted.write("a", 1);
        List<ChangeStream<Link>> streams = open(2);
        streams.get(1).close();
        streams.get(1).close();
        ChangeStream<Link> left = streams.get(0);
        left.poll(10);
        left.poll(10);
        String written = scripted.write("a", 2);
        assertThat(numbers(left.poll(10))).containsExactly(written);
    }

    @Property(tries = 300)
    @Label("S2 whatever happens, each of several readers gets every record once and in the order of its key")
    void losesNothing(@ForAll("steps") List<Integer> steps) {
        ScriptedStreams script = new ScriptedStreams();
        ScriptedReader shared = ScriptedReader.sharing(script);
        script.page(2);
        script.switchOn(Set.of("a", "b"), Set.of("c"));
        List<ChangeStream<Link>> streams = new ArrayList<>();
        List<List<String>> found = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            streams.add(shared.open(Position.trimHorizon()));
            found.add(new ArrayList<>());
        }
        List<String> written = new ArrayList<>();
        for (int step : steps) {
            int detail = step / 8;
            List<String> open = script.openShards();
            switch (step % 8) {
                case 0, 1 -> written.add(script.write("abc".substring(detail % 3, detail % 3 + 1), detail));
                case 2 -> {
                    String shard = open.get(detail % open.size());
                    script.split(shard, script.keys(shard));
                }
                case 3 -> script.expireIterators();
                case 4 -> script.answerEmpty(1 + detail % 4);
                case 5 -> shared.pass(Duration.ofMillis(detail * 40L));
                default -> {
                    int chosen = detail % READERS;
                    found.get(chosen).addAll(numbers(streams.get(chosen).poll(1 + detail % 4)));
                }
            }
        }
        // empty answers that are left over would be taken for the end
        script.calm();
        for (int i = 0; i < READERS; i++) {
            found.get(i).addAll(shared.drain(streams.get(i)));
        }
        assertThat(found).allSatisfy(numbers -> assertThat(numbers).containsExactlyInAnyOrderElementsOf(written));
    }

    @Provide
    Arbitrary<List<Integer>> steps() {
        return Arbitraries.integers().between(0, 399).list().ofMaxSize(60);
    }
}
