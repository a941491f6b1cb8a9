package io.bloop.sample;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a person fills in to create a link. */
record NewLink(
        @NotBlank(message = "is missing") @Pattern(regexp = "\\s*|" + Slugs.PATTERN, message = Slugs.MESSAGE) @Nullable
        String slug,

        @NotBlank(message = "is missing") @Size(max = 2000, message = "has at most 2000 characters") @Address @Nullable
        String target,

        @NotBlank(message = "is missing") @Size(max = 200, message = "has at most 200 characters") @Nullable
        String owner,

        @Size(max = 200, message = "has at most 200 characters") @Nullable
        String topic,

        @Size(max = 500, message = "has at most 500 characters") @Nullable
        String title,

        @Moment @Nullable String expiresOn) {

    /** Returns the link; what is blank is left out. */
    Link toLink() {
        Link link = new Link();
        link.slug = String.valueOf(slug);
        link.target = URI.create(String.valueOf(target));
        link.owner = String.valueOf(owner).strip();
        link.topic = stripped(topic);
        link.title = stripped(title);
        // cut to the precision that is stored, so that the response shows what is kept
        link.createdOn = link.createdOn.truncatedTo(ChronoUnit.MICROS);
        link.expiresOn = expiresOn == null || expiresOn.isBlank()
                ? null
                : Instant.parse(expiresOn).truncatedTo(ChronoUnit.SECONDS);
        return link;
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
