package io.bloop.benchmarks.startup;

import io.bloop.benchmarks.run.LocalServer;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Binds all models, in a JVM that has bound none before: the arguments are a server's endpoint and one of the ways. */
final class Binding {

    static final String ONE_AFTER_ANOTHER = "one-after-another";
    static final String SIDE_BY_SIDE = "side-by-side";

    /** What is printed before the milliseconds. */
    static final String BOUND = "bound in ";

    private Binding() {}

    public static void main(String[] arguments) {
        List<ModelDefinition<?>> models = ModelSource.find().definitions();
        try (DynamoDbClient client = LocalServer.client(arguments[0])) {
            client.listTables();
            Engine engine = Engine.builder(client).build();
            long start = System.nanoTime();
            if (arguments[1].equals(SIDE_BY_SIDE)) {
                engine.bind(models);
            } else {
                models.forEach(model -> engine.bind(List.of(model)));
            }
            System.out.printf(Locale.ROOT, "%s%.3f%n", BOUND, (System.nanoTime() - start) / 1e6);
        }
    }
}
