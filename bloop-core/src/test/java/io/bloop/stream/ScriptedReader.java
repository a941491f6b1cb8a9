package io.bloop.stream;

import static io.bloop.testing.LinkModel.LINK;

import io.bloop.bound.internal.BoundModel;
import io.bloop.bound.internal.ModelEvents;
import io.bloop.bound.internal.TableModels;
import io.bloop.request.RequestObserver;
import io.bloop.request.internal.SharedRecords;
import io.bloop.request.internal.StreamRequests;
import io.bloop.request.internal.TableRequests;
import io.bloop.testing.Link;
import io.bloop.testing.ScriptedStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads scripted streams, at a time that a test sets. */
final class ScriptedReader {

    private final ScriptedStreams scripted;
    private final BoundModel<Link> model;
    private final StreamSource source;
    private long nanoTime;
    private long later;

    ScriptedReader(ScriptedStreams scripted) {
        this(scripted, List.of());
    }

    ScriptedReader(ScriptedStreams scripted, List<RequestObserver> observers) {
        this(scripted, observers, false);
    }

    private ScriptedReader(ScriptedStreams scripted, List<RequestObserver> observers, boolean sharing) {
        this.scripted = scripted;
        this.model = new BoundModel<>(
                LINK,
                ScriptedStreams.TABLE,
                LINK.settings(),
                Map.of(),
                ModelEvents.none(),
                scripted,
                Optional::empty,
                new TableModels(),
                false);
        this.source = new StreamSource(
                new StreamRequests(scripted, observers, new SharedRecords(sharing ? () -> nanoTime : this::later)),
                new TableRequests(scripted.tables(), observers, null),
                List.of(model),
                () -> nanoTime);
    }

    /** Reads by streams that share what they find. */
    static ScriptedReader sharing(ScriptedStreams scripted) {
        return new ScriptedReader(scripted, List.of(), true);
    }

    /** Returns a time at which everything is old that was found before. */
    private long later() {
        later += Duration.ofHours(1).toNanos();
        return later;
    }

    ChangeStream<Link> open(Position position) {
        return new ChangeStream<>(source, List.of(model), position);
    }

    /** Lets time pass for waits between descriptions. */
    void pass(Duration time) {
        nanoTime += time.toNanos();
        scripted.forward(time);
    }

    /** Reads until nothing comes for some rounds with waits between them. */
    List<String> drain(ChangeStream<Link> stream) {
        List<String> numbers = new ArrayList<>();
        for (int idle = 0; idle < 3; ) {
            Optional<Change<Link>> next = stream.next();
            if (next.isPresent()) {
                numbers.add(next.get().sequenceNumber());
                idle = 0;
            } else {
                idle++;
                pass(Duration.ofSeconds(31));
            }
        }
        return numbers;
    }
}
