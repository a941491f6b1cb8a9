package io.bloop.sample;

/** Says that there is no link of a slug, or no longer. */
final class UnknownLink extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownLink(String slug) {
        super("There is no link '" + slug + "'.");
    }
}
