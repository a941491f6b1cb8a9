package io.bloop;

import io.bloop.testing.PageCode;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page on Kotlin shows code of an application that is built and tested. */
@Tag("once")
class KotlinPageTests {

    @Test
    void thePageShowsWhatIsTested() throws IOException {
        PageCode.assertIsCompiled("docs/kotlin.md", 5);
    }
}
