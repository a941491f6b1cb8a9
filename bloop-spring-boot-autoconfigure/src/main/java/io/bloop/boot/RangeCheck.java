package io.bloop.boot;

import io.bloop.boot.BloopProperties.Embedded;
import io.bloop.boot.BloopProperties.Http;
import io.bloop.boot.BloopProperties.Index;
import io.bloop.boot.BloopProperties.Listener;
import io.bloop.boot.BloopProperties.Migrations;
import io.bloop.boot.BloopProperties.Retry;
import io.bloop.boot.BloopProperties.Stream;
import io.bloop.boot.BloopProperties.StreamPart;
import io.bloop.boot.BloopProperties.Table;
import io.bloop.boot.BloopProperties.Tokens;
import io.bloop.migration.MigrationsBuilder;
import io.bloop.query.TokenSecrets;
import io.bloop.rule.internal.NameRules;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the values that are out of range, whichever models there are. */
final class RangeCheck {

    private static final int LAST_PORT = 65_535;

    private final List<PropertyProblem> problems = new ArrayList<>();

    private RangeCheck() {}

    static void check(
            Duration bindTimeout,
            @Nullable URI endpoint,
            Map<String, Table> tables,
            Tokens tokens,
            Http http,
            Embedded embedded,
            Stream stream,
            Migrations migrations) {
        RangeCheck check = new RangeCheck();
        check.positive("bloop.bind-timeout", bindTimeout, "2m");
        check.http(http);
        check.endpoint(endpoint);
        tables.forEach((model, table) -> check.table(key(model), table));
        check.secrets(tokens.secret());
        check.port(embedded.port());
        check.listener(stream.listener());
        check.positive("bloop.stream.positions.lease", stream.positions().lease(), "10s");
        check.tableName("bloop.stream.positions.table-name", stream.positions().tableName());
        check.migrations(migrations);
        check.report();
    }

    static void check(String key, Duration timeout) {
        RangeCheck check = new RangeCheck();
        check.positive(key, timeout, "2s");
        check.report();
    }

    private void report() {
        if (!problems.isEmpty()) {
            throw InvalidProperties.of(problems);
        }
    }

    /** Returns the key of a model's overrides. */
    static String key(String model) {
        return "bloop.tables." + (model.contains(".") ? "[" + model + "]" : model);
    }

    private void add(String key, String problem, String action) {
        problems.add(new PropertyProblem(key, problem, action));
    }

    private void positive(String key, Duration time, String example) {
        if (time.isNegative() || time.isZero()) {
            add(key, "is " + time.toMillis() + "ms, and has to be more than 0", "Set a time such as " + example + ".");
        }
    }

    private void http(Http http) {
        if (http.maxConnections() < 1) {
            add(
                    "bloop.http.max-connections",
                    "is " + http.maxConnections() + ", and has to be at least 1",
                    "Set 1 or more, or remove the property.");
        }
        positive("bloop.http.connection-acquisition-timeout", http.connectionAcquisitionTimeout(), "10s");
        positive("bloop.http.connection-timeout", http.connectionTimeout(), "2s");
        positive("bloop.http.socket-timeout", http.socketTimeout(), "30s");
        positive("bloop.http.connection-max-idle-time", http.connectionMaxIdleTime(), "60s");
        if (http.connectionTimeToLive().isNegative()) {
            add(
                    "bloop.http.connection-time-to-live",
                    "is " + http.connectionTimeToLive().toMillis() + "ms, and has to be at least 0",
                    "Set a time such as 5m, or 0s for no limit.");
        }
    }

    private void listener(Listener listener) {
        String key = "bloop.stream.listener.";
        atLeast(key + "batch", listener.batch(), 1);
        atLeast(key + "concurrency", listener.concurrency(), 1);
        positive(key + "poll-interval", listener.pollInterval(), "500ms");
        if (listener.positionInterval().isNegative()) {
            add(
                    key + "position-interval",
                    "is " + listener.positionInterval().toMillis() + "ms, and has to be at least 0",
                    "Set a time such as 1s, or 0s to store it after each delivery.");
        }
        if (listener.idleInterval() != null) {
            positive(key + "idle-interval", listener.idleInterval(), "1m");
        }
        Retry retry = listener.retry();
        atLeast(key + "retry.max-retries", retry.maxRetries(), 0);
        positive(key + "retry.initial-interval", retry.initialInterval(), "500ms");
        positive(key + "retry.max-interval", retry.maxInterval(), "10s");
        if (!(retry.multiplier() >= 1)) {
            add(key + "retry.multiplier", "is " + retry.multiplier() + ", and has to be at least 1", "Set 1 or more.");
        }
    }

    private void migrations(Migrations migrations) {
        String key = "bloop.migrations.";
        within(key + "segments", migrations.segments(), MigrationsBuilder.MOST_SEGMENTS);
        within(key + "threads", migrations.threads(), MigrationsBuilder.MOST_THREADS);
        within(key + "samples", migrations.samples(), MigrationsBuilder.MOST_SAMPLES);
        if (migrations.rate() < 0) {
            add(
                    key + "rate",
                    "is " + migrations.rate() + ", and has to be at least 0",
                    "Set a number of write units per second, or 0 for no limit.");
        }
        Duration shortest = MigrationsBuilder.SHORTEST_LEASE;
        if (migrations.lease().compareTo(shortest) < 0) {
            add(
                    key + "lease",
                    "is " + migrations.lease().toMillis() + "ms, and has to be at least " + shortest.toMillis() + "ms",
                    "Set a time such as 10s.");
        }
        tableName(key + "table-name", migrations.tableName());
    }

    private void within(String key, int value, int most) {
        if (value < 1 || value > most) {
            add(
                    key,
                    "is " + value + ", and has to be from 1 to " + most,
                    "Set a number of that range, or remove the property.");
        }
    }

    private void atLeast(String key, int value, int least) {
        if (value < least) {
            add(
                    key,
                    "is " + value + ", and has to be at least " + least,
                    "Set " + least + " or more, or remove the property.");
        }
    }

    private void endpoint(@Nullable URI endpoint) {
        if (endpoint == null) {
            return;
        }
        boolean web = "http".equalsIgnoreCase(endpoint.getScheme()) || "https".equalsIgnoreCase(endpoint.getScheme());
        if (!web || endpoint.getHost() == null) {
            add(
                    "bloop.endpoint",
                    "is '" + endpoint + "', and has to be a URL with scheme and host",
                    "Set a URL such as http://localhost:8000.");
        }
    }

    private void table(String key, Table table) {
        units(key + ".read-units", table.readUnits());
        units(key + ".write-units", table.writeUnits());
        units(key + ".maximum-read-units", table.maximumReadUnits());
        units(key + ".maximum-write-units", table.maximumWriteUnits());
        units(key + ".warm-read-units", table.warmReadUnits());
        units(key + ".warm-write-units", table.warmWriteUnits());
        encryption(key, table);
        stream(key + ".stream", table.stream());
        tableName(key + ".table-name", table.tableName());
        table.tags()
                .forEach((tag, value) -> NameRules.tag(tag, value)
                        .ifPresent(problem -> add(
                                key + ".tags." + tag,
                                "is a tag that " + problem,
                                "Give the table another tag, or remove the property.")));
        table.indexes().forEach((name, index) -> index(key + ".indexes." + name, index));
    }

    private void tableName(String key, @Nullable String name) {
        if (name == null) {
            return;
        }
        if (name.isBlank()) {
            add(key, "is empty", "Name the table, or remove the property.");
        } else if (name.contains("${")) {
            add(
                    key,
                    "is " + NameRules.quoted(name) + ", with a placeholder that no property resolves",
                    "Set the property that the placeholder names, or name the table.");
        } else {
            NameRules.givenTable(name)
                    .ifPresent(problem -> add(
                            key,
                            "is " + NameRules.quoted(name) + ", which " + problem,
                            "Name the table otherwise, or remove the property."));
        }
    }

    private void encryption(String key, Table table) {
        String encryptionKey = table.encryptionKey();
        if (encryptionKey == null) {
            return;
        }
        if (encryptionKey.isBlank()) {
            add(key + ".encryption-key", "is empty", "Name the key, or remove the property.");
        } else if (Boolean.FALSE.equals(table.encryption())) {
            add(
                    key + ".encryption-key",
                    "is '" + encryptionKey + "', but " + key + ".encryption is false",
                    "Remove one of the two.");
        }
    }

    private void index(String key, Index index) {
        units(key + ".read-units", index.readUnits());
        units(key + ".write-units", index.writeUnits());
    }

    private void units(String key, @Nullable Long units) {
        if (units != null && units < 1) {
            add(key, "is " + units + ", and has to be at least 1", "Set 1 or more, or remove the property.");
        }
    }

    private void stream(String key, @Nullable List<StreamPart> stream) {
        if (stream == null) {
            return;
        }
        if (stream.isEmpty()) {
            add(
                    key,
                    "is empty, and has to name what the stream tells",
                    "Set keys, or new, old or both, or remove the property.");
        } else if (stream.contains(StreamPart.KEYS) && stream.stream().anyMatch(part -> part != StreamPart.KEYS)) {
            add(
                    key,
                    "names keys together with images, which hold the keys anyway",
                    "Set either keys, or new, old or both.");
        }
    }

    /** Checks secrets, which no message shows. */
    private void secrets(@Nullable List<String> secrets) {
        String key = "bloop.tokens.secret";
        String action = "Set at least " + TokenSecrets.LEAST_CHARACTERS
                + " random characters, such as from 'openssl rand -base64 32', or remove the property.";
        if (secrets == null) {
            return;
        }
        if (secrets.isEmpty()) {
            add(key, "is empty, and has to be a secret", action);
        }
        for (String secret : secrets) {
            if (secret.contains("${")) {
                add(key, "holds a placeholder that is not resolved", "Set the property that the placeholder names.");
            } else if (secret.length() < TokenSecrets.LEAST_CHARACTERS) {
                add(
                        key,
                        "has a secret of " + secret.length() + " characters, and each has to be of at least "
                                + TokenSecrets.LEAST_CHARACTERS,
                        action);
            }
        }
    }

    private void port(int port) {
        if (port < 0 || port > LAST_PORT) {
            add(
                    "bloop.embedded.port",
                    "is " + port + ", and has to be from 0 to " + LAST_PORT,
                    "Set a port, or 0 for any free one.");
        }
    }
}
