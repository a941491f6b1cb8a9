package io.bloop.boot.embedded;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Moves the time of the streams of a DynamoDB Local, for which its port has no request. */
final class StreamTime {

    private static final long MOST_SECONDS = 60;

    private final LocalDynamoDBRequestHandler requests;

    StreamTime(LocalDynamoDBRequestHandler requests) {
        this.requests = requests;
    }

    void rollOver() {
        apply(AmazonDynamoDBLocal::triggerShardRollovers);
    }

    void age(Duration time) {
        apply(local -> local.dilateEventTimes(TimeUnit.MILLISECONDS.convert(time)));
    }

    /** DynamoDB Local may wait for its own threads for good, for which the caller does not wait. */
    private void apply(Consumer<AmazonDynamoDBLocal> change) {
        List<AmazonDynamoDBLocal> databases = databases();
        FutureTask<@Nullable Void> task = new FutureTask<>(() -> databases.forEach(change), null);
        Thread thread = new Thread(task, "dynamodb-local-time");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException ex) {
            throw new IllegalStateException("The time of the embedded DynamoDB Local cannot be moved.", ex.getCause());
        } catch (TimeoutException ex) {
            task.cancel(true);
            throw new IllegalStateException(
                    "The time of the embedded DynamoDB Local was not moved within " + MOST_SECONDS + " s.", ex);
        } catch (InterruptedException ex) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait for the embedded DynamoDB Local was interrupted.", ex);
        }
    }

    /** The server hands its databases out to nobody. */
    private List<AmazonDynamoDBLocal> databases() {
        try {
            Field field = LocalDynamoDBRequestHandler.class.getDeclaredField("dbRequestHandlers");
            field.setAccessible(true);
            Collection<?> found = ((Map<?, ?>) field.get(requests)).values();
            return found.stream().map(AmazonDynamoDBLocal.class::cast).toList();
        } catch (ReflectiveOperationException | ClassCastException ex) {
            throw new IllegalStateException("The time of this version of DynamoDB Local cannot be moved.", ex);
        }
    }
}
