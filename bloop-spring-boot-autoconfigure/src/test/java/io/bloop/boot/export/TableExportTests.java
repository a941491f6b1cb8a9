package io.bloop.boot.export;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.model.IndexProjection.KEYS;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.bloop.boot.LocalDynamoDb;
import io.bloop.engine.Engine;
import io.bloop.engine.TableNames;
import io.bloop.model.IndexProjection;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import io.bloop.settings.Billing;
import io.bloop.settings.StreamView;
import io.bloop.settings.TableClass;
import io.bloop.settings.TableSettings;
import io.bloop.table.BindMode;
import io.bloop.table.ExportFormat;
import io.bloop.table.OutdatedExport;
import io.bloop.table.TableExport;
import io.bloop.testing.InterceptedClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** Exports tables, reads the text again, and creates the tables of it. */
class TableExportTests {

    record Part(String id, String at, String kind, String place, Long size, Long expires) {}

    /** Has every kind of index, and the settings that a test gives it. */
    static final class PartModel extends ModelDefinition<Part> {

        PartModel(String name, UnaryOperator<TableSettings> settings, boolean onDemand) {
            super(Part.class, name);
            column("id", STRING).getter(Part::id).hashKey();
            column("at", STRING).getter(Part::at).rangeKey();
            column("kind", STRING).getter(Part::kind);
            column("place", STRING).getter(Part::place);
            column("size", LONG).getter(Part::size);
            column("expires", LONG).getter(Part::expires);
            globalIndex("byKind", ALL).hashKey("kind").rangeKey("size");
            globalIndex("byPlace", IndexProjection.named("size"))
                    .hashKey("place", "kind")
                    .rangeKey("at", "size");
            if (onDemand) {
                globalIndex("byAt", KEYS)
                        .hashKey("at")
                        .onDemandMaximum(11L, 12L)
                        .warmThroughput(13_000L, 4_000L);
            } else {
                globalIndex("byAt", KEYS).hashKey("at").units(7L, 8L);
            }
            localIndex("bySize", IndexProjection.named("kind")).rangeKey("size");
            table(settings);
        }

        @Override
        protected Part create(Values<Part> values) {
            throw new UnsupportedOperationException();
        }
    }

    static List<PartModel> models() {
        return List.of(
                new PartModel("Plain", t -> t, false),
                new PartModel(
                        "Provisioned",
                        t -> t.units(3L, 4L).stream(StreamView.NEW).ttl("expires"),
                        false),
                new PartModel(
                        "On-Demand.2",
                        t -> t
                                .billing(Billing.ON_DEMAND)
                                .onDemandMaximum(40L, 50L)
                                .warmThroughput(14_000L, 5_000L)
                                .tableClass(TableClass.INFREQUENT_ACCESS)
                                .stream(StreamView.NEW_AND_OLD)
                                .encryptionKey("alias/parts")
                                .backups(true)
                                .ttl("expires")
                                .tag("team", "docs")
                                .tag("motto", "it's \"${us}\" %{x} \\"),
                        true),
                new PartModel("Encrypted", t -> t.encryption(true), false));
    }

    private final String prefix = LocalDynamoDb.prefix();
    private final DynamoDbClient client = LocalDynamoDb.client();

    private Engine engine(DynamoDbClient sender, BindMode mode) {
        return Engine.builder(sender)
                .tableNames(TableNames.template(prefix + "{table_name}"))
                .bindMode(mode)
                .build();
    }

    static Stream<Arguments> formats() {
        return models().stream()
                .flatMap(model -> Stream.of(ExportFormat.values())
                        .flatMap(format ->
                                Stream.of(false, true).map(parameters -> Arguments.of(model, format, parameters))));
    }

    @ParameterizedTest(name = "{1} {2} {0}")
    @MethodSource("formats")
    @DisplayName("U5 a table that is created from the text of an export shows no difference to its model")
    void createsWhatBindingWants(PartModel model, ExportFormat format, boolean parameters) {
        TableExport export = engine(mock(DynamoDbClient.class), BindMode.NONE).export(List.of(model));
        String text = (parameters ? export.withParameters() : export).text(format);

        ExportedText read = ExportedText.of(format, text);

        client.createTable(read.create());
        if (read.ttl() != null) {
            client.updateTimeToLive(r -> r.tableName(read.create().tableName())
                    .timeToLiveSpecification(t -> t.enabled(true).attributeName(read.ttl())));
        }
        assertThat(read.backups())
                .isEqualTo(Boolean.TRUE.equals(model.settings().backups()));
        assertThatCode(() -> engine(client, BindMode.VALIDATE).bind(List.of(model)))
                .doesNotThrowAnyException();
        assertThat(read.create()).isEqualTo(bound(model));
        client.deleteTable(r -> r.tableName(read.create().tableName()));
    }

    /** Returns what binding sends, without what marks the table as unfinished. */
    private CreateTableRequest bound(PartModel model) {
        InterceptedClient intercepted = new InterceptedClient(client);
        Engine.builder(intercepted.client())
                .tableNames(TableNames.template(prefix + "bound-{table_name}"))
                .build()
                .bind(List.of(model));
        CreateTableRequest sent = intercepted.requests(CreateTableRequest.class).get(0);
        client.deleteTable(r -> r.tableName(sent.tableName()));
        List<software.amazon.awssdk.services.dynamodb.model.Tag> tags = sent.tags().stream()
                .filter(tag -> !tag.key().startsWith("bloop:"))
                .toList();
        return sent.toBuilder()
                .tableName(sent.tableName().replace("bound-", ""))
                .tags(tags.isEmpty() ? null : tags)
                .overrideConfiguration((software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration) null)
                .build();
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    @DisplayName("U5 an export of several models holds each table once, and sends no request")
    void exportsSeveral(ExportFormat format) {
        InterceptedClient silent = new InterceptedClient(client);

        String text = Engine.builder(silent.client()).build().export(models()).text(format);

        models().forEach(model -> assertThat(text).contains(model.name()));
        assertThat(silent.requests()).isEmpty();
    }

    @Test
    @DisplayName("U5 a template of CloudFormation reads as one that a person writes")
    void writesCloudFormation() {
        Engine engine = Engine.builder(mock(DynamoDbClient.class)).build();
        ModelDefinition<?> model = io.bloop.boot.notes.NoteModel.NOTE;

        assertThat(engine.export(List.of(model)).withParameters().text(ExportFormat.CLOUDFORMATION))
                .isEqualTo("""
                AWSTemplateFormatVersion: "2010-09-09"
                Parameters:
                  NoteTableName:
                    Type: "String"
                    Default: "Note"
                Resources:
                  NoteTable:
                    Type: "AWS::DynamoDB::Table"
                    DeletionPolicy: "Retain"
                    UpdateReplacePolicy: "Retain"
                    Properties:
                      TableName:
                        Ref: "NoteTableName"
                      AttributeDefinitions:
                        - AttributeName: "id"
                          AttributeType: "S"
                      KeySchema:
                        - AttributeName: "id"
                          KeyType: "HASH"
                      BillingMode: "PROVISIONED"
                      ProvisionedThroughput:
                        ReadCapacityUnits: 1
                        WriteCapacityUnits: 1
                """);
    }

    @Test
    @DisplayName("U5 a file is kept up to date by a line in a test, which fails when the file was not")
    void keepsFiles(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deploy/tables.yaml");
        TableExport export = Engine.builder(mock(DynamoDbClient.class)).build().export(models());

        assertThatThrownBy(() -> export.keep(file, ExportFormat.CLOUDFORMATION))
                .isInstanceOf(OutdatedExport.class)
                .hasMessage(
                        "The file '" + file + "' did not hold the tables as the models want them. It has been written "
                                + "anew: look at what has changed, and commit it.");

        assertThat(Files.readString(file)).isEqualTo(export.text(ExportFormat.CLOUDFORMATION));
        assertThatCode(() -> export.keep(file, ExportFormat.CLOUDFORMATION)).doesNotThrowAnyException();
    }
}
