package io.bloop.engine;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.table.BindMode;
import io.bloop.table.TableCheck;
import io.bloop.table.TableExport;
import io.bloop.table.internal.Exports;
import io.bloop.table.internal.TableBinder;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Shows what an engine has bound, and the state of its tables, to operators of an application.
 *
 * <p>Creates nothing and changes nothing, whatever the engine's bind mode is. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Bindings {

    private final DynamoDbClient client;
    private final TableBinder binder;
    private final BindMode mode;
    private final Supplier<Collection<BoundModel<?>>> bound;

    /**
     * Creates the bindings of an engine.
     *
     * @param client the client of the engine
     * @param binder the binder of the tables
     * @param mode the mode that the engine binds by
     * @param bound supplies the bound models
     */
    public Bindings(
            DynamoDbClient client, TableBinder binder, BindMode mode, Supplier<Collection<BoundModel<?>>> bound) {
        this.client = client;
        this.binder = binder;
        this.mode = mode;
        this.bound = bound;
    }

    /**
     * Returns the client that the engine sends its requests by.
     *
     * @return the client
     */
    public DynamoDbClient client() {
        return client;
    }

    /**
     * Returns how far binding goes.
     *
     * @return the mode
     */
    public BindMode mode() {
        return mode;
    }

    /**
     * Returns the models that are bound so far.
     *
     * @return the models, by the names of their tables and their own
     */
    public List<BoundModel<?>> models() {
        return bound.get().stream()
                .sorted(Comparator.<BoundModel<?>, String>comparing(BoundModel::tableName)
                        .thenComparing(model -> model.definition().name()))
                .toList();
    }

    /**
     * Returns the tables that models are bound to so far.
     *
     * @return their names, in order
     */
    public List<String> tables() {
        return models().stream().map(BoundModel::tableName).distinct().toList();
    }

    /**
     * Describes a table, by one DescribeTable request.
     *
     * @param table the name of a table that a model is bound to
     * @return the description, or empty if there is no such table
     * @throws InvalidArgument if no model is bound to it
     * @throws io.bloop.request.RequestFailed if it cannot be described
     */
    public Optional<TableDescription> describe(String table) {
        return binder.describe(of("describe()", table));
    }

    /**
     * Describes a table, by one DescribeTable request and within a time.
     *
     * @param table the name of a table that a model is bound to
     * @param timeout bounds the request with all attempts of the SDK
     * @return the description, or empty if there is no such table
     * @throws InvalidArgument if no model is bound to it
     * @throws io.bloop.request.RequestFailed if it cannot be described
     */
    public Optional<TableDescription> describe(String table, Duration timeout) {
        return binder.describe(of("describe()", table), timeout);
    }

    /**
     * Compares a table with its models as it is now, by up to four requests that describe it.
     *
     * <p>There are more where DynamoDB lists many tags on several pages.
     *
     * @param table the name of a table that a model is bound to
     * @return what was compared, and what differs
     * @throws InvalidArgument if no model is bound to it
     * @throws io.bloop.request.RequestFailed if it cannot be described
     */
    public TableCheck check(String table) {
        return binder.check(of("check()", table));
    }

    /**
     * Exports the tables that models are bound to so far, without any request.
     *
     * @return the tables as text
     */
    public TableExport export() {
        return Exports.of(models());
    }

    private List<BoundModel<?>> of(String method, String table) {
        List<BoundModel<?>> models = models().stream()
                .filter(model -> model.tableName().equals(table))
                .toList();
        if (models.isEmpty()) {
            throw new InvalidArgument(
                    method, "table", "a table that a model is bound to " + tables(), "'" + table + "'");
        }
        return models;
    }
}
