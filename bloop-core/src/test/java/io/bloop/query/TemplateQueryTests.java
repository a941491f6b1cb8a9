package io.bloop.query;

import static io.bloop.testing.Orders.CUSTOMER;
import static io.bloop.testing.Orders.LINE;
import static io.bloop.testing.Orders.ORDER;
import static io.bloop.testing.Orders.VISIT;
import static io.bloop.testing.Orders.customer;
import static io.bloop.testing.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Condition;
import io.bloop.testing.BothClients;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Orders;
import io.bloop.testing.Orders.Line;
import io.bloop.testing.Orders.Order;
import io.bloop.testing.Orders.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Asks for objects by the parts of their keys, and compares what is found with what every condition means. */
@BothClients
class TemplateQueryTests {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Order> orders;
    private BloopTemplate<Line> lines;
    private BloopTemplate<Visit> visits;
    private final List<Line> allLines = new ArrayList<>();
    private final List<Visit> allVisits = new ArrayList<>();

    @BeforeEach
    void fill() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(Orders.models());
        orders = engine.template(ORDER);
        lines = engine.template(LINE);
        visits = engine.template(VISIT);
        for (String customer : List.of("42", "7")) {
            engine.template(CUSTOMER).save(customer(customer, "Ann"));
            for (int i = 0; i < 4; i++) {
                orders.save(order(customer, "100" + i, i == 3 ? null : "open", NOON.plusSeconds(i)));
                for (String page : List.of("a", "a b", "b")) {
                    Visit visit = new Visit(customer, NOON.plusSeconds(i), page);
                    visits.save(visit);
                    allVisits.add(visit);
                }
            }
        }
        for (int number : List.of(0, 1, 2, 9, 10, 11, 100, 99999)) {
            Line line = new Line("1001", number, "pen", 1);
            lines.save(line);
            allLines.add(line);
        }
        // sort at the bounds of what belongs to the models
        for (String key : List.of("LINE", "LINE$", "M", "A")) {
            dynamoDb.put("shop", Map.of("PK", AttributeValue.fromS("ORDER#1001"), "SK", AttributeValue.fromS(key)));
        }
    }

    private QueryRequest sent() {
        List<QueryRequest> requests = client.requests(QueryRequest.class);
        return requests.get(requests.size() - 1);
    }

    /** Prints the key condition of the last query with its names and values. */
    private String asked() {
        QueryRequest request = sent();
        String text = request.keyConditionExpression();
        for (Map.Entry<String, String> name : request.expressionAttributeNames().entrySet()) {
            text = text.replaceAll(name.getKey() + "\\b", name.getValue());
        }
        for (Map.Entry<String, AttributeValue> value :
                request.expressionAttributeValues().entrySet()) {
            text = text.replaceAll(
                    value.getKey() + "\\b", "'" + value.getValue().s() + "'");
        }
        return text.replace("\uDBFF\uDFFF", "<last>");
    }

    @Test
    @DisplayName(
            "P6 every condition on a number in a range key finds what it means, forwards and backwards, and counts it")
    void conditionsOnANumber() {
        Map<Condition<Line>, Predicate<Integer>> conditions = new LinkedHashMap<>();
        for (int bound : List.of(0, 1, 5, 10, 100, 99999)) {
            conditions.put(LINE.line.eq(bound), n -> n == bound);
            conditions.put(LINE.line.lt(bound), n -> n < bound);
            conditions.put(LINE.line.le(bound), n -> n <= bound);
            conditions.put(LINE.line.gt(bound), n -> n > bound);
            conditions.put(LINE.line.ge(bound), n -> n >= bound);
            conditions.put(LINE.line.between(2, bound + 2 > 99999 ? 99999 : bound + 2), n -> n >= 2 && n <= bound + 2);
        }
        conditions.forEach((condition, meaning) -> {
            Query<Line> query = lines.query().where(condition).where(LINE.orderId.eq("1001"));
            List<Line> expected =
                    allLines.stream().filter(line -> meaning.test(line.line())).toList();
            assertThat(query.all()).as("%s", condition).isEqualTo(expected);
            assertThat(query.count()).as("%s", condition).isEqualTo(expected.size());
            assertThat(query.descending().all()).as("%s", condition).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(paged(query)).as("%s", condition).isEqualTo(expected);
        });
    }

    private static <T> List<T> paged(Query<T> query) {
        List<T> all = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<T> page = query.limit(2).from(token.orElse(null)).page();
            all.addAll(page.items());
            token = page.next();
        } while (token.isPresent());
        return all;
    }

    @Test
    @DisplayName(
            "P6 every condition on the first part of a range key, and on the second after the first, finds what it means")
    void conditionsOnAMomentAndAText() {
        Map<Condition<Visit>, Predicate<Visit>> conditions = new LinkedHashMap<>();
        for (int i = -1; i < 5; i++) {
            Instant bound = NOON.plusSeconds(i);
            conditions.put(VISIT.at.eq(bound), v -> v.at().equals(bound));
            conditions.put(VISIT.at.lt(bound), v -> v.at().isBefore(bound));
            conditions.put(VISIT.at.le(bound), v -> !v.at().isAfter(bound));
            conditions.put(VISIT.at.gt(bound), v -> v.at().isAfter(bound));
            conditions.put(VISIT.at.ge(bound), v -> !v.at().isBefore(bound));
            conditions.put(
                    VISIT.at.between(NOON, NOON.plusSeconds(Math.max(i, 0))),
                    v -> !v.at().isAfter(
                                    NOON.plusSeconds(Math.max(bound.getEpochSecond() - NOON.getEpochSecond(), 0))));
            for (String page : List.of("a", "a b", "b", "c")) {
                Condition<Visit> first = VISIT.at.eq(bound);
                Predicate<Visit> then = v -> v.at().equals(bound);
                conditions.put(
                        first.and(VISIT.page.eq(page)), then.and(v -> v.page().equals(page)));
                conditions.put(
                        first.and(VISIT.page.lt(page)), then.and(v -> v.page().compareTo(page) < 0));
                conditions.put(
                        first.and(VISIT.page.gt(page)), then.and(v -> v.page().compareTo(page) > 0));
                conditions.put(
                        first.and(VISIT.page.ge(page)), then.and(v -> v.page().compareTo(page) >= 0));
                conditions.put(
                        first.and(VISIT.page.le(page)), then.and(v -> v.page().compareTo(page) <= 0));
                conditions.put(
                        VISIT.page.beginsWith(page).and(first),
                        then.and(v -> v.page().startsWith(page)));
            }
        }
        conditions.put(VISIT.at.beginsWith("2026-05-01T12:00:02"), v -> v.at().equals(NOON.plusSeconds(2)));
        conditions.forEach((condition, meaning) -> {
            Query<Visit> query = visits.query().where(VISIT.customerId.eq("42").and(condition));
            List<Visit> expected = allVisits.stream()
                    .filter(visit -> visit.customerId().equals("42") && meaning.test(visit))
                    .toList();
            assertThat(query.all()).as("%s", condition).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(query.count()).as("%s", condition).isEqualTo(expected.size());
            assertThat(paged(query)).as("%s", condition).containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    @Test
    @DisplayName(
            "P3 a query without a condition on the range key asks for its literal text, and reads no more than its limit")
    void theLiteralTextIsAskedFor() {
        assertThat(orders.query().where(ORDER.customerId.eq("42")).limit(2).all())
                .hasSize(2);

        assertThat(asked()).isEqualTo("((PK = 'CUSTOMER#42') AND begins_with(SK, 'ORDER#'))");
        assertThat(sent().limit()).isEqualTo(3);
        assertThat(sent().filterExpression()).isNull();
        assertThat(orders.query().where(ORDER.customerId.eq("42")).count()).isEqualTo(4);
        assertThat(sent().selectAsString()).isEqualTo("COUNT");
    }

    @Test
    @DisplayName("P6 conditions on parts become conditions on the keys")
    void conditionsBecomeConditionsOnKeys() {
        String at = "VISIT#2026-05-01T12:00:00.000000+00:00";
        Condition<Visit> customer = VISIT.customerId.eq("42");
        Map<Condition<Visit>, String> asked = new LinkedHashMap<>();
        asked.put(VISIT.at.eq(NOON), "begins_with(SK, '" + at + "#')");
        asked.put(VISIT.at.eq(NOON).and(VISIT.page.eq("a")), "(SK = '" + at + "#a')");
        asked.put(VISIT.at.ge(NOON), "(SK BETWEEN '" + at + "' AND 'VISIT#<last>')");
        asked.put(VISIT.at.gt(NOON), "(SK BETWEEN '" + at + "#<last>' AND 'VISIT#<last>')");
        asked.put(VISIT.at.le(NOON), "(SK BETWEEN 'VISIT#' AND '" + at + "#<last>')");
        asked.put(VISIT.at.lt(NOON), "(SK BETWEEN 'VISIT#' AND '" + at + "')");
        asked.forEach((condition, expected) -> {
            visits.query().where(customer.and(condition)).all();
            assertThat(asked()).isEqualTo("((PK = 'CUSTOMER#42') AND " + expected + ")");
        });
    }

    @Test
    @DisplayName("P6 the key of an index is asked for by its parts, and a filter keeps the table's keys of the model")
    void anIndexIsAskedByItsParts() {
        List<Order> open = orders.query(ORDER.byStatus)
                .where(ORDER.status.eq("open").and(ORDER.placedOn.gt(NOON)))
                .descending()
                .all();

        assertThat(open)
                .extracting(o -> o.customerId + "/" + o.orderId)
                .containsExactlyInAnyOrder("42/1001", "42/1002", "7/1001", "7/1002");
        assertThat(asked())
                .isEqualTo("((GSI1PK = 'STATUS#open') AND (GSI1SK >= '2026-05-01T12:00:00.000000+00:00#<last>'))");
        assertThat(sent().filterExpression()).startsWith("(begins_with(").contains(" AND begins_with(");
    }

    @Test
    @DisplayName("P6 a condition that leaves a gap is refused with the form that works")
    void aGapIsRefused() {
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> visits.query()
                        .where(VISIT.customerId.eq("42").and(VISIT.page.eq("a")))
                        .all())
                .withMessageEndingWith(
                        "where() is ((customerId = S \"42\") and (page = S \"a\")); it takes customerId == "
                                + "value, and at most one of ==, <, <=, >, >=, between, begins_with on the last of [at, page] that "
                                + "is named, with == on those before.");
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> visits.query().where(VISIT.at.eq(NOON)).all())
                .withMessageContaining("it takes customerId == value");
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> orders.query()
                        .where(ORDER.customerId.eq("42").and(ORDER.total.eq(7L)))
                        .all())
                .withMessageEndingWith("it takes customerId == value, and at most one of ==, <, <=, >, >=, between, "
                        + "begins_with on orderId.");
    }

    @Test
    @DisplayName("P6 the keys themselves can be asked for too")
    void theKeysThemselvesAreAskedFor() {
        assertThat(orders.query()
                        .where(ORDER.pk.eq("CUSTOMER#42").and(ORDER.sk.ge("ORDER#1002")))
                        .all())
                .extracting(o -> o.orderId)
                .containsExactly("1002", "1003");
        assertThat(orders.query()
                        .where(ORDER.pk.eq("CUSTOMER#42").and(ORDER.sk.ge("A")))
                        .count())
                .isEqualTo(4);
    }

    @Test
    @DisplayName("P3 a scan filters by the literal text of the keys")
    void aScanFiltersByTheLiteralText() {
        assertThat(orders.scan().count()).isEqualTo(8);
        ScanRequest scan = client.requests(ScanRequest.class).get(0);
        assertThat(scan.filterExpression()).isEqualTo("(begins_with(#n0, :v0) AND begins_with(#n1, :v1))");
        assertThat(scan.selectAsString()).isEqualTo("COUNT");
        assertThat(lines.scan().all()).containsExactlyInAnyOrderElementsOf(allLines);
    }

    @Test
    @DisplayName(
            "P6 a part that is a column too can be filtered by, and one of the key alone is refused with what works")
    void filters() {
        assertThat(orders.scan().filter(ORDER.orderId.eq("1002")).count()).isEqualTo(2);
        assertThat(orders.query()
                        .where(ORDER.customerId.eq("42"))
                        .filter(ORDER.orderId.in(List.of("1000", "1002")))
                        .all())
                .hasSize(2);
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> lines.scan().filter(LINE.line.eq(1)).all())
                .withMessageEndingWith(
                        "the filter names 'line', which is only a part of the key and has no attribute; ask "
                                + "for it in where(), or store it as a column too.");
    }
}
