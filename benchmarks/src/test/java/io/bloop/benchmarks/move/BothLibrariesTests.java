package io.bloop.benchmarks.move;

import static io.bloop.benchmarks.move.FormsModel.FORMS;
import static io.bloop.benchmarks.move.LoanModel.LOAN;
import static io.bloop.benchmarks.move.TicketModel.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awspring.cloud.dynamodb.DefaultDynamoDbTableNameResolver;
import io.bloop.benchmarks.run.LocalServer;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.request.ConstraintViolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.DefaultAttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Reads and writes one table with both libraries, as docs/from-enhanced-client.md tells it. */
class BothLibrariesTests {

    private static final Instant MORNING = Instant.parse("2026-11-01T09:00:00Z");

    private static LocalServer server;
    private static DynamoDbClient client;
    private static DynamoDbTable<Ticket> table;
    private static BloopTemplate<Ticket> tickets;
    private static DynamoDbTable<Forms> formsTable;
    private static BloopTemplate<Forms> forms;
    private static BloopTemplate<Loan> loans;

    @BeforeAll
    static void start() throws IOException {
        server = new LocalServer();
        client = LocalServer.client(server.endpoint());
        DynamoDbEnhancedClient enhanced =
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        table = enhanced.table("tickets", TableSchema.fromBean(Ticket.class));
        table.createTable();

        Engine engine = Engine.builder(client).build();
        engine.bind(List.of(TICKET, FORMS, LOAN)); // compares the table of tickets, and changes nothing
        tickets = engine.template(TICKET);
        forms = engine.template(FORMS);
        loans = engine.template(LOAN);
        formsTable = enhanced.table("forms", TableSchema.fromBean(Forms.class));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void empty() {
        tickets.bulk().deleteAll(tickets.scan().all());
    }

    private static Ticket ticket(String id) {
        Ticket ticket = new Ticket();
        ticket.setId(id);
        ticket.setTitle("Printer");
        ticket.setAssignee("ada");
        ticket.setCreatedOn(MORNING);
        return ticket;
    }

    private static Key key(String id) {
        return Key.builder().partitionValue(id).build();
    }

    private static Map<String, AttributeValue> item(String id) {
        return client.getItem(r -> r.tableName("tickets").key(Map.of("id", AttributeValue.fromS(id))))
                .item();
    }

    private static Map<String, AttributeValue> form(String id) {
        return client.getItem(r -> r.tableName("forms").key(Map.of("id", AttributeValue.fromS(id))))
                .item();
    }

    /** Returns a value as the page shows it. */
    private static String text(AttributeValue value) {
        return switch (value.type()) {
            case S -> "S `" + value.s() + "`";
            case N -> "N `" + value.n() + "`";
            case BOOL -> "BOOL `" + value.bool() + "`";
            case B -> "B";
            case SS -> "SS `" + new TreeSet<>(value.ss()) + "`";
            case NS -> "NS `" + new TreeSet<>(value.ns()) + "`";
            case L -> "L of " + value.l().stream().map(BothLibrariesTests::text).toList();
            case M -> "M of " + value.m().keySet().stream().sorted().toList();
            default -> value.type().name();
        };
    }

    private static void put(Map<String, AttributeValue> item) {
        client.putItem(r -> r.tableName("tickets").item(item));
    }

    @Test
    void eachLibraryReadsWhatTheOtherWrites() {
        table.putItem(ticket("a"));
        tickets.insert(ticket("b"));

        Ticket read = tickets.find("a").orElseThrow();
        List<Ticket> found =
                table.index("byAssignee").query(QueryConditional.keyEqualTo(k -> k.partitionValue("ada"))).stream()
                        .flatMap(page -> page.items().stream())
                        .toList();

        assertThat(read.getCreatedOn()).isEqualTo(MORNING);
        assertThat(found).extracting(Ticket::getId).containsExactlyInAnyOrder("a", "b");
        assertThat(item("a").get("createdOn")).isEqualTo(item("b").get("createdOn"));
    }

    @Test
    void eachLibraryRefusesToOverwriteAVersionThatTheOtherHasMoved() {
        table.putItem(ticket("a")); // version 1
        Ticket stale = table.getItem(key("a"));
        Ticket loaded = tickets.find("a").orElseThrow();
        loaded.setTitle("Scanner");
        tickets.save(loaded); // version 2

        assertThatThrownBy(() -> table.updateItem(stale)).isInstanceOf(ConditionalCheckFailedException.class);
        table.updateItem(table.getItem(key("a"))); // version 3
        loaded.setTitle("Lamp");
        assertThatThrownBy(() -> tickets.save(loaded)).isInstanceOf(ConstraintViolation.class);
        assertThat(item("a").get("version")).isEqualTo(AttributeValue.fromN("3"));
        tickets.insert(ticket("b"));
        assertThat(item("b").get("version")).isEqualTo(AttributeValue.fromN("1"));
    }

    @Test
    void putItemReplacesAndSaveKeepsOtherAttributes() {
        put(Map.of("id", AttributeValue.fromS("a"), "other", AttributeValue.fromS("kept")));
        Ticket loaded = tickets.find("a").orElseThrow();
        loaded.setTitle("Lamp");
        tickets.save(loaded);
        assertThat(item("a")).containsKey("other");

        table.updateItem(table.getItem(key("a")));
        assertThat(item("a")).containsKey("other");

        table.putItem(table.getItem(key("a")));
        assertThat(item("a")).doesNotContainKey("other");
    }

    @Test
    void updateItemRemovesWhatIsNullAndSaveOnlyWhatHasBecomeNull() {
        put(Map.of(
                "id", AttributeValue.fromS("a"),
                "assignee", AttributeValue.fromS("ada"),
                "version", AttributeValue.fromN("1")));
        Ticket partial = new Ticket();
        partial.setId("a");
        partial.setVersion(1);
        tickets.save(partial);
        assertThat(item("a")).containsKey("assignee");

        Ticket other = new Ticket();
        other.setId("a");
        other.setVersion(2);
        table.updateItem(other);
        assertThat(item("a")).doesNotContainKey("assignee");
    }

    @Test
    void anAbsentAttributeKeepsTheInitialValueOfTheEnhancedClientAndIsNullInBloop() {
        put(Map.of("id", AttributeValue.fromS("a")));

        assertThat(table.getItem(key("a")).getTitle()).isEqualTo("untitled");
        assertThat(tickets.find("a").orElseThrow().getTitle()).isNull();
        assertThat(table.getItem(key("a")).getLabels()).isNull();
        assertThat(tickets.find("a").orElseThrow().getLabels()).isEmpty();
    }

    @Test
    void anEmptySetIsRefusedOrCountsAsNull() {
        Ticket ticket = ticket("a");
        ticket.setLabels(Set.of());

        assertThatThrownBy(() -> table.putItem(ticket)).isInstanceOf(DynamoDbException.class);
        tickets.insert(ticket);
        assertThat(item("a")).doesNotContainKey("labels");
    }

    @Test
    void aMissingItemIsNullOrAnEmptyOptional() {
        assertThat(table.getItem(key("none"))).isNull();
        assertThat(tickets.find("none")).isEmpty();
    }

    @Test
    void thePageTellsWhatEachLibraryStores() throws IOException {
        formsTable.putItem(FormsSample.of("enhanced"));
        forms.replace(FormsSample.of("bloop"));
        List<String> rows = new ArrayList<>();
        for (String member : FormsSample.MEMBERS.keySet()) {
            String theirs = text(form("enhanced").get(member));
            String ours = text(form("bloop").get(member));
            rows.add("| " + theirs + " | " + (ours.equals(theirs) ? "the same" : ours) + " |");
        }

        String page = Files.readString(Path.of("..", "docs", "from-enhanced-client.md"));
        assertThat(page.lines()
                        .dropWhile(line -> !line.startsWith("| Java |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .map(line -> line.replaceFirst("^\\|[^|]*\\|[^|]*", "")))
                .containsExactlyElementsOf(rows);
    }

    @Test
    void eachLibraryReadsEachTypeOfTheOther() {
        formsTable.putItem(FormsSample.of("enhanced"));
        forms.replace(FormsSample.of("bloop"));
        Forms sample = FormsSample.of("any");
        Forms ofTheirs = forms.find("enhanced").orElseThrow();
        Forms ofOurs = formsTable.getItem(key("bloop"));

        FormsSample.MEMBERS.forEach((name, getter) -> {
            assertThat(getter.apply(ofTheirs)).as(name).isEqualTo(getter.apply(sample));
            assertThat(getter.apply(ofOurs)).as(name).isEqualTo(getter.apply(sample));
        });
    }

    @Test
    void aFormOfTheEnhancedClientIsKeptWhereAnotherMemberChanges() {
        formsTable.putItem(FormsSample.of("a"));
        Map<String, AttributeValue> before = form("a");
        Forms loaded = forms.find("a").orElseThrow();
        loaded.setText("b");
        forms.save(loaded);

        Map<String, AttributeValue> after = form("a");
        assertThat(after.get("text")).isEqualTo(AttributeValue.fromS("b"));
        assertThat(after.get("time")).isEqualTo(before.get("time"));
        assertThat(after.get("part")).isEqualTo(before.get("part"));
    }

    @Test
    void theEnhancedClientReadsMomentsInTheFormThatBloopWritesByDefault() {
        AttributeValue stored = AttributeValue.fromS("2026-11-01T08:00:05.250000+00:00");

        assertThat(converter(Instant.class).transformTo(stored)).isEqualTo(Instant.parse("2026-11-01T08:00:05.250Z"));
        assertThat(converter(OffsetDateTime.class).transformTo(stored).toInstant())
                .isEqualTo(Instant.parse("2026-11-01T08:00:05.250Z"));
        assertThat(converter(ZonedDateTime.class).transformTo(stored).toInstant())
                .isEqualTo(Instant.parse("2026-11-01T08:00:05.250Z"));
    }

    private static <T> AttributeConverter<T> converter(Class<T> type) {
        return DefaultAttributeConverterProvider.create().converterFor(EnhancedType.of(type));
    }

    /** An enum whose text is not its name. */
    enum Colour {
        RED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void theEnhancedClientStoresTheTextOfAnEnumAndNotItsName() {
        assertThat(converter(Colour.class).transformFrom(Colour.RED)).isEqualTo(AttributeValue.fromS("red"));
    }

    @Test
    void springCloudAwsNamesTheTableInSnakeCase() {
        assertThat(new DefaultDynamoDbTableNameResolver().resolve(FormsSample.class))
                .isEqualTo("forms_sample");
        assertThat(new DefaultDynamoDbTableNameResolver("dev-", "-v2", "-").resolve(FormsSample.class))
                .isEqualTo("dev-forms-sample-v2");
    }

    /** What DynamoDBMapper 1.12.797 writes by default, recorded from it. */
    private static Map<String, AttributeValue> ofMapper() {
        return Map.ofEntries(
                Map.entry("id", AttributeValue.fromS("a")),
                Map.entry("returned", AttributeValue.fromN("0")),
                Map.entry("lentOn", AttributeValue.fromS("2016-08-09T01:16:25.322Z")),
                Map.entry("fee", AttributeValue.fromN("1.5")),
                Map.entry("reader", AttributeValue.fromS("0000000a-0000-0000-0000-000000000000")),
                Map.entry("language", AttributeValue.fromS("de-DE")),
                Map.entry("currency", AttributeValue.fromS("EUR")),
                Map.entry("tags", AttributeValue.fromSs(List.of("a"))),
                Map.entry("remarks", AttributeValue.fromL(List.of(AttributeValue.fromS("a")))),
                Map.entry("counts", AttributeValue.fromM(Map.of("a", AttributeValue.fromN("1")))),
                Map.entry("book", AttributeValue.fromM(Map.of())), // without its null members
                Map.entry("seal", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1}))),
                Map.entry("version", AttributeValue.fromN("1")));
    }

    private static Map<String, AttributeValue> loan() {
        return client.getItem(r -> r.tableName("loans").key(Map.of("id", AttributeValue.fromS("a"))))
                .item();
    }

    @Test
    void anItemOfDynamoDbMapperIsReadAndWrittenAsItIs() {
        client.putItem(r -> r.tableName("loans").item(ofMapper()));
        Loan loan = loans.find("a").orElseThrow();
        assertThat(loan.returned).isFalse();
        assertThat(loan.lentOn).isEqualTo(Date.from(Instant.parse("2016-08-09T01:16:25.322Z")));
        assertThat(loan.book.title).isNull();

        loan.returned = true;
        loans.save(loan);
        Map<String, AttributeValue> expected = new HashMap<>(ofMapper());
        expected.put("returned", AttributeValue.fromN("1"));
        expected.put("version", AttributeValue.fromN("2"));
        assertThat(loan()).isEqualTo(expected);

        Loan written = new Loan();
        written.id = "a";
        written.returned = true;
        written.lentOn = loan.lentOn;
        written.fee = loan.fee;
        written.reader = loan.reader;
        written.language = loan.language;
        written.currency = loan.currency;
        written.tags = Set.of("a");
        written.remarks = List.of("a");
        written.counts = Map.of("a", 1);
        written.book = new Loan.Book();
        written.seal = new byte[] {1};
        client.deleteItem(r -> r.tableName("loans").key(Map.of("id", AttributeValue.fromS("a"))));
        loans.insert(written);
        expected.put("version", AttributeValue.fromN("1"));
        assertThat(loan()).isEqualTo(expected);
    }
}
