package io.bloop.benchmarks.listener;

import io.bloop.boot.BloopConnectionDetails;
import io.bloop.boot.stream.BloopStreamListener;
import io.bloop.boot.stream.StreamListenerContainer;
import io.bloop.boot.stream.StreamListenerRegistry;
import io.bloop.engine.BloopTemplate;
import io.bloop.stream.Change;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** An application whose listeners count changes and do nothing else; they are started one by one. */
final class ListeningApplication implements AutoCloseable {

    static final String EACH = "each";
    static final String LISTS = "lists";
    static final String LIVE = "live";

    private static final long PAUSE_MILLIS = 2;

    private final ConfigurableApplicationContext context;

    /** Starts an application, which has its tables and positions on a server. */
    ListeningApplication(String endpoint) {
        this.context = new SpringApplicationBuilder(Listeners.class)
                .web(WebApplicationType.NONE)
                .initializers(
                        starting -> starting.getBeanFactory().registerSingleton("connection", connection(endpoint)))
                .run("--spring.main.banner-mode=off", "--bloop.stream.listener.auto-startup=false");
    }

    private static BloopConnectionDetails connection(String endpoint) {
        return new BloopConnectionDetails() {
            @Override
            public URI getEndpoint() {
                return URI.create(endpoint);
            }

            @Override
            public Region getRegion() {
                return Region.US_EAST_1;
            }

            @Override
            public AwsCredentialsProvider getCredentialsProvider() {
                return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
            }
        };
    }

    BloopTemplate<Note> notes() {
        return context.getBean(Listeners.class).notes;
    }

    StreamListenerContainer<?> listener(String id) {
        return context.getBean(StreamListenerRegistry.class).container(id);
    }

    /** Waits until a listener has handled a number of changes. */
    void await(String id, long changes) throws InterruptedException {
        while (listener(id).records() < changes) {
            listener(id).failure().ifPresent(failure -> {
                throw new IllegalStateException("Listener '" + id + "' has failed.", failure);
            });
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** Returns how long the changes of the live listener took from before they were sent, in milliseconds. */
    List<Double> lags() {
        return context.getBean(Listeners.class).lags;
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Listeners {

        private final BloopTemplate<Note> notes;
        private final List<Double> lags = Collections.synchronizedList(new ArrayList<>());

        Listeners(BloopTemplate<Note> notes) {
            this.notes = notes;
        }

        @BloopStreamListener(id = EACH)
        void each(Change<Note> change) {
            // the container counts
        }

        @BloopStreamListener(id = LISTS)
        void lists(List<Change<Note>> changes) {
            // the container counts
        }

        @BloopStreamListener(id = LIVE, start = BloopStreamListener.LATEST)
        void live(Change<Note> change) {
            long sent = change.after().orElseThrow().sentNanos();
            lags.add((System.nanoTime() - sent) / 1e6);
        }
    }
}
