package io.bloop.boot.observation;

import io.bloop.boot.ServerAddress;
import io.bloop.request.Outcome;
import io.bloop.request.Target;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

/**
 * The context of an observation of one request. It has neither values nor keys of items.
 *
 * <p>Not thread-safe, like all contexts.
 *
 * @since 0.1.0
 */
public class BloopObservationContext extends SenderContext<Target> {

    private static final String SERVICE = "DynamoDB";

    private final String operation;
    private final Target target;
    private final @Nullable ServerAddress server;
    private @Nullable Outcome outcome;

    /**
     * Creates the context of a request that is about to be sent.
     *
     * @param operation the API operation, such as {@code UpdateItem}
     * @param target the models, the table and the index
     * @param server where it is sent, or null if that is not known
     */
    @SuppressWarnings("this-escape") // these are fields of the superclass
    public BloopObservationContext(String operation, Target target, @Nullable ServerAddress server) {
        // nothing is sent with a request, since the SDK signs it
        super((carrier, key, value) -> {}, Kind.CLIENT);
        this.operation = operation;
        this.target = target;
        this.server = server;
        setCarrier(target);
        setRemoteServiceName(SERVICE);
        if (server != null) {
            setRemoteServiceAddress(server.toString());
        }
    }

    /**
     * Returns the API operation.
     *
     * @return the name, such as {@code UpdateItem}
     */
    public String getOperation() {
        return operation;
    }

    /**
     * Returns the target of the request.
     *
     * @return models, table and index
     */
    public Target getTarget() {
        return target;
    }

    /**
     * Returns where the request is sent.
     *
     * @return the address, or null if it is not known
     */
    public @Nullable ServerAddress getServer() {
        return server;
    }

    /**
     * Returns the outcome of the request.
     *
     * @return the outcome, or null before it has ended
     */
    public @Nullable Outcome getOutcome() {
        return outcome;
    }

    void setOutcome(Outcome outcome) {
        this.outcome = outcome;
    }
}
