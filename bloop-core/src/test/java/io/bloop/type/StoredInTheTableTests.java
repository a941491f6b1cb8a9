package io.bloop.type;

import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.Samples.BitSet64;
import io.bloop.type.Samples.Color;
import io.bloop.type.Samples.Sample;
import io.bloop.type.Samples.Slug;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

@BothClients
class StoredInTheTableTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private String table;

    @BeforeEach
    void createTable() {
        table = dynamoDb.tableName("values");
        AttributeDefinition id = AttributeDefinition.builder()
                .attributeName("id")
                .attributeType(ScalarAttributeType.S)
                .build();
        KeySchemaElement hashKey = KeySchemaElement.builder()
                .attributeName("id")
                .keyType(KeyType.HASH)
                .build();
        dynamoDb.client()
                .createTable(t -> t.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(id)
                        .keySchema(hashKey));
    }

    private AttributeValue throughTheTable(AttributeValue value) {
        AttributeValue id = AttributeValue.fromS("1");
        dynamoDb.client().putItem(r -> r.tableName(table).item(Map.of("id", id, "value", value)));
        return dynamoDb.client()
                .getItem(r -> r.tableName(table).key(Map.of("id", id)))
                .item()
                .get("value");
    }

    private <V> V throughTheTable(Type<V> type, V value) {
        return AttributeValues.load(type, throughTheTable(AttributeValues.dump(type, value)));
    }

    static List<Sample<?>> samples() {
        Map<String, Integer> counts = new HashMap<>(Map.of("a.b", 1, " ", 2));
        counts.put("none", null);
        return List.of(
                new Sample<>(Types.STRING, "a \uD83D\uDE00 \u0000 \" \\ \n"),
                new Sample<>(Types.STRING, ""),
                new Sample<>(Types.UUID, new UUID(1, -1)),
                new Sample<>(Types.INSTANT, Instant.parse("2016-08-09T01:16:25.322849Z")),
                new Sample<>(Types.TIMESTAMP, Instant.ofEpochSecond(-1)),
                new Sample<>(Types.INTEGER, Integer.MIN_VALUE),
                new Sample<>(Types.LONG, Long.MAX_VALUE),
                new Sample<>(Types.BIG_DECIMAL, new BigDecimal("-12345678901234567890123456789012345.678")),
                new Sample<>(Types.BOOLEAN, false),
                new Sample<>(Types.BYTES, new byte[] {0, -1}),
                new Sample<>(Types.BYTES, new byte[0]),
                new Sample<>(Types.BASE64_BYTES, new byte[] {0, -1}),
                new Sample<>(Types.LOCAL_TIME, LocalTime.MAX),
                new Sample<>(Types.YEAR_MONTH, YearMonth.of(1, 1)),
                new Sample<>(Types.DURATION_SECONDS, Duration.ofNanos(-1)),
                new Sample<>(Types.DOUBLE, -1.5E-100),
                new Sample<>(Types.DYNAMIC, "a"),
                new Sample<>(Types.DYNAMIC, Set.of(BigDecimal.ONE, BigDecimal.TEN)),
                new Sample<>(Types.DYNAMIC, Set.of("a", "b")),
                new Sample<>(
                        Types.DYNAMIC,
                        Map.of("list", Arrays.asList(true, null, new byte[] {1}, Map.of("deep", BigDecimal.TEN)))),
                new Sample<>(Types.BYTE_BUFFER, ByteBuffer.wrap(new byte[] {1, 2})),
                new Sample<>(Types.URI, URI.create("HTTPS://Example.com/%c3%A9?q#f")),
                new Sample<>(Types.enumOf(Color.class), Color.BLUE),
                new Sample<>(Samples.SLUG, new Slug("curl")),
                new Sample<>(Samples.YEAR, Year.of(-44)),
                new Sample<>(Samples.BITS, new BitSet64(-2)),
                new Sample<>(setOf(Types.STRING), Set.of("a", "b")),
                new Sample<>(setOf(Types.LONG), Set.of(0L, Long.MIN_VALUE)),
                new Sample<>(setOf(Types.BYTES), Set.of(new byte[0], new byte[] {1})),
                new Sample<>(listOf(Types.STRING), Arrays.asList("b", null, "", "b")),
                new Sample<>(listOf(Types.STRING), List.of()),
                new Sample<>(mapOf(Types.INTEGER), counts),
                new Sample<>(mapOf(Types.INTEGER), Map.of()),
                new Sample<>(mapOf(listOf(setOf(Types.LONG))), Map.of("a", List.of(Set.of(), Set.of(1L)))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    @DisplayName("T a value comes back from the table as it was stored")
    void aValueComesBackFromTheTable(Sample<?> sample) {
        assertThat(Samples.comparable(AttributeValues.load(sample.type(), throughTheTable(sample.dumped()))))
                .isEqualTo(Samples.comparable(sample.value()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E-130",
                "-1E-130",
                "9.9999999999999999999999999999999999999E+125",
                "-9.9999999999999999999999999999999999999E+125",
                "1E+125",
                "0.00",
                "1.500",
            })
    @DisplayName("T the table takes the extremes of a BigDecimal")
    void theTableTakesTheExtremesOfADecimal(BigDecimal value) {
        assertThat(throughTheTable(Types.BIG_DECIMAL, value)).isEqualByComparingTo(value);
    }

    @Test
    @DisplayName("T the table takes a set with numerically equal numbers")
    void theTableTakesASetWithNumericallyEqualNumbers() {
        Set<BigDecimal> prices = new LinkedHashSet<>(
                List.of(new BigDecimal("1.0"), new BigDecimal("1.00"), new BigDecimal("2.5"), new BigDecimal("25E-1")));
        assertThat(throughTheTable(setOf(Types.BIG_DECIMAL), prices))
                .containsExactlyInAnyOrder(new BigDecimal("1"), new BigDecimal("2.5"));
    }

    @Test
    @DisplayName("T the table takes a set with equal byte arrays")
    void theTableTakesASetWithEqualByteArrays() {
        assertThat(throughTheTable(setOf(Types.BYTES), Set.of(new byte[] {1}, new byte[] {1})))
                .containsExactly(new byte[] {1});
    }
}
