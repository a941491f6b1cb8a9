package io.bloop.expression;

import static io.bloop.type.Types.BASE64_BYTES;
import static io.bloop.type.Types.BASE64_DYNAMIC;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.model.BinaryColumn;
import io.bloop.model.DynamicColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.query.InvalidSearch;
import io.bloop.testing.LocalDynamoDb;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class Base64ConditionTests {

    record Scan(String patient, byte[] hash, Object meta) {}

    static final class ScanModel extends ModelDefinition<Scan> {

        static final ScanModel SCAN = new ScanModel();

        final StringColumn<Scan, String> patient =
                column("patient", STRING).getter(Scan::patient).hashKey();
        final BinaryColumn<Scan, byte[]> hash =
                column("hash", BASE64_BYTES).getter(Scan::hash).rangeKey();
        final DynamicColumn<Scan> meta = column("meta", BASE64_DYNAMIC).getter(Scan::meta);

        private ScanModel() {
            super(Scan.class);
        }

        @Override
        protected Scan create(Values<Scan> values) {
            return new Scan(values.get(patient), values.get(hash), values.get(meta));
        }
    }

    private static final ScanModel SCAN = ScanModel.SCAN;
    private static final byte[] BYTES = {1, 2, 3, 4, 5};

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private BloopTemplate<Scan> scans;

    @BeforeEach
    void storeOne() {
        scans = dynamoDb.engine().template(SCAN);
        scans.insert(new Scan("p", BYTES, Map.of("bytes", BYTES, "list", List.of(BYTES))));
    }

    private long found(Condition<Scan> filter) {
        return scans.scan().filter(filter).count();
    }

    @Test
    @DisplayName("C10 a part of base64 is refused when the condition is built, with what can be asked")
    void refusesParts() {
        assertThatExceptionOfType(InvalidCondition.class)
                .isThrownBy(() -> SCAN.hash.contains(BYTES))
                .withMessage(
                        "contains of 'hash' cannot be asked, since the bytes are stored as base64, in which a part "
                                + "has no text of its own; use beginsWith or eq, or store the bytes as Types.BYTES.");
    }

    @Test
    @DisplayName("C10 a prefix of base64 that takes several conditions is refused as a key condition")
    void refusesDividedPrefixesOfKeys() {
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> scans.query()
                        .where(SCAN.patient.eq("p").and(SCAN.hash.beginsWith(new byte[] {1, 2})))
                        .all())
                .withMessageContaining("where() asks for a prefix of bytes that are stored as base64, which takes one "
                        + "condition only if the prefix has a multiple of 3 bytes; give such a prefix.");
    }

    @Test
    @DisplayName("C10 a prefix of base64 of no bytes is met by all bytes")
    void findsAllByTheEmptyPrefix() {
        assertThat(found(SCAN.hash.beginsWith(new byte[0]))).isEqualTo(1);
    }

    @Test
    @DisplayName("C10 a dynamic place finds bytes by their prefix in the form in which its type stores bytes")
    void findsPrefixesOfDynamicBytes() {
        assertThat(found(SCAN.meta.key("bytes").beginsWith(new byte[] {1, 2}))).isEqualTo(1);
        assertThat(found(SCAN.meta.key("bytes").beginsWith(ByteBuffer.wrap(BYTES, 0, 3))))
                .isEqualTo(1);
        assertThat(found(SCAN.meta.key("bytes").beginsWith(new byte[] {2}))).isZero();
    }

    @Test
    @DisplayName("C10 a dynamic place finds whole elements of bytes, and no parts of bytes in base64")
    void findsElementsOfDynamicBytes() {
        assertThat(found(SCAN.meta.key("list").contains(BYTES))).isEqualTo(1);
        assertThat(found(SCAN.meta.key("bytes").contains(new byte[] {1, 2, 3}))).isZero();
    }
}
