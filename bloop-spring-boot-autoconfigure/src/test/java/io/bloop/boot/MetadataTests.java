package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataTests {

    private final List<PropertyMetadata> properties = PropertyMetadata.all();

    @Test
    void everyPropertyHasADescriptionThatEditorsShow() {
        assertThat(properties)
                .isNotEmpty()
                .allSatisfy(property -> assertThat(property.description())
                        .as(property.name())
                        .endsWith(".")
                        .doesNotStartWith("The ")
                        .doesNotStartWith("A "));
    }

    @Test
    void descriptionsBeginAsTheirTypesAsk() {
        assertThat(properties).allSatisfy(property -> {
            if (property.type().equals("java.lang.Boolean")) {
                assertThat(property.description()).as(property.name()).startsWith("Whether ");
            }
            if (property.type().startsWith("java.util.List")) {
                assertThat(property.description()).as(property.name()).startsWith("Comma-separated list ");
            }
        });
    }

    @Test
    void everyPropertyHasADefaultUnlessSomethingElseDecidesWhereItIsUnset() {
        assertThat(properties)
                .filteredOn(property -> !property.name().startsWith("bloop.tables."))
                .filteredOn(property -> property.defaultValue() == null)
                .extracting(PropertyMetadata::name)
                .containsExactlyInAnyOrder(
                        "bloop.embedded.directory",
                        "bloop.endpoint",
                        "bloop.export",
                        "bloop.read-from-bytes",
                        "bloop.region",
                        "bloop.stream.listener.idle-interval",
                        "bloop.tokens.secret",
                        "bloop.validation.groups");
    }

    @Test
    void noPropertyIsInTheNamespaceOfOthersExceptThoseOfTheActuator() {
        assertThat(properties)
                .extracting(PropertyMetadata::name)
                .allMatch(name -> name.startsWith("bloop.") || name.matches("management\\..*bloop.*"));
    }

    @Test
    void settingsOfTablesAndIndexesAreDescribedToo() {
        assertThat(properties)
                .extracting(PropertyMetadata::name)
                .contains("bloop.tables.<model>.table-name", "bloop.tables.<model>.indexes.<index>.read-units");
    }

    @Test
    void editorsTakeAnyNameOfAModel() {
        assertThat(PropertyMetadata.hints().toString())
                .contains("bloop.tables.keys")
                .contains("any");
    }
}
