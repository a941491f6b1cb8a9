package io.bloop.sample;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells how far the import is. */
@RestController
class ImportController {

    private final LinkImport imports;

    ImportController(LinkImport imports) {
        this.imports = imports;
    }

    @GetMapping("/api/import")
    ImportStatus status() {
        return imports.status();
    }
}
