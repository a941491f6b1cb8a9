package io.bloop.engine;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TableNamesTests {

    private static String name(String template) {
        return TableNames.template(template).tableName(LINK, "links");
    }

    @Test
    @DisplayName("E1 a template names tables")
    void fillsTheTemplate() {
        assertThat(name("dev-{table_name}-1")).isEqualTo("dev-links-1");
    }

    @Test
    @DisplayName("E1 a template may name the table more than once")
    void fillsTheTemplateTwice() {
        assertThat(name("{table_name}.{table_name}")).isEqualTo("links.links");
    }

    @Test
    @DisplayName("E1 a name that looks like a placeholder is not filled again")
    void doesNotFillNames() {
        assertThat(TableNames.template("x-{table_name}").tableName(LINK, "{table_name}"))
                .isEqualTo("x-{table_name}");
    }

    private static void assertInvalid(String template, String message) {
        assertThatExceptionOfType(InvalidTemplate.class)
                .isThrownBy(() -> TableNames.template(template))
                .withMessage(message)
                .returns(template, InvalidTemplate::template);
    }

    @Test
    @DisplayName("E1 a template without {table_name} is InvalidTemplate")
    void refusesATemplateWithoutThePlaceholder() {
        assertInvalid(
                "dev-",
                "The table name template 'dev-' does not hold {table_name}; without it every model has the same "
                        + "table.");
    }

    @Test
    @DisplayName("E1 an empty template is InvalidTemplate")
    void refusesAnEmptyTemplate() {
        assertInvalid(
                "",
                "The table name template '' does not hold {table_name}; without it every model has the same table.");
    }

    @Test
    @DisplayName("E1 a template with another placeholder is InvalidTemplate")
    void refusesAnotherPlaceholder() {
        assertInvalid(
                "{stage}-{table_name}",
                "The table name template '{stage}-{table_name}' has other braces than {table_name}; leave them out.");
    }

    @Test
    @DisplayName("E1 a template with a brace too many is InvalidTemplate")
    void refusesABraceTooMany() {
        assertInvalid(
                "{{table_name}}",
                "The table name template '{{table_name}}' has other braces than {table_name}; leave them out.");
    }

    @Test
    @DisplayName("M25 a template with characters that no table's name has is InvalidTemplate")
    void refusesCharacters() {
        assertInvalid(
                "%{table_name}",
                "The table name template '%{table_name}' contains '%'; DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and"
                        + " '.'.");
    }

    @Test
    @DisplayName("M25 a template that is longer than any table's name is InvalidTemplate")
    void refusesALongTemplate() {
        String template = "t".repeat(256) + "{table_name}";
        assertInvalid(
                template, "The table name template '" + template + "' has 256 characters; DynamoDB allows 3 to 255.");
    }
}
