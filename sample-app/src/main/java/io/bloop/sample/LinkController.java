package io.bloop.sample;

import io.bloop.query.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Serves the links as JSON. */
@RestController
@RequestMapping("/api/links")
class LinkController {

    private static final int MOST = 100;

    /** A page of links, and the token of the next one. */
    record LinkPage(List<LinkView> items, @Nullable String next) {}

    /** The wish for another slug. */
    record Rename(
            @NotBlank(message = "is missing")
            @Pattern(regexp = "\\s*|" + Slugs.PATTERN, message = Slugs.MESSAGE)
            @Nullable
            String to) {}

    /** The wish for an end. */
    record Expiry(
            @NotBlank(message = "is missing") @Moment @Nullable
            String expiresOn) {}

    private final Links links;
    private final NewLinkReader reader;

    LinkController(Links links, NewLinkReader reader) {
        this.links = links;
        this.reader = reader;
    }

    @PostMapping
    ResponseEntity<LinkView> create(@RequestBody JsonNode link) {
        LinkView created = LinkView.of(links.shorten(reader.read(link).toLink()));
        return ResponseEntity.created(location(created.slug())).body(created);
    }

    private static URI location(String slug) {
        return UriComponentsBuilder.fromPath("/api/links/{slug}")
                .encode()
                .buildAndExpand(slug)
                .toUri();
    }

    @GetMapping("/{slug}")
    LinkView show(@PathVariable String slug) {
        return links.find(Slugs.known(slug)).map(LinkView::of).orElseThrow(() -> new UnknownLink(slug));
    }

    @GetMapping
    LinkPage list(
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(required = false) @Nullable String token) {
        int most = number(limit);
        boolean isByOwner = owner != null && !owner.isBlank();
        boolean isByTopic = topic != null && !topic.isBlank();
        List<FieldProblem> problems = new ArrayList<>();
        if (most < 1 || most > MOST) {
            problems.add(new FieldProblem("limit", "has to be from 1 to " + MOST));
        }
        if (!isByOwner && !isByTopic) {
            problems.add(new FieldProblem("owner", "is missing; name an owner, a topic or both"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidFields(problems);
        }
        if (owner == null || !isByOwner) {
            return page(links.newestAbout(String.valueOf(topic), most, token));
        }
        return page(
                topic != null && isByTopic
                        ? links.newestOf(owner, topic, most, token)
                        : links.newestOf(owner, most, token));
    }

    /** Returns a number, or 0 for a text that is none, which is out of range. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException ex) {
            return 0;
        }
    }

    private static LinkPage page(Page<Link> page) {
        return new LinkPage(
                page.items().stream().map(LinkView::of).toList(), page.next().orElse(null));
    }

    @PostMapping("/{slug}/rename")
    LinkView rename(@PathVariable String slug, @Valid @RequestBody Rename rename) {
        String to = String.valueOf(rename.to());
        if (to.equals(slug)) {
            throw new InvalidFields("to", "is the slug that the link has");
        }
        return links.rename(Slugs.known(slug), to).map(LinkView::of).orElseThrow(() -> new UnknownLink(slug));
    }

    @PostMapping("/{slug}/expire")
    LinkView expire(@PathVariable String slug, @Valid @RequestBody Expiry expiry) {
        Instant on = Instant.parse(String.valueOf(expiry.expiresOn()));
        return links.expire(Slugs.known(slug), on).map(LinkView::of).orElseThrow(() -> new UnknownLink(slug));
    }

    @DeleteMapping("/{slug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String slug) {
        if (!links.delete(Slugs.known(slug))) {
            throw new UnknownLink(slug);
        }
    }
}
