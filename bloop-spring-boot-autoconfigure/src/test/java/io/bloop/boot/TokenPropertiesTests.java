package io.bloop.boot;

import static io.bloop.boot.links.LinkModel.LINK;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.query.InvalidToken;
import io.bloop.query.Page;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TokenPropertiesTests {

    private static final String OLD = "an-old-secret-of-thirty-two-bytes";
    private static final String NEW = "a-new-secret-of-thirty-two-bytes!";

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(BloopAutoConfiguration.class))
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withPropertyValues("bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}");

    @BeforeEach
    void storeLinks() {
        contextRunner.run(context -> {
            BloopTemplate<Link> links = context.getBean(Engine.class).template(LINK);
            links.save(new Link("first-slug", "ada"));
            links.save(new Link("second-slug", "ada"));
        });
    }

    private void withSecrets(String secrets, Consumer<BloopTemplate<Link>> use) {
        contextRunner
                .withPropertyValues("bloop.tokens.secret=" + secrets)
                .run(context -> use.accept(context.getBean(Engine.class).template(LINK)));
    }

    private static String token(BloopTemplate<Link> links) {
        return links.scan().limit(1).page().next().orElseThrow();
    }

    private static String decoded(String token) {
        return new String(Base64.getUrlDecoder().decode(token), ISO_8859_1);
    }

    @Test
    @DisplayName("E14 tokens show the values of keys without a secret")
    void showsKeysWithoutASecret() {
        contextRunner.run(context -> assertThat(
                        decoded(token(context.getBean(Engine.class).template(LINK))))
                .contains("-slug"));
    }

    @Test
    @DisplayName("E14 tokens are encrypted with the first secret and decrypted with all")
    void encryptsWithTheFirstSecret() {
        withSecrets(OLD, old -> {
            String token = token(old);
            assertThat(decoded(token)).doesNotContain("slug");
            withSecrets(NEW + "," + OLD, both -> {
                Page<Link> rest = both.scan().from(token).page();
                assertThat(rest.items()).hasSize(1);
                assertThatExceptionOfType(InvalidToken.class)
                        .isThrownBy(() -> old.scan().from(token(both)).page());
            });
            withSecrets(
                    NEW,
                    fresh -> assertThatExceptionOfType(InvalidToken.class)
                            .isThrownBy(() -> fresh.scan().from(token).page()));
        });
    }

    @Test
    @DisplayName("E14 a secret that is too short, empty or not resolved stops the start, and is not shown")
    void refusesWrongSecrets() {
        String action = "Set at least 32 random characters, such as from 'openssl rand -base64 32', or remove the "
                + "property.";
        assertRefused("hidden", "has a secret of 6 characters, and each has to be of at least 32", action);
        assertRefused(NEW + ",hidden", "has a secret of 6 characters, and each has to be of at least 32", action);
        assertRefused("", "is empty, and has to be a secret", action);
        assertRefused(
                "${APPLICATION_TOKEN_SECRET_OF_THIS_STAGE}",
                "holds a placeholder that is not resolved",
                "Set the property that the placeholder names.");
    }

    private static void assertRefused(String secrets, String problem, String action) {
        assertThat(FailedStart.of(LinksApplication.class, "--bloop.tokens.secret=" + secrets))
                .isEqualTo(new FailedStart(
                        "Bloop cannot follow its properties (1 problem):\n\n  - 'bloop.tokens.secret' " + problem + ".",
                        "Correct it:\n\n  - bloop.tokens.secret: " + action));
    }

    @Test
    @DisplayName("E20 the properties print no secret")
    void printsNoSecret() {
        assertThat(new BloopProperties.Tokens(List.of(NEW, OLD))).hasToString("Tokens[secret=2 hidden]");
    }
}
