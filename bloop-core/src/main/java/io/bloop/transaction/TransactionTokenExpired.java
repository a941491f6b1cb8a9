package io.bloop.transaction;

import io.bloop.BloopException;
import java.time.Instant;

/**
 * Signals that a prepared transaction is too old to be committed again: DynamoDB remembers a token for ten minutes, and
 * might apply it a second time afterwards.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class TransactionTokenExpired extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String token;
    private final Instant firstSent;

    TransactionTokenExpired(String token, Instant firstSent) {
        super(
                "The transaction " + token + " was first sent at " + firstSent + ", and can be committed again for "
                        + PreparedTransaction.LIFETIME.toSeconds() + " seconds only; load the objects, see what was "
                        + "applied, and prepare another.",
                null);
        this.token = token;
        this.firstSent = firstSent;
    }

    /**
     * Returns the client request token.
     *
     * @return the token
     */
    public String token() {
        return token;
    }

    /**
     * Returns when the transaction was first sent.
     *
     * @return the moment
     */
    public Instant firstSent() {
        return firstSent;
    }
}
