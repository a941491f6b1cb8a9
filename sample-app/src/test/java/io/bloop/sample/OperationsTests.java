package io.bloop.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.bloop.engine.BloopTemplate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What those who operate the application see of it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "golinks.import.on-start=false")
class OperationsTests {

    private static final String TABLE = "$.engines.bloopEngine.tables['golinks-short-links']";
    private static final String LINKS = "$.engines.bloopEngine.models[?(@.name == 'Link')]";

    @Autowired
    private BloopTemplate<Link> links;

    @LocalServerPort
    private int port;

    private String owner;

    @BeforeEach
    void store() {
        owner = UUID.randomUUID().toString();
        Link link = new Link();
        link.slug = owner;
        link.target = URI.create("https://example.org/");
        link.owner = owner;
        links.insert(link);
    }

    private DocumentContext get(String path) {
        byte[] body = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonPath.parse(new String(body, StandardCharsets.UTF_8));
    }

    @Test
    void theHealthTellsTheTablesAndThatTheDatabaseIsEmbedded() {
        DocumentContext health = get("/actuator/health");

        assertThat(health.<String>read("$.status")).isEqualTo("UP");
        assertThat(health.<String>read("$.components.bloop.status")).isEqualTo("UP");
        assertThat(health.<String>read("$.components.bloop.details.server")).isEqualTo("embedded");
        assertThat(health.<String>read("$.components.bloop.details.tables['golinks-short-links'].status"))
                .isEqualTo("ACTIVE");
        assertThat(health.<String>read("$.components.bloop.details.tables['golinks-short-links'].indexes.byOwner"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void theEndpointTellsModelsAndTables() {
        DocumentContext bloop = get("/actuator/bloop");

        assertThat(bloop.<String>read("$.engines.bloopEngine.bind")).isEqualTo("create");
        assertThat(bloop.<List<String>>read(LINKS + ".table")).containsExactly("golinks-short-links");
        assertThat(bloop.<List<String>>read(LINKS + ".columns[?(@.name == 'slug')].key"))
                .containsExactly("hash");
        assertThat(bloop.<List<String>>read(LINKS + ".indexes[?(@.name == 'byOwner')].kind"))
                .containsExactly("global");
        assertThat(bloop.<String>read(TABLE + ".billing")).isEqualTo("on-demand");
        assertThat(bloop.<List<String>>read(TABLE + ".compared"))
                .contains("key schema", "index byOwner", "billing", "ttl");
        assertThat(bloop.<List<String>>read(TABLE + ".differences")).isEmpty();
        assertThat(bloop.jsonString()).doesNotContain(owner);
    }

    @Test
    void theMetricsTellWhatAQueryCosts() {
        links.query(LinkModel.LINK.byOwner)
                .where(LinkModel.LINK.owner.eq(owner))
                .all();

        DocumentContext read = get("/actuator/metrics/bloop.capacity.read?tag=bloop.model:Link"
                + "&tag=db.operation.name:Query&tag=aws.dynamodb.index_name:byOwner");
        assertThat(read.<String>read("$.baseUnit")).isEqualTo("units");
        assertThat(read.<List<Double>>read("$.measurements[?(@.statistic == 'TOTAL')].value"))
                .singleElement()
                .satisfies(units -> assertThat(units).isGreaterThanOrEqualTo(0.5));
        DocumentContext duration = get("/actuator/metrics/db.client.operation.duration?tag=db.operation.name:Query");
        assertThat(duration.<List<String>>read("$.availableTags[?(@.tag == 'db.collection.name')].values[*]"))
                .contains("golinks-short-links");
    }
}
