package io.bloop.boot;

import io.bloop.wire.ItemsInterceptor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NativeDetector;
import org.springframework.util.ClassUtils;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Loads the classes of the AWS SDK on a thread of its own while the context does its other work, once in a JVM. Sends
 * nothing. Thread-safe.
 */
final class ClassPreloading {

    static final ClassPreloading OF_THE_SDK = new ClassPreloading(ClassPreloading::makeClient);

    private static final Logger LOG = LoggerFactory.getLogger(ClassPreloading.class);
    private static final String APACHE = "software.amazon.awssdk.http.apache5.Apache5HttpClient";

    /** The switch of Spring Boot's own initialisation in the background, which this one obeys too. */
    private static final String IGNORE = "spring.backgroundpreinitializer.ignore";

    private static final long LONGEST_WAIT_SECONDS = 30;

    private final Runnable work;
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

    ClassPreloading(Runnable work) {
        this.work = work;
    }

    /** Begins, where there is a second processor for it; the first call counts. */
    void begin() {
        if (Boolean.getBoolean(IGNORE)
                || Boolean.getBoolean("spring.aot.processing")
                || NativeDetector.inNativeImage()
                || Runtime.getRuntime().availableProcessors() < 2) {
            return;
        }
        Thread begun = new Thread(this::run, "bloop-preload");
        begun.setDaemon(true);
        if (thread.compareAndSet(null, begun)) {
            begun.start();
        }
    }

    private void run() {
        try {
            work.run();
        } catch (RuntimeException | LinkageError ex) {
            // whoever needs these classes meets the failure, and says what it means
            LOG.debug("Classes could not be loaded ahead", ex);
        }
    }

    /** Waits for the end, so that no two threads initialise the same classes, each in an order of its own. */
    void await() {
        Thread begun = thread.get();
        if (begun != null) {
            try {
                begun.join(TimeUnit.SECONDS.toMillis(LONGEST_WAIT_SECONDS));
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void makeClient() {
        if (ClassUtils.isPresent(APACHE, ClassPreloading.class.getClassLoader())) {
            Apache.makeClient();
        }
    }

    /** Loaded only where its HTTP client is there. */
    private static final class Apache {

        static void makeClient() {
            DynamoDbClient.builder()
                    .region(Region.US_EAST_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .overrideConfiguration(c -> c.addExecutionInterceptor(new ItemsInterceptor()))
                    .httpClientBuilder(Apache5HttpClient.builder())
                    .build()
                    .close();
        }
    }
}
