package io.bloop.sample;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Sends people where a link leads, and counts them. */
@RestController
class GoController {

    private final Links links;

    GoController(Links links) {
        this.links = links;
    }

    @GetMapping("/go/{slug}")
    ResponseEntity<Void> go(@PathVariable String slug) {
        Link link = links.click(Slugs.known(slug)).orElseThrow(() -> new UnknownLink(slug));
        // a redirect that a browser takes from its cache would not be counted
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(link.target)
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
