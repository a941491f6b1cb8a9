package io.bloop.boot.endpoint;

import io.bloop.boot.ServerAddress;
import io.bloop.engine.Bindings;
import io.bloop.engine.Engine;
import io.bloop.table.ExportFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * Shows which models are bound to which tables, and compares them.
 *
 * <p>Each call describes the tables again, unless the bind mode is {@code none}. It sends up to four requests for each
 * table, and more if DynamoDB lists many tags on several pages. It changes nothing, and shows no items. Thread-safe.
 *
 * @since 0.1.0
 */
@Endpoint(id = "bloop", defaultAccess = Access.READ_ONLY)
public class BloopEndpoint {

    private final Map<String, Engine> engines;

    /**
     * Creates an endpoint.
     *
     * @param engines the engines by the names of their beans
     */
    public BloopEndpoint(Map<String, Engine> engines) {
        this.engines = new LinkedHashMap<>(engines);
    }

    /**
     * Describes all engines.
     *
     * @return the description
     */
    @ReadOperation
    public BloopDescriptor bloop() {
        Map<String, EngineDescriptor> described = new LinkedHashMap<>();
        engines.forEach((name, engine) -> described.put(name, describe(engine.bindings())));
        return new BloopDescriptor(described);
    }

    /**
     * Exports the tables of the bound models, without any request.
     *
     * @param format the format, such as {@code cloudformation}
     * @return the text, one for each engine after the other
     */
    @ReadOperation(produces = "text/plain;charset=UTF-8")
    public String export(@Selector ExportFormat format) {
        return engines.values().stream()
                .map(engine -> engine.bindings().export().text(format))
                .collect(Collectors.joining("\n"));
    }

    private static EngineDescriptor describe(Bindings bindings) {
        ServerAddress server = ServerAddress.of(bindings.client()).orElse(null);
        return new EngineDescriptor(
                bindings.mode().name().toLowerCase(Locale.ROOT),
                server == null ? null : server.toString(),
                server == null ? null : server.region(),
                bindings.models().stream().map(ModelDescriptor::of).toList(),
                new TableLook(bindings).all());
    }

    /**
     * Describes what the endpoint knows.
     *
     * @param engines the engines by the names of their beans
     * @since 0.1.0
     */
    public record BloopDescriptor(Map<String, EngineDescriptor> engines) implements OperationResponseBody {}

    /**
     * Describes one engine.
     *
     * @param bind how far binding goes: {@code create}, {@code validate}, {@code plan}, {@code update} or {@code none}
     * @param endpoint where its requests go, if its client tells
     * @param region the AWS region, if its client tells
     * @param models the models that are bound so far
     * @param tables their tables by name
     * @since 0.1.0
     */
    public record EngineDescriptor(
            String bind,
            @Nullable String endpoint,
            @Nullable String region,
            List<ModelDescriptor> models,
            Map<String, TableDescriptor> tables) {}
}
