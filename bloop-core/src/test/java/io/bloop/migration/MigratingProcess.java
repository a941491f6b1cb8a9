package io.bloop.migration;

import static io.bloop.migration.Person.PERSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import io.bloop.engine.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A JVM of its own that runs a migration when it is told to, and says how far it has come. */
final class MigratingProcess implements AutoCloseable {

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    /**
     * How a process runs the migration.
     *
     * @param prefix begins the names of the tables
     * @param threads the segments at once
     * @param rate write units per second of all processes; 0 for no limit
     * @param delayMillis how long each write takes more, on the side of the process
     */
    record Settings(String prefix, int threads, int rate, int delayMillis) {}

    /** Starts a process that is ready as soon as {@link #awaitReady()} returns. */
    MigratingProcess(DynamoDbClient client, Settings settings) throws IOException {
        URI endpoint = client.serviceClientConfiguration().endpointOverride().orElseThrow();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigratingProcess.class.getName(),
                        endpoint.toString(),
                        settings.prefix(),
                        "" + settings.threads(),
                        "" + settings.rate(),
                        "" + settings.delayMillis())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        orders = new PrintStream(process.getOutputStream(), true, UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Waits until the process has loaded its classes. */
    void awaitReady() throws IOException {
        awaitLine("READY");
    }

    private String awaitLine(String first) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(first)) {
                return line;
            }
        }
        throw new IOException("the process has ended before " + first);
    }

    void go() {
        orders.println("go");
    }

    /** Waits until the migration is done; returns the progress. */
    String awaitDone() throws IOException {
        return awaitLine("DONE");
    }

    /** Waits until the migration is done; returns how many writes of items this process has sent. */
    int awaitSent() throws IOException {
        return Integer.parseInt(awaitLine("SENT ").substring("SENT ".length()));
    }

    /** Ends the process as the machine's loss would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** Renames an attribute, and counts how often it did. */
    static ItemMigration<Person> migration() {
        return ItemMigration.of("rename", PERSON, item -> {
            long times = item.attribute("times")
                    .map(value -> Long.parseLong(value.n()))
                    .orElse(0L);
            return item.attribute("mail").isPresent()
                    ? item.rename("mail", "email").set("times", fromN("" + (times + 1)))
                    : item.unchanged();
        });
    }

    /** Lets each write of an item take its time, and counts them. */
    private record Delay(int millis, AtomicInteger sent) implements ExecutionInterceptor {

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            boolean isItem = context.request() instanceof UpdateItemRequest update
                    && update.tableName().endsWith("people");
            sent.addAndGet(isItem ? 1 : 0);
            try {
                TimeUnit.MILLISECONDS.sleep(isItem ? millis : 0);
            } catch (InterruptedException ex) {
                throw new IllegalStateException(ex);
            }
        }
    }

    public static void main(String[] args) throws IOException {
        AtomicInteger sent = new AtomicInteger();
        DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(URI.create(args[0]))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(c -> c.addExecutionInterceptor(new Delay(Integer.parseInt(args[4]), sent)))
                .build();
        Engine engine = Engine.builder(client)
                .tableNames((model, name) -> args[1] + name)
                .build();
        MigrationsBuilder builder = engine.migrations()
                .segments(12)
                .threads(Integer.parseInt(args[2]))
                .lease(Duration.ofSeconds(1));
        Migrations migrations = (args[3].equals("0") ? builder : builder.rate(Integer.parseInt(args[3]))).build();
        migrations.bind();
        migrations.dryRun(ItemMigration.of("warm", PERSON, MigratedItem::unchanged));
        System.out.println("READY");
        new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
        System.out.println("DONE " + migrations.run(migration()));
        System.out.println("SENT " + sent);
    }
}
