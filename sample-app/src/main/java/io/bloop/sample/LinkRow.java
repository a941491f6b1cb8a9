package io.bloop.sample;

import java.net.URI;
import java.time.Instant;

/**
 * One row of a file of links.
 *
 * @param text what stands there
 * @param createdOn when its link counts as created
 */
record LinkRow(String text, Instant createdOn) {

    private static final int COLUMNS = 6;

    /** Says why a row cannot be a link. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    private String[] fields() {
        return text.split("\t", -1);
    }

    String slug() {
        return fields()[0];
    }

    /** Returns the link that the row describes. */
    Link toLink() throws Refused {
        String[] fields = fields();
        if (fields.length != COLUMNS) {
            throw new Refused("it has " + fields.length + " columns, not " + COLUMNS);
        }
        if (!Slugs.isSlug(fields[0])) {
            throw new Refused("slug " + Slugs.MESSAGE);
        }
        if (!AddressValidator.isAddress(fields[1])) {
            throw new Refused("target " + AddressValidator.MESSAGE);
        }
        if (fields[2].isBlank()) {
            throw new Refused("owner is missing");
        }
        Link link = new Link();
        link.slug = fields[0];
        link.target = URI.create(fields[1]);
        link.owner = fields[2];
        link.topic = fields[3].isBlank() ? null : fields[3];
        link.title = fields[5].isBlank() ? null : fields[5];
        link.createdOn = createdOn;
        if (link.topic != null) {
            link.tags.add(link.topic);
        }
        return link;
    }
}
