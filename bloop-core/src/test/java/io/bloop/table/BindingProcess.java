package io.bloop.table;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.model.IndexProjection.KEYS;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.bloop.engine.Engine;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.settings.StreamView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** Starts a JVM of its own that binds models whenever it is told to, and says how that went. */
final class BindingProcess implements AutoCloseable {

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    /** A model whose items expire, with a table of its own. */
    static final class ExpiringModel extends ThingModel {
        ExpiringModel(String name) {
            super(name, t -> t.named(name));
            table(t -> t.ttl(expires));
        }
    }

    /** A model that got indexes, a stream and protection after its table was created. */
    static final class GrownModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind = globalIndex("byKind", ALL).hashKey(kind);
        final GlobalSecondaryIndex<Thing> bySize = globalIndex("bySize", KEYS).hashKey(size);

        GrownModel() {
            table(t -> t.stream(StreamView.KEYS));
            table(t -> t.ttl(expires));
        }
    }

    /** Starts a process that is ready as soon as this returns. */
    BindingProcess(DynamoDbClient client) throws IOException {
        URI endpoint = client.serviceClientConfiguration().endpointOverride().orElseThrow();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BindingProcess.class.getName(),
                        endpoint.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        orders = new PrintStream(process.getOutputStream(), true, UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Tells the process to bind, and does not wait for it. */
    void order(String mode, String prefix, int models) {
        orders.println(mode + " " + prefix + " " + models);
    }

    /** Waits until the process says something. */
    String answer() throws IOException {
        return answers.readLine();
    }

    /** Kills the process as the machine's loss would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static List<ThingModel> models(int number) {
        List<ThingModel> models = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            models.add(new ExpiringModel("Thing" + i));
        }
        return models;
    }

    /** Stops before time to live is switched on, and says so. */
    private static final class StopBeforeTimeToLive implements ExecutionInterceptor {

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof UpdateTimeToLiveRequest) {
                System.out.println("before UpdateTimeToLive");
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException ex) {
                    throw new IllegalStateException(ex);
                }
            }
        }
    }

    private static DynamoDbClient client(URI endpoint, boolean stops) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(c -> {
                    if (stops) {
                        c.addExecutionInterceptor(new StopBeforeTimeToLive());
                    }
                })
                .build();
    }

    private static String bind(URI endpoint, String mode, String prefix, int models) {
        try (DynamoDbClient client = client(endpoint, mode.equals("stop"))) {
            boolean updates = mode.equals("update");
            Engine.builder(client)
                    .tableNames((model, name) -> prefix + name)
                    .bindMode(updates ? BindMode.UPDATE : BindMode.CREATE)
                    .build()
                    .bind(updates ? List.of(new GrownModel()) : models(models));
            return "bound";
        } catch (RuntimeException ex) {
            return ex.toString().replace('\n', '|');
        }
    }

    /** Binds for each line that is read, as {@code bind t1- 30}. */
    public static void main(String[] args) throws IOException {
        URI endpoint = URI.create(args[0]);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        // loads the classes, so that all processes begin at the same moment later
        System.out.println(bind(
                endpoint,
                "bind",
                args[0].hashCode() + "-warm-" + ProcessHandle.current().pid() + "-",
                1));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            System.out.println(bind(endpoint, words[0], words[1], Integer.parseInt(words[2])));
        }
    }
}
