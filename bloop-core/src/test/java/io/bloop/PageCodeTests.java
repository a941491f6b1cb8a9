package io.bloop;

import io.bloop.testing.PageCode;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages show code that is built and tested elsewhere. */
@Tag("once")
class PageCodeTests {

    @Test
    void thePageOnKotlinShowsCodeOfItsApplication() throws IOException {
        PageCode.assertIsCompiled("docs/kotlin.md", 5);
    }

    @Test
    void thePageOnSharedTablesShowsCodeOfItsModels() throws IOException {
        PageCode.assertIsCompiled("docs/one-table.md", 5);
    }
}
