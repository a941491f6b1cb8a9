package io.bloop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.Types;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ColumnGroupTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private interface Signed {

        String signature();

        void signature(String value);
    }

    private interface Sorted {

        Long place();

        void place(Long value);
    }

    private static final class Page implements Signed, Sorted {
        String id;
        private String signature;
        private Long place;

        @Override
        public String signature() {
            return signature;
        }

        @Override
        public void signature(String value) {
            signature = value;
        }

        @Override
        public Long place() {
            return place;
        }

        @Override
        public void place(Long value) {
            place = value;
        }
    }

    private static final class SignedColumns<T extends Signed> extends ColumnGroup<T> {

        final StringColumn<T, String> signature =
                column("signature", Types.STRING).getter(Signed::signature).setter(Signed::signature);
        final GlobalSecondaryIndex<T> bySignature = globalIndex("bySignature", IndexProjection.KEYS)
                .hashKey(signature)
                .rangeKey("place");

        SignedColumns(ModelDefinition<T> model) {
            super(model);
        }

        SignedColumns(ModelDefinition<T> model, boolean isKey) {
            super(model);
            if (isKey) {
                signature.hashKey();
            }
        }
    }

    private static final class SortedColumns<T extends Sorted> extends ColumnGroup<T> {

        final NumberColumn<T, Long> place;

        SortedColumns(ModelDefinition<T> model, String name) {
            super(model);
            place = column(name, Types.LONG).getter(Sorted::place).setter(Sorted::place);
            table(t -> t.ttl(place));
        }
    }

    private static final class PageModel extends ModelDefinition<Page> {

        final StringColumn<Page, String> id = column("id", Types.STRING)
                .getter(p -> p.id)
                .setter((p, v) -> p.id = v)
                .hashKey();
        final SignedColumns<Page> signed = new SignedColumns<>(this);
        final SortedColumns<Page> sorted = new SortedColumns<>(this, "place");

        PageModel() {
            super(Page.class);
        }

        @Override
        protected Page create(Values<Page> values) {
            return new Page();
        }
    }

    private static final class ClashingModel extends ModelDefinition<Page> {

        final SignedColumns<Page> signed = new SignedColumns<>(this, true);
        final SortedColumns<Page> sorted = new SortedColumns<>(this, "signature");
        final StringColumn<Page, String> id = column("id", Types.STRING)
                .getter(p -> p.id)
                .setter((p, v) -> p.id = v)
                .hashKey();

        ClashingModel() {
            super(Page.class);
        }

        @Override
        protected Page create(Values<Page> values) {
            return new Page();
        }
    }

    private final PageModel pages = new PageModel();

    @Test
    @DisplayName("M22 a mix-in contributes its columns, indexes and settings")
    void aMixInContributes() {
        assertThat(pages.columns())
                .extracting(Column::toString)
                .containsExactly("Column[Page.id=hash]", "Column[Page.signature]", "Column[Page.place]");
        assertThat(pages.indexes()).extracting(Index::toString).containsExactly("GSI[Page.bySignature=keys]");
        assertThat((Object) pages.settings().ttl()).isSameAs(pages.sorted.place);
        assertThat((Object) pages.signed.model()).isSameAs(pages);
    }

    @Test
    @DisplayName("M22 the index of a mix-in may name a column that the model has from elsewhere")
    void anIndexMayNameAColumnFromElsewhere() {
        assertThat(pages.signed.bySignature.rangeKeys())
                .extracting(KeyColumn::name)
                .containsExactly("place");
    }

    @Test
    @DisplayName("M22 each model gets its own copies of a mix-in's columns")
    void eachModelGetsItsOwnCopies() {
        PageModel other = new PageModel();
        other.signed.signature.storedAs("s");
        assertThat(other.signed.signature.attribute()).isEqualTo("s");
        assertThat(pages.signed.signature.attribute()).isEqualTo("signature");
    }

    @Test
    @DisplayName("M22 columns of a mix-in are saved, asked for and loaded as any other")
    void columnsOfAMixInAreColumns() {
        var template = dynamoDb.engine().template(pages);
        Page page = new Page();
        page.id = "1";
        page.signature("x");
        page.place(3L);
        template.save(page);
        assertThat(dynamoDb.item("Page", Map.of("id", AttributeValue.fromS("1"))))
                .isEqualTo(Map.of(
                        "id", AttributeValue.fromS("1"),
                        "signature", AttributeValue.fromS("x"),
                        "place", AttributeValue.fromN("3")));
        Page found = template.query(pages.signed.bySignature)
                .where(pages.signed.signature.eq("x").and(pages.sorted.place.gt(2L)))
                .one();
        assertThat(found.place()).isEqualTo(3L);
    }

    @Test
    @DisplayName("M23 mix-ins that clash are refused, naming both")
    void mixInsThatClashAreRefused() {
        assertThatThrownBy(() -> new ClashingModel().columns())
                .isInstanceOf(InvalidModel.class)
                .hasMessage("""
                        Model Page is not valid (4 problems):
                          - Columns [signature of SignedColumns, id] are all hash keys; keep one.
                          - 'signature' is the name of both column 'signature' of SignedColumns and column \
                        'signature' of SortedColumns; rename one.
                          - 'signature' is the stored name of both column 'signature' of SignedColumns and column \
                        'signature' of SortedColumns; rename one.
                          - Index 'bySignature' has the range key 'place', and there is no such column. \
                        Known: id, signature.""");
    }

    private static final class RankedColumns<T extends Sorted> extends ColumnGroup<T> {

        RankedColumns(ModelDefinition<T> model) {
            super(model);
            NumberColumn<T, Long> rank =
                    column("rank", Types.LONG).getter(Sorted::place).setter(Sorted::place);
            rank.rangeKey();
            globalIndex("byPlace", IndexProjection.ALL).storedAs("bySignature").hashKey(rank);
            globalIndex("bySignature", IndexProjection.ALL).hashKey(rank);
        }
    }

    private static final class ClashingIndexesModel extends ModelDefinition<Page> {

        final SortedColumns<Page> sorted = new SortedColumns<>(this, "place");
        final SignedColumns<Page> signed = new SignedColumns<>(this, true);
        final RankedColumns<Page> ranked = new RankedColumns<>(this);

        ClashingIndexesModel() {
            super(Page.class);
            sorted.place.rangeKey();
        }

        @Override
        protected Page create(Values<Page> values) {
            return new Page();
        }
    }

    @Test
    @DisplayName("M23 mix-ins with clashing indexes and two range keys are refused, naming both")
    void mixInsWithClashingIndexesAreRefused() {
        assertThatThrownBy(() -> new ClashingIndexesModel().columns())
                .isInstanceOf(InvalidModel.class)
                .hasMessage("""
                        Model Page is not valid (4 problems):
                          - Columns [place of SortedColumns, rank of RankedColumns] are all range keys; keep one.
                          - 'bySignature' is the stored name of both index 'bySignature' of SignedColumns and index \
                        'byPlace' of RankedColumns; rename one.
                          - 'bySignature' is the name of both index 'bySignature' of SignedColumns and index \
                        'bySignature' of RankedColumns; rename one.
                          - 'bySignature' is the stored name of both index 'bySignature' of SignedColumns and index \
                        'bySignature' of RankedColumns; rename one.""");
    }
}
