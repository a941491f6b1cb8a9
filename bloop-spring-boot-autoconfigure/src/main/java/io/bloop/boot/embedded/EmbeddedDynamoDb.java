package io.bloop.boot.embedded;

import io.bloop.InvalidArgument;
import io.bloop.boot.BloopConnectionDetails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * A DynamoDB Local that runs inside the application.
 *
 * <p>Its own runner listens on every interface, takes no port 0 and may send telemetry; therefore its handler runs in a
 * server of our own. Threads of it keep the JVM running until it is closed. The bean of this type starts at its first
 * use; where Spring Boot's developer tools restart the application, it goes on with its data. Thread-safe.
 *
 * @since 0.1.0
 */
public final class EmbeddedDynamoDb implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDynamoDb.class);
    private static final int STOP_SECONDS = 10;

    private final Server server;
    private final ServerConnector connector;
    private final Handler.Wrapper entrance = new Handler.Wrapper(true);
    private final int port;
    private final @Nullable Path directory;
    private Database database;

    /** Tables with their data, and the door to them. */
    private record Database(LocalDynamoDBServerHandler door, StreamTime time) {

        static Database of(@Nullable Path directory) {
            String path = directory == null ? null : directory.toAbsolutePath().toString();
            LocalDynamoDBRequestHandler requests =
                    new LocalDynamoDBRequestHandler(0, directory == null, path, true, false);
            return new Database(new LocalDynamoDBServerHandler(requests, ""), new StreamTime(requests));
        }
    }

    private EmbeddedDynamoDb(int port, @Nullable Path directory) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("dynamodb-local");
        this.port = port;
        this.server = new Server(threads);
        this.connector = new ServerConnector(server);
        connector.setHost(HOST);
        connector.setPort(port);
        server.addConnector(connector);
        this.directory = directory;
        this.database = Database.of(directory);
        entrance.setHandler(database.door());
        server.setHandler(entrance);
    }

    /**
     * Starts a server with a database in memory.
     *
     * @return the server, to be closed by the caller
     */
    public static EmbeddedDynamoDb inMemory() {
        return start(0, null);
    }

    static EmbeddedDynamoDb start(int port, @Nullable Path directory) {
        if (directory != null) {
            create(directory);
        }
        QuietLoggers.apply(EmbeddedDynamoDb.class.getClassLoader());
        EmbeddedDynamoDb started = new EmbeddedDynamoDb(port, directory);
        try {
            started.server.start();
        } catch (Exception ex) {
            started.close();
            if (NestedExceptionUtils.getMostSpecificCause(ex) instanceof BindException) {
                throw new EmbeddedPortInUse(port, ex);
            }
            throw new IllegalStateException("The embedded DynamoDB Local cannot be started.", ex);
        }
        return started;
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException ex) {
            throw new UncheckedIOException(
                    "The directory '" + directory + "' of bloop.embedded.directory cannot be created.", ex);
        }
    }

    /** Tells whether the server was started with these settings. */
    boolean isFor(int otherPort, @Nullable Path otherDirectory) {
        return port == otherPort && Objects.equals(directory, otherDirectory);
    }

    int port() {
        return connector.getLocalPort();
    }

    /**
     * Says how to connect to the server.
     *
     * @return the connection
     */
    public BloopConnectionDetails connection() {
        return new EmbeddedConnection(this);
    }

    /**
     * Drops all tables with their data and streams, as if the server were started again; clients stay connected.
     *
     * @throws IllegalStateException if the data is kept in a directory
     */
    public synchronized void clear() {
        if (directory != null) {
            throw new IllegalStateException(
                    "The embedded DynamoDB Local keeps its data in " + directory + ", and is not cleared.");
        }
        Database cleared = database;
        database = Database.of(null);
        entrance.setHandler(database.door());
        cleared.door().close();
    }

    /**
     * Closes the open shards of all streams and gives each a child, as DynamoDB does every four hours. For tests.
     *
     * @throws IllegalStateException if DynamoDB Local does not do so
     */
    public synchronized void rollOver() {
        database.time().rollOver();
    }

    /**
     * Makes all records, iterators and shards of streams older, as if time had passed. For tests.
     *
     * <p>The iterators of readers expire after 15 minutes, shards roll over after four hours, and records are trimmed after 24
     * hours. Items keep their age.
     *
     * @param time how much older
     * @throws IllegalStateException if DynamoDB Local does not do so
     */
    public synchronized void age(Duration time) {
        database.time().age(InvalidArgument.required(time, "age()", "time", "a time"));
    }

    /** Stops the server; after ten seconds it is abandoned, since nothing that is kept depends on its end. */
    @Override
    public synchronized void close() {
        FutureTask<@Nullable Void> stop = new FutureTask<>(this::stop);
        Thread thread = new Thread(stop, "dynamodb-local-stop");
        thread.setDaemon(true); // a server that does not end must not keep the JVM
        thread.start();
        try {
            stop.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException ex) {
            throw new IllegalStateException("The embedded DynamoDB Local cannot be stopped.", ex.getCause());
        } catch (TimeoutException ex) {
            LOG.warn(
                    "The embedded DynamoDB Local on port {} has not ended within {} s, and is left to itself",
                    port(),
                    STOP_SECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Void stop() throws Exception {
        try {
            server.stop();
        } finally {
            database.door().close();
        }
        return null;
    }

    @Override
    public String toString() {
        return "DynamoDB Local on port " + port() + (directory == null ? ", in memory" : ", in " + directory);
    }
}
