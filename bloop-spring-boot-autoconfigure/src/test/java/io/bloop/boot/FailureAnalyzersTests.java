package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.keyless.KeylessModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.boot.notes.Note;
import io.bloop.boot.unprocessed.Memo;
import io.bloop.engine.BloopTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class FailureAnalyzersTests {

    private final String prefix = LocalDynamoDb.prefix();
    private final String template = "--bloop.table-name-template=" + prefix + "{table_name}";

    @Test
    void showsAnotherKeyWithTheCommandThatCreatesAnotherTable() {
        LocalDynamoDb.client()
                .createTable(r -> r.tableName(prefix + "DailyVisits")
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("day")
                                .keyType(KeyType.HASH)
                                .build())
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("day")
                                .attributeType(ScalarAttributeType.N)
                                .build())
                        .provisionedThroughput(t -> t.readCapacityUnits(1L).writeCapacityUnits(1L)));
        assertThat(FailedStart.of(LocalLinks.class, template, "--bloop.bind=update"))
                .isEqualTo(new FailedStart("""
                    Table '%1$sDailyVisits' does not match model DailyVisits (1 difference):

                                          expected       actual
                      key schema          hash day (S)   hash day (N)\
                    """.formatted(prefix), """
                        Table '%1$sDailyVisits':

                          - key schema: Keys never change: give the model's columns the names (@Column) and types \
                        of the keys of the table, bind another table name, or recreate the table with the expected \
                        keys.
                              aws dynamodb create-table --table-name %1$sDailyVisits-2 --attribute-definitions \
                        '[{"AttributeName": "day", "AttributeType": "S"}]' --key-schema \
                        '[{"AttributeName": "day", "KeyType": "HASH"}]' --billing-mode PROVISIONED \
                        --provisioned-throughput '{"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}'\
                        """.formatted(prefix)));
    }

    @Test
    void showsAMissingIndexAndDisabledTtlOfOneTableInOneReport() {
        LocalDynamoDb.client()
                .createTable(r -> r.tableName(prefix + "Link")
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("slug")
                                .keyType(KeyType.HASH)
                                .build())
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("slug")
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .provisionedThroughput(t -> t.readCapacityUnits(3L).writeCapacityUnits(3L)));
        assertThat(FailedStart.of(LocalLinks.class, template))
                .isEqualTo(new FailedStart("""
                    Table '%1$sLink' does not match model Link (2 differences):

                                          expected                           actual
                      index byOwner       hash owner, range createdOn, ALL   missing
                      ttl                 attribute expiresOn                disabled\
                    """.formatted(prefix), """
                        Table '%1$sLink':

                          - index byOwner: Add the global index to the table, and start again once it is ACTIVE.
                              aws dynamodb update-table --table-name %1$sLink --attribute-definitions \
                        '[{"AttributeName": "owner", "AttributeType": "S"}, {"AttributeName": "createdOn", \
                        "AttributeType": "S"}]' --global-secondary-index-updates '[{"Create": {"IndexName": "byOwner", \
                        "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}, {"AttributeName": "createdOn", \
                        "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}, "ProvisionedThroughput": \
                        {"ReadCapacityUnits": 2, "WriteCapacityUnits": 2}}}]'
                          - ttl: Enable the table's time to live on this attribute.
                              aws dynamodb update-time-to-live --table-name %1$sLink --time-to-live-specification \
                        '{"AttributeName": "expiresOn", "Enabled": true}'

                        With bloop.bind=update, the start does by itself: index byOwner, ttl.\
                        """.formatted(prefix)));
    }

    @Test
    void showsEachTableThatIsMissing() {
        assertThat(FailedStart.of(LocalLinks.class, template, "--bloop.bind=validate"))
                .isEqualTo(new FailedStart("""
                    Table '%1$sDailyVisits' does not match model DailyVisits (1 difference):

                                          expected       actual
                      table               hash day (S)   missing

                    Table '%1$sLink' does not match model Link (1 difference):

                                          expected        actual
                      table               hash slug (S)   missing\
                    """.formatted(prefix), """
                        Table '%1$sDailyVisits':

                          - table: Create the table, or let binding create it.
                              aws dynamodb create-table --table-name %1$sDailyVisits --attribute-definitions \
                        '[{"AttributeName": "day", "AttributeType": "S"}]' --key-schema \
                        '[{"AttributeName": "day", "KeyType": "HASH"}]' --billing-mode PROVISIONED \
                        --provisioned-throughput '{"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}'

                        With bloop.bind=update, the start does by itself: table.

                        Table '%1$sLink':

                          - table: Create the table, or let binding create it.
                              aws dynamodb create-table --table-name %1$sLink --attribute-definitions \
                        '[{"AttributeName": "slug", "AttributeType": "S"}, {"AttributeName": "owner", \
                        "AttributeType": "S"}, {"AttributeName": "createdOn", "AttributeType": "S"}]' --key-schema \
                        '[{"AttributeName": "slug", "KeyType": "HASH"}]' --global-secondary-indexes \
                        '[{"IndexName": "byOwner", "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}, \
                        {"AttributeName": "createdOn", "KeyType": "RANGE"}], "Projection": {"ProjectionType": "ALL"}, \
                        "ProvisionedThroughput": {"ReadCapacityUnits": 2, "WriteCapacityUnits": 2}}]' --billing-mode \
                        PROVISIONED --provisioned-throughput '{"ReadCapacityUnits": 3, "WriteCapacityUnits": 3}'
                              aws dynamodb wait table-exists --table-name %1$sLink
                              aws dynamodb update-time-to-live --table-name %1$sLink --time-to-live-specification \
                        '{"AttributeName": "expiresOn", "Enabled": true}'

                        With bloop.bind=update, the start does by itself: table.\
                        """.formatted(prefix)));
    }

    @Test
    void showsEveryMistakeOfAModel() {
        assertThat(FailedStart.of(Keyless.class))
                .isEqualTo(new FailedStart("""
                    Model Keyless is not valid (1 problem):
                      - No column is the hash key; mark one with hashKey().\
                    """, "Correct the definition of" + " model Keyless."));
    }

    @Test
    void namesThePropertyOfATemplateWithoutTheName() {
        assertThat(FailedStart.of(LocalLinks.class, "--bloop.table-name-template=links"))
                .isEqualTo(new FailedStart(
                        "The table name template 'links' does not hold {table_name}; without it every model has the"
                                + " same table.",
                        "Set bloop.table-name-template to a text that holds {table_name}, as dev-{table_name}."));
    }

    @Test
    @DisplayName("M25 a template that makes names which DynamoDB does not allow is named by its property")
    void namesThePropertyOfATemplateWithOtherCharacters() {
        assertThat(FailedStart.of(LocalLinks.class, "--bloop.table-name-template=%{table_name}"))
                .isEqualTo(new FailedStart(
                        "The table name template '%{table_name}' contains '%'; DynamoDB allows only a-z, A-Z, 0-9, '_',"
                                + " '-' and '.'.",
                        "Set bloop.table-name-template to a text that holds {table_name}, as dev-{table_name}."));
    }

    @Test
    @DisplayName("M25 table names that DynamoDB does not allow are told with the properties that name the tables")
    void namesThePropertiesOfTableNames() {
        assertThat(FailedStart.of(
                        LocalLinks.class,
                        "--bloop.tables.link.table-name=p1",
                        "--bloop.tables.daily-visits.table-name=v"))
                .isEqualTo(new FailedStart(
                        """
                                The table name 'v' of model DailyVisits has 1 character; DynamoDB allows 3 to 255.
                                The table name 'p1' of model Link has 2 characters; DynamoDB allows 3 to 255.""",
                        "Set bloop.tables.DailyVisits.table-name, bloop.tables.Link.table-name to a name that DynamoDB"
                                + " allows, or bloop.table-name-template to a text that makes one of it, as"
                                + " dev-{table_name}."));
    }

    @Test
    void showsHowToSwitchTheProcessorOnWhereAnnotatedClassesHaveNoDefinitions() throws IOException {
        Matcher version = Pattern.compile("<version>(.+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(FailedStart.of(Unprocessed.class)).isEqualTo(new FailedStart("""
            2 classes are annotated with @Model and have no definitions, which happens if the annotation \
            processor did not run:
              - io.bloop.boot.unprocessed.Memo
              - io.bloop.boot.unprocessed.Memo$Draft\
            """, """
                Put the annotation processor on the processor path, and compile again; since JDK 23 the \
                compiler runs none that is on the class path alone. With Maven:

                    <plugin>
                      <groupId>org.apache.maven.plugins</groupId>
                      <artifactId>maven-compiler-plugin</artifactId>
                      <configuration>
                        <annotationProcessorPaths>
                          <path>
                            <groupId>io.bloop</groupId>
                            <artifactId>bloop-processor</artifactId>
                            <version>%1$s</version>
                          </path>
                        </annotationProcessorPaths>
                      </configuration>
                    </plugin>

                With Gradle:

                    dependencies {
                      annotationProcessor 'io.bloop:bloop-processor:%1$s'
                    }

                Or write a definition by hand, a class that extends ModelDefinition.\
                """.formatted(version.group(1))));
    }

    @Test
    void tellsWhereModelsWereLookedForWhenATemplateIsMissing() {
        assertThat(FailedStart.of(WantsNotes.class, "--bloop.endpoint=http://localhost:1"))
                .isEqualTo(new FailedStart(
                        "Parameter 0 of constructor in io.bloop.boot.FailureAnalyzersTests$NoteService needs a"
                                + " BloopTemplate<Note>, but no model of io.bloop.boot.notes.Note was found in"
                                + " [io.bloop.boot.links].",
                        "Annotate Note with @Model and let bloop-processor write its definition, or write a class that"
                                + " extends ModelDefinition<Note>. If it is in another package, name that with"
                                + " @BloopScan. Known: DailyVisits, Link."));
    }

    @Import({LinksApplication.class, NoteService.class})
    static class WantsNotes {}

    static class NoteService {

        NoteService(BloopTemplate<Note> notes) {
            assertThat(notes).isNotNull();
        }
    }

    @Import({LocalDynamoDb.class, LinksApplication.class})
    static class LocalLinks {}

    @EnableAutoConfiguration
    @BloopScan(basePackageClasses = Memo.class, applicationPackages = false)
    static class Unprocessed {}

    @EnableAutoConfiguration
    @BloopScan(basePackageClasses = KeylessModel.class, applicationPackages = false)
    @Import(LocalDynamoDb.class)
    static class Keyless {}
}
