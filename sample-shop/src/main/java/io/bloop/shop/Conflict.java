package io.bloop.shop;

/** Says why something cannot be done now, although the request is right. */
final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Conflict(String message) {
        super(message);
    }
}
