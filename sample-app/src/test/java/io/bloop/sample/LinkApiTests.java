package io.bloop.sample;

import static io.bloop.sample.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.model.Key;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "golinks.import.on-start=false")
class LinkApiTests {

    private static final AtomicInteger TESTS = new AtomicInteger();

    /** Holds links that somebody follows at every moment. */
    private static final Set<String> FOLLOWED = ConcurrentHashMap.newKeySet();

    @TestConfiguration(proxyBeanMethods = false)
    static class Following {

        @Bean
        EngineBuilderCustomizer followingCustomizer() {
            return builder -> builder.listener(LINK, new EngineListener<>() {
                @Override
                public void beforeDelete(Engine engine, Key<? extends Link> key, Link link) {
                    if (link != null && FOLLOWED.contains(link.slug)) {
                        engine.template(LINK)
                                .update(link.slug)
                                .add(LINK.clicks, 1L)
                                .run();
                    }
                }
            });
        }
    }

    @Autowired
    private BloopTemplate<Link> links;

    @LocalServerPort
    private int port;

    private RestTestClient client;
    private String prefix;

    @BeforeEach
    void connect() {
        // the JDK's client does not follow redirects by default
        client = RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
                .baseUrl("http://localhost:" + port)
                .build();
        prefix = "t" + TESTS.incrementAndGet() + "-";
    }

    private Link stored(String slug) {
        Link link = new Link();
        link.slug = prefix + slug;
        link.target = URI.create("https://example.org/" + slug);
        link.owner = prefix + "owner";
        link.topic = prefix + "topic";
        return links.insert(link);
    }

    private RestTestClient.ResponseSpec post(String path, Object body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec get(String path, Object... variables) {
        return client.get().uri(path, variables).exchange();
    }

    private Link found(String slug) {
        return links.find(slug).orElseThrow();
    }

    @Test
    void creatingALinkAnswersWithItAndItsLocation() {
        String slug = prefix + "curl";

        post("/api/links", Map.of("slug", slug, "target", "https://curl.se/", "owner", "me", "topic", "web"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/links/" + slug)
                .expectBody()
                .jsonPath("$.slug")
                .isEqualTo(slug)
                .jsonPath("$.clicks")
                .isEqualTo(0);

        assertThat(found(slug).target).isEqualTo(URI.create("https://curl.se/"));
    }

    @Test
    void aTakenSlugIsAConflictAndChangesNothing() {
        Link taken = stored("curl");

        post("/api/links", Map.of("slug", taken.slug, "target", "https://other.example/", "owner", "me"))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("This slug is taken; choose another.");

        assertThat(found(taken.slug).target).isEqualTo(taken.target);
    }

    @Test
    void theAnswerShowsWhatIsStored() {
        String slug = prefix + "exact";
        String created = new String(
                post(
                                "/api/links",
                                Map.of(
                                        "slug", slug,
                                        "target", "https://curl.se/",
                                        "owner", "me",
                                        "expiresOn", "2999-01-01T00:00:00.123456789Z"))
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);

        get("/api/links/{slug}", slug).expectStatus().isOk().expectBody().json(created, JsonCompareMode.STRICT);
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        post("/api/links", Map.of("slug", "a b", "target", "nowhere", "owner", "", "expiresOn", "soon"))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("expiresOn", "owner", "slug", "target"));
    }

    @Test
    void fieldsOfWrongTypesAreNamedWithAllOthers() {
        post("/api/links", "{\"slug\":5,\"target\":{},\"owner\":\" \",\"topic\":null,\"expiresOn\":\"soon\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("4 fields are wrong.")
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("expiresOn", "owner", "slug", "target"))
                .jsonPath("$.errors[2].message")
                .isEqualTo("has to be a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "\"text\"", "null"})
    void aBodyThatIsNoObjectNamesWhatIsMissing(String json) {
        post("/api/links", json)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void everyWrongParameterOfAListIsNamedAtOnce() {
        get("/api/links?limit=many")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("limit", "owner"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/nowhere,404",
        "GET,/nowhere,404",
        "GET,/go/none,404",
        "PUT,/api/links,405",
        "PATCH,/api/import,405"
    })
    void aRequestThatNothingTakesIsAProblemDetail(String method, String path, int status) {
        client.method(HttpMethod.valueOf(method))
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    @Test
    void aMethodThatIsNotAllowedIsToldWithThoseThatAre() {
        client.put()
                .uri("/api/links")
                .exchange()
                .expectHeader()
                .value("Allow", allowed -> assertThat(allowed).contains("GET", "POST"));
    }

    @Test
    void aBodyOfAnotherTypeIsAProblemDetail() {
        client.post()
                .uri("/api/links")
                .contentType(MediaType.TEXT_PLAIN)
                .body("slug=x")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(415);
    }

    @Test
    void aListOfAnOwnerAndATopicHasWhatIsOfBoth() {
        Link both = stored("both");
        Link other = stored("other");
        links.update(other.slug).set(LINK.topic, prefix + "else").run();
        Link foreign = stored("foreign");
        links.update(foreign.slug).set(LINK.owner, prefix + "somebody").run();

        get("/api/links?owner={owner}&topic={topic}", both.owner, both.topic)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].slug")
                .isEqualTo(List.of(both.slug));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "/relative",
                "https:///nohost",
                "https://a b/",
                "mailto:me@example.org",
                "//example.org/"
            })
    void anAddressThatNoBrowserShouldFollowIsRefused(String target) {
        post("/api/links", Map.of("slug", prefix + "x", "target", target, "owner", "me"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("target");

        assertThat(links.find(prefix + "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "slug|{'slug':5,'target':'https://x.org/','owner':'me'}",
                "slug|{'slug':['x'],'target':'https://x.org/','owner':'me'}",
                "owner|{'slug':'typed','target':'https://x.org/','owner':true}",
                "target|{'slug':'typed','target':{},'owner':'me'}",
                "expiresOn|{'slug':'typed','target':'https://x.org/','owner':'me','expiresOn':4102444800}",
                "expiresOn|{'slug':'typed','target':'https://x.org/','owner':'me','expiresOn':'soon'}"
            })
    void aFieldOfAWrongTypeIsNamed(String field, String json) {
        post("/api/links", json.replace('\'', '"'))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);

        assertThat(links.find("typed")).isEmpty();
    }

    @Test
    void aBodyThatIsNoJsonIsABadRequest() {
        post("/api/links", "{")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The request's body is not the JSON that it should be.");
    }

    @Test
    void anUnknownLinkIsNotFound() {
        get("/api/links/{slug}", prefix + "none")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("There is no link '" + prefix + "none'.");
    }

    @Test
    void pagesOfAnOwnerShowEachLinkOnceAndTheNewestFirst() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Link link = stored("p" + i);
            link.createdOn = start.plusSeconds(i);
            links.save(link);
            expected.add(0, link.slug);
        }

        assertThat(walk("owner", prefix + "owner", 3)).isEqualTo(expected);
        assertThat(walk("topic", prefix + "topic", 2)).isEqualTo(expected);
        assertThat(walk("owner", prefix + "owner", 7)).isEqualTo(expected);
    }

    private List<String> walk(String by, String value, int limit) {
        List<String> slugs = new ArrayList<>();
        String token = null;
        do {
            LinkController.LinkPage page = client.get()
                    .uri(
                            "/api/links?" + by + "={value}&limit={limit}" + (token == null ? "" : "&token={token}"),
                            value,
                            limit,
                            token)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(LinkController.LinkPage.class)
                    .returnResult()
                    .getResponseBody();
            page.items().forEach(item -> slugs.add(item.slug()));
            token = page.next();
        } while (token != null);
        return slugs;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "AR1E5V0kv4w7AwAJY3JlYXRlZE9u", "%%%"})
    void aTokenThatDoesNotBelongIsRefused(String token) {
        get("/api/links?owner={owner}&token={token}", prefix + "owner", token)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("token");
    }

    @Test
    void aTokenOfAnotherOwnerIsRefused() {
        stored("a");
        stored("b");
        LinkController.LinkPage page = get("/api/links?owner={owner}&limit=1", prefix + "owner")
                .expectBody(LinkController.LinkPage.class)
                .returnResult()
                .getResponseBody();

        get("/api/links?owner={owner}&limit=1&token={token}", "somebody else", page.next())
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aListNeedsAnOwnerOrATopic() {
        get("/api/links")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("owner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "many"})
    void aLimitOutOfRangeIsRefused(String limit) {
        get("/api/links?owner=x&limit={limit}", limit)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("limit");
    }

    @Test
    void followingALinkRedirectsAndCounts() {
        Link link = stored("c+u.rl");

        get("/go/{slug}", link.slug)
                .expectStatus()
                .isFound()
                .expectHeader()
                .valueEquals("Location", "https://example.org/c+u.rl");

        assertThat(found(link.slug).clicks).isEqualTo(1);
    }

    @Test
    void everyOneOfManyClicksAtOnceIsCounted() throws Exception {
        Link link = stored("busy");
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Callable<RestTestClient.ResponseSpec>> clicks = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            clicks.add(() -> get("/go/{slug}", link.slug));
        }

        for (Future<RestTestClient.ResponseSpec> click : people.invokeAll(clicks)) {
            click.get().expectStatus().isFound();
        }

        people.shutdown();
        assertThat(found(link.slug).clicks).isEqualTo(80);
    }

    @Test
    void anExpiredLinkLeadsNowhere() {
        Link link = stored("old");
        post("/api/links/" + link.slug + "/expire", Map.of("expiresOn", "2026-01-01T00:00:00Z"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.expiresOn")
                .isEqualTo("2026-01-01T00:00:00Z");

        get("/go/{slug}", link.slug).expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "-a", "%", "\u00e9"})
    void aTextThatIsNoSlugNamesNoLink(String text) {
        assertUnknown(text);
    }

    @Test
    void aTextThatIsTooLongForAKeyNamesNoLink() {
        assertUnknown("a".repeat(3000));
    }

    private void assertUnknown(String slug) {
        get("/go/{slug}", slug).expectStatus().isNotFound();
        get("/api/links/{slug}", slug).expectStatus().isNotFound();
        client.delete().uri("/api/links/{slug}", slug).exchange().expectStatus().isNotFound();
        for (Map.Entry<String, Map<String, String>> change : Map.of(
                        "rename", Map.of("to", prefix + "x"), "expire", Map.of("expiresOn", "2026-01-01T00:00:00Z"))
                .entrySet()) {
            client.post()
                    .uri("/api/links/{slug}/" + change.getKey(), slug)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(change.getValue())
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void aPersonWhoFollowsAnUnknownLinkSeesAPage() {
        client.get()
                .uri("/go/{slug}", prefix + "none")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("The link does not exist, or it has expired."));
    }

    @Test
    void anUnknownLinkIsNotMadeByClickingIt() {
        get("/go/{slug}", prefix + "none").expectStatus().isNotFound();

        assertThat(links.find(prefix + "none")).isEmpty();
    }

    @Test
    void expiringNeedsATimeAndALink() {
        Link link = stored("x");
        post("/api/links/" + link.slug + "/expire", "{\"expiresOn\":null}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("expiresOn");
        post("/api/links/" + prefix + "none/expire", Map.of("expiresOn", "2026-01-01T00:00:00Z"))
                .expectStatus()
                .isNotFound();
        assertThat(links.find(prefix + "none")).isEmpty();
    }

    @Test
    void renamingKeepsEverythingButTheSlug() {
        Link link = stored("before");
        links.update(link.slug).add(LINK.clicks, 5L).run();

        post("/api/links/" + link.slug + "/rename", Map.of("to", prefix + "after"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.clicks")
                .isEqualTo(5);

        Link renamed = found(prefix + "after");
        assertThat(renamed.target).isEqualTo(link.target);
        assertThat(renamed.clicks).isEqualTo(5);
        assertThat(links.find(link.slug)).isEmpty();
    }

    @Test
    void renamingToATakenSlugChangesNeither() {
        Link link = stored("before");
        Link taken = stored("taken");

        post("/api/links/" + link.slug + "/rename", Map.of("to", taken.slug))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("This slug is taken; choose another.");

        assertThat(found(link.slug).target).isEqualTo(link.target);
        assertThat(found(taken.slug).target).isEqualTo(taken.target);
    }

    @Test
    void renamingALinkThatIsFollowedAllTheTimeSaysSo() {
        Link link = stored("before");
        FOLLOWED.add(link.slug);

        post("/api/links/" + link.slug + "/rename", Map.of("to", prefix + "after"))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The link is just being changed by others; try again.");

        assertThat(found(link.slug).clicks).isPositive();
        assertThat(links.find(prefix + "after")).isEmpty();
    }

    @Test
    void renamingAnUnknownLinkIsNotFound() {
        post("/api/links/" + prefix + "none/rename", Map.of("to", prefix + "x"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void renamingToNoSlugNamesTheField() {
        Link link = stored("x");
        post("/api/links/" + link.slug + "/rename", Map.of("to", "a/b"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("to");
    }

    @Test
    void aDeletedLinkIsGone() {
        Link link = stored("x");

        client.delete()
                .uri("/api/links/{slug}", link.slug)
                .exchange()
                .expectStatus()
                .isNoContent();

        client.delete()
                .uri("/api/links/{slug}", link.slug)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(links.find(link.slug)).isEmpty();
    }

    @Test
    void thePageIsServed() {
        get("/").expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("id=\"create\"", "id=\"links\""));
    }
}
