package io.bloop.sample;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Holds the pages that are open in browsers, and sends them events. */
@Component
class LivePages {

    private static final long NO_TIMEOUT = 0;

    private final Set<SseEmitter> pages = ConcurrentHashMap.newKeySet();

    /** Opens a page, which gets a first event at once and all that are sent from now on. */
    SseEmitter open(String event, Object data) {
        SseEmitter page = new SseEmitter(NO_TIMEOUT);
        page.onCompletion(() -> pages.remove(page));
        pages.add(page);
        send(page, event, data);
        return page;
    }

    void send(String event, Object data) {
        pages.forEach(page -> send(page, event, data));
    }

    private void send(SseEmitter page, String event, Object data) {
        try {
            page.send(SseEmitter.event().name(event).data(data, MediaType.APPLICATION_JSON));
        } catch (IOException | IllegalStateException gone) {
            pages.remove(page);
        }
    }

    /** Ends the requests of open pages, which a graceful shutdown would wait for. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        pages.forEach(SseEmitter::complete);
    }
}
