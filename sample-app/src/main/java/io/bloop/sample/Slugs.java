package io.bloop.sample;

import java.util.regex.Pattern;

/** Says what a slug looks like. */
final class Slugs {

    static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9+._-]{0,99}";
    static final String MESSAGE =
            "has to begin with a letter or digit, and may go on with letters, digits, +, ., _ and -, up to 100";

    private static final Pattern SLUG = Pattern.compile(PATTERN);

    private Slugs() {}

    /** Returns a text that may be the slug of a link, and spares the table the search for any other. */
    static String known(String text) {
        if (!isSlug(text)) {
            throw new UnknownLink(text);
        }
        return text;
    }

    static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }
}
