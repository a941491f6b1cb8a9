package io.bloop.boot.health;

import io.bloop.boot.ServerAddress;
import io.bloop.engine.Bindings;
import io.bloop.engine.Engine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Tells whether the tables that an engine has bound can be used, by one DescribeTable request for each.
 *
 * <p>It needs no permission but {@code dynamodb:DescribeTable} on these tables; where that is not given, a table is
 * unknown and not down. The first table for which there is no response ends the check, and so does the time-out.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public class BloopHealthIndicator extends AbstractHealthIndicator {

    private static final List<Status> BY_SEVERITY =
            List.of(Status.UNKNOWN, Status.UP, Status.OUT_OF_SERVICE, Status.DOWN);

    private final Bindings bindings;
    private final Predicate<ServerAddress> embedded;
    private final Duration timeout;

    /**
     * Creates an indicator.
     *
     * @param engine the engine
     * @param embedded tells whether a server runs inside of the application
     * @param timeout bounds a check of all tables
     */
    public BloopHealthIndicator(Engine engine, Predicate<ServerAddress> embedded, Duration timeout) {
        super("DynamoDB health check failed");
        this.bindings = engine.bindings();
        this.embedded = embedded;
        this.timeout = timeout;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        ServerAddress.of(bindings.client())
                .ifPresent(server -> builder.withDetail("server", embedded.test(server) ? "embedded" : "remote")
                        .withDetail("endpoint", server.toString())
                        .withDetail("region", server.region()));
        TableHealthCheck check = new TableHealthCheck(bindings, timeout);
        try {
            check.run();
        } finally {
            tell(check.answered(), builder);
        }
    }

    private static void tell(Map<String, TableHealth> answered, Health.Builder builder) {
        Status worst = Status.UNKNOWN;
        Map<String, Map<String, Object>> tables = new LinkedHashMap<>();
        for (Map.Entry<String, TableHealth> table : answered.entrySet()) {
            worst = worse(worst, table.getValue().status());
            tables.put(table.getKey(), details(table.getValue()));
        }
        builder.status(worst).withDetail("tables", tables);
    }

    private static Map<String, Object> details(TableHealth health) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", health.detail());
        if (!health.indexes().isEmpty()) {
            details.put("indexes", health.indexes());
        }
        return details;
    }

    private static Status worse(Status one, Status other) {
        return BY_SEVERITY.indexOf(one) < BY_SEVERITY.indexOf(other) ? other : one;
    }
}
