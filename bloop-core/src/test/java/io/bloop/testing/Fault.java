package io.bloop.testing;

/** What can go wrong between a client and DynamoDB. */
public enum Fault {

    /** The service refuses the request as too much; it is not applied. */
    THROTTLED("throttled"),

    /** The service fails before it has applied the request. */
    SERVER_ERROR("server error"),

    /** The service applies the request, and fails before it has answered. */
    SERVER_ERROR_LATER("server error later"),

    /** The connection is reset before the service has the request. */
    REQUEST_LOST("request lost"),

    /** The service applies the request, and the connection is reset before its answer arrives. */
    ANSWER_LOST("answer lost"),

    /** The service applies the request, and its answer takes longer than the client waits. */
    ANSWER_LATE("answer late"),

    /** The service applies the request, and the body of its answer ends too early. */
    ANSWER_CUT("answer cut"),

    /** The service applies the first half of a batch, and gives the rest back; other requests are applied whole. */
    UNPROCESSED("unprocessed"),

    /** The service applies the request, and a gateway answers in its place with status 408 and a page. */
    GATEWAY_TIMEOUT("gateway timeout"),

    /** The service applies the request, and a gateway answers in its place with status 429 and a page. */
    GATEWAY_BUSY("gateway busy");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** Tells whether the service has applied the request, or a part of it, when the fault shows. */
    public boolean isApplied() {
        return switch (this) {
            case THROTTLED, SERVER_ERROR, REQUEST_LOST -> false;
            case SERVER_ERROR_LATER, ANSWER_LOST, ANSWER_LATE, ANSWER_CUT, UNPROCESSED, GATEWAY_TIMEOUT, GATEWAY_BUSY ->
                true;
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
