package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataTests {

    @Test
    void everyPropertyHasADescriptionThatEditorsShow() throws IOException {
        try (InputStream metadata = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            List<Map<String, String>> properties = JsonPath.parse(metadata).read("$.properties");
            assertThat(properties)
                    .extracting(property -> property.get("name"))
                    .containsExactlyInAnyOrder(
                            "bloop.bind",
                            "bloop.bind-timeout",
                            "bloop.embedded.directory",
                            "bloop.embedded.enabled",
                            "bloop.embedded.port",
                            "bloop.enabled",
                            "bloop.endpoint",
                            "bloop.region",
                            "bloop.table-name-template",
                            "bloop.tables");
            assertThat(properties)
                    .allSatisfy(property -> assertThat(property.get("description"))
                            .as(property.get("name"))
                            .endsWith(".")
                            .doesNotStartWith("The ")
                            .doesNotStartWith("A "));
        }
    }
}
