package com.acme;

import static com.acme.NoteModel.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.test.BloopTest;
import io.bloop.engine.BloopTemplate;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;

/** The secret of docs/configuration.md. */
@BloopTest(properties = "TOKEN_SECRET=0123456789abcdef0123456789abcdef")
@ActiveProfiles("tokens")
class TokenTests {

    @Autowired
    BloopTemplate<Note> notes;

    @Test
    void aTokenHidesTheValuesOfKeys() {
        notes.save(new Note("secret-1", "ada", "bread"));
        notes.save(new Note("secret-2", "ada", "milk"));

        String token = notes.query(NOTE.byOwner).where(NOTE.owner.eq("ada")).limit(1).page().next().orElseThrow();

        byte[] decoded = Base64.getUrlDecoder().decode(token);
        assertThat(new String(decoded, StandardCharsets.ISO_8859_1)).doesNotContain("secret", "ada");
    }
}
