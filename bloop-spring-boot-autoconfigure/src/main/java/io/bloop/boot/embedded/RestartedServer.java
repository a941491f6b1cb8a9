package io.bloop.boot.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.devtools.restart.Restarter;

/**
 * Keeps the embedded server, with its data, until the JVM ends, while Spring Boot's developer tools restart the
 * application. Loaded only where they are there.
 */
final class RestartedServer {

    static final String ATTRIBUTE = EmbeddedDynamoDb.class.getName();

    private RestartedServer() {}

    /**
     * Returns the server that is kept, or starts one; what was kept for another port or directory, or was started by classes
     * that were loaded again since, is closed.
     */
    static EmbeddedDynamoDb get(int port, @Nullable Path directory) {
        Restarter restarter = Restarter.getInstance();
        Object kept = restarter.getOrAddAttribute(ATTRIBUTE, () -> EmbeddedDynamoDb.start(port, directory));
        if (kept instanceof EmbeddedDynamoDb server && server.isFor(port, directory)) {
            return server;
        }
        restarter.removeAttribute(ATTRIBUTE);
        close(kept);
        return (EmbeddedDynamoDb) restarter.getOrAddAttribute(ATTRIBUTE, () -> EmbeddedDynamoDb.start(port, directory));
    }

    private static void close(Object kept) {
        if (kept instanceof AutoCloseable server) {
            try {
                server.close();
            } catch (Exception ex) {
                throw new IllegalStateException("The embedded DynamoDB Local of the last start cannot be stopped.", ex);
            }
        }
    }
}
