package io.bloop.rule.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.LocalDynamoDb;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class NameRulesTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            p1              | has 2 characters; DynamoDB allows 3 to 255
            x               | has 1 character; DynamoDB allows 3 to 255
            ""              | has 0 characters; DynamoDB allows 3 to 255
            a b             | contains ' '; DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and '.'
            ${app.table}    | contains '$'; DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and '.'
            dev-%{name}     | contains '%'; DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and '.'
            größe           | contains 'ö'; DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and '.'
            shop😀          | contains '😀'; DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and '.'
            """, delimiter = '|')
    @DisplayName("M25 the name of a table or index that DynamoDB refuses is told with the reason")
    void refusesNames(String name, String problem) {
        assertThat(NameRules.table(name)).contains(problem);
        assertThat(NameRules.index(name)).contains(problem);
    }

    @Test
    @DisplayName("M25 a control character in a name is told by its number")
    void showsControlCharacters() {
        assertThat(NameRules.table("shop\n"))
                .contains("contains U+000A; DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and '.'");
    }

    @Test
    @DisplayName("M25 the name of a table or index has up to 255 characters")
    void limitsTheLength() {
        assertThat(NameRules.table("n".repeat(255))).isEmpty();
        assertThat(NameRules.table("n".repeat(256))).contains("has 256 characters; DynamoDB allows 3 to 255");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"p1", "It", "abc", "a-b_c.D9", "a b", "${app.table}", "%{table_name}", "größe", "a/b", "a:b"})
    @DisplayName("M25 the rule for names of tables agrees with DynamoDB")
    void agreesWithDynamoDb(String name) {
        assertThat(NameRules.table(name).isEmpty()).isEqualTo(isAllowed(name));
    }

    private boolean isAllowed(String name) {
        try {
            dynamoDb.client().describeTable(r -> r.tableName(name));
            return true;
        } catch (ResourceNotFoundException ex) {
            return true;
        } catch (DynamoDbException ex) {
            assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
            return false;
        }
    }

    @Test
    @DisplayName("M25 a table may be named by its ARN")
    void allowsArns() {
        String arn = "arn:aws:dynamodb:us-east-1:123456789012:table/";

        assertThat(NameRules.table(arn + "links")).isEmpty();
        assertThat(NameRules.givenTable(arn + "links")).isEmpty();
        assertThat(NameRules.table(arn + "p1")).contains("has 2 characters; DynamoDB allows 3 to 255");
        assertThat(NameRules.givenTable(arn + "p1")).contains("has 2 characters; DynamoDB allows 3 to 255");
    }

    @Test
    @DisplayName("M25 the name that is given to a table may be short, as a template makes it longer")
    void allowsShortGivenNames() {
        assertThat(NameRules.givenTable("p1")).isEmpty();
        assertThat(NameRules.givenTable("n".repeat(256))).contains("has 256 characters; DynamoDB allows 3 to 255");
        assertThat(NameRules.givenTable("a b"))
                .contains("contains ' '; DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and '.'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${app.table}", "dev-#{name}"})
    @DisplayName("M25 the name that is given to a table has no placeholders")
    void refusesPlaceholders(String name) {
        assertThat(NameRules.givenTable(name).orElseThrow()).endsWith(", and placeholders are not resolved here");
    }

    @Test
    @DisplayName("M25 the name of an attribute has up to 65535 bytes, and up to 255 where the table names it")
    void limitsAttributes() {
        assertThat(NameRules.attribute("ü".repeat(32_767))).isEmpty();
        assertThat(NameRules.attribute("ü".repeat(32_768))).contains("has 65536 bytes in UTF-8; DynamoDB allows 65535");
        assertThat(NameRules.tableAttribute("k".repeat(255))).isEmpty();
        assertThat(NameRules.tableAttribute("ü".repeat(128)))
                .isEqualTo(
                        Optional.of("has 256 bytes in UTF-8; DynamoDB allows 255 for keys, included attributes and the"
                                + " time to live"));
    }

    @Test
    @DisplayName("M25 a message shows the beginning of a very long name")
    void shortensNames() {
        assertThat(NameRules.quoted("short")).isEqualTo("'short'");
        assertThat(NameRules.quoted("n".repeat(61))).isEqualTo("'" + "n".repeat(60) + "...'");
    }
}
