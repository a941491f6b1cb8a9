package io.bloop.shop;

/** Says that something does not exist. */
final class Unknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unknown(String kind, String id) {
        super("There is no " + kind + " '" + id + "'.");
    }
}
