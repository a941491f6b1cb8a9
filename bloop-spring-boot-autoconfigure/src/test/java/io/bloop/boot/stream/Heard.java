package io.bloop.boot.stream;

import io.bloop.boot.visits.Visit;
import io.bloop.stream.Change;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what a listener was called with, in its order. */
final class Heard {

    private final List<String> notes = new CopyOnWriteArrayList<>();

    void note(String note) {
        notes.add(note);
    }

    void note(Change<Visit> change) {
        notes.add(text(change));
    }

    static String text(Change<Visit> change) {
        return change.kind() + " " + change.before().map(Visit::count).orElse(-1) + ">"
                + change.after().map(Visit::count).orElse(-1) + " "
                + change.key().attributes().get("id").s();
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
