package io.bloop.model;

import static io.bloop.model.IndexProjection.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.model.Blank.Thing;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Finds in definitions what DynamoDB refuses of every table, before any request. */
class ServiceLimitTests {

    private final Blank model = new Blank();

    private void assertProblem(String problem) {
        assertThatThrownBy(model::columns)
                .isInstanceOf(InvalidModel.class)
                .hasMessage("Model Thing is not valid (1 problem):\n  - " + problem);
    }

    private void assertValid() {
        assertThat(model.columns()).isNotEmpty();
    }

    private List<StringColumn<Thing, String>> strings(int number) {
        return IntStream.range(0, number).mapToObj(i -> model.string("s" + i)).toList();
    }

    private static IndexProjection of(List<StringColumn<Thing, String>> columns) {
        return IndexProjection.of(columns.toArray(new Column<?, ?>[0]));
    }

    @Test
    @DisplayName("M25 a table's name with characters that DynamoDB refuses is refused")
    void refusesTheCharactersOfATablesName() {
        model.string("id").hashKey();
        model.table(t -> t.named("my table"));
        assertProblem(
                "The table's name 'my table' contains ' '; DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and '.'.");
    }

    @Test
    @DisplayName("M25 a placeholder in a table's name is refused")
    void refusesPlaceholders() {
        model.string("id").hashKey();
        model.table(t -> t.named("${app.table}"));
        assertProblem("The table's name '${app.table}' contains '$'; DynamoDB allows only a-z, A-Z, 0-9, '_', '-' and "
                + "'.', and placeholders are not resolved here.");
    }

    @Test
    @DisplayName("M25 a short table's name is left to the engine, which may make it longer")
    void allowsAShortTablesName() {
        model.string("id").hashKey();
        model.table(t -> t.named("p1"));
        assertValid();
    }

    @Test
    @DisplayName("M25 an index's name that is too short is refused")
    void refusesAShortIndexName() {
        model.string("id").hashKey();
        model.globalIndex("by", ALL).hashKey(model.string("name"));
        assertProblem("The stored name 'by' of index 'by' has 2 characters; DynamoDB allows 3 to 255. Rename it.");
    }

    @Test
    @DisplayName("M25 an index's stored name with characters that DynamoDB refuses is refused")
    void refusesTheCharactersOfAnIndexName() {
        model.string("id").hashKey();
        model.globalIndex("byName", ALL).storedAs("by name").hashKey(model.string("name"));
        assertProblem("The stored name 'by name' of index 'byName' contains ' '; DynamoDB allows only a-z, A-Z, 0-9, "
                + "'_', '-' and '.'. Rename it.");
    }

    @Test
    @DisplayName("M25 the stored name of a key has at most 255 bytes")
    void refusesALongKey() {
        model.string("id").storedAs("k".repeat(256)).hashKey();
        assertProblem("The stored name '" + "k".repeat(60) + "...' of column 'id' has 256 bytes in UTF-8; DynamoDB "
                + "allows 255 for keys, included attributes and the time to live. Rename it.");
    }

    @Test
    @DisplayName("M25 the stored name of a key of indexes is reported once")
    void refusesALongKeyOfIndexes() {
        model.string("id").hashKey();
        StringColumn<Thing, String> name = model.string("name").storedAs("k".repeat(256));
        model.globalIndex("byName", ALL).hashKey(name);
        model.globalIndex("byName2", ALL).hashKey(model.string("other")).rangeKey(name);
        assertProblem("The stored name '" + "k".repeat(60) + "...' of column 'name' has 256 bytes in UTF-8; DynamoDB "
                + "allows 255 for keys, included attributes and the time to live. Rename it.");
    }

    @Test
    @DisplayName("M25 the stored name of an included column has at most 255 bytes")
    void refusesALongIncludedColumn() {
        model.string("id").hashKey();
        StringColumn<Thing, String> text = model.string("text").storedAs("ü".repeat(128));
        model.globalIndex("byName", IndexProjection.of(text)).hashKey(model.string("name"));
        assertProblem("The stored name '" + "ü".repeat(60) + "...' of column 'text' has 256 bytes in UTF-8; DynamoDB "
                + "allows 255 for keys, included attributes and the time to live. Rename it.");
    }

    @Test
    @DisplayName("M25 the stored name of the time to live has at most 255 bytes")
    void refusesALongTimeToLive() {
        model.string("id").hashKey();
        NumberColumn<Thing, Long> ends = model.number("ends").storedAs("e".repeat(256));
        model.table(t -> t.ttl(ends));
        assertProblem("The stored name '" + "e".repeat(60) + "...' of column 'ends' has 256 bytes in UTF-8; DynamoDB "
                + "allows 255 for keys, included attributes and the time to live. Rename it.");
    }

    @Test
    @DisplayName("M25 the stored name of any column has less than 64 KB")
    void refusesAVeryLongColumn() {
        model.string("id").hashKey();
        model.string("text").storedAs("t".repeat(65_536));
        assertProblem("The stored name '" + "t".repeat(60) + "...' of column 'text' has 65536 bytes in UTF-8; DynamoDB "
                + "allows 65535. Rename it.");
    }

    @Test
    @DisplayName("M25 the stored name of a column that is no key may have more than 255 bytes")
    void allowsALongColumn() {
        model.string("id").hashKey();
        model.string("text").storedAs("t".repeat(300));
        assertValid();
    }

    @Test
    @DisplayName("M25 a table has at most five local indexes")
    void refusesSixLocalIndexes() {
        model.string("id").hashKey();
        model.string("range").rangeKey();
        StringColumn<Thing, String> name = model.string("name");
        IntStream.range(0, 6).forEach(i -> model.localIndex("byName" + i, ALL).rangeKey(name));
        assertProblem("The model has 6 local indexes; DynamoDB allows 5 for each table. Remove some, or make them "
                + "global.");
    }

    @Test
    @DisplayName("M25 a table has at most twenty global indexes")
    void refusesTwentyOneGlobalIndexes() {
        model.string("id").hashKey();
        StringColumn<Thing, String> name = model.string("name");
        IntStream.range(0, 21).forEach(i -> model.globalIndex("byName" + i, ALL).hashKey(name));
        assertProblem("The model has 21 global indexes; DynamoDB allows 20 for each table. Remove some; if AWS has "
                + "raised this quota, declare the others in a second model of the same table.");
    }

    @Test
    @DisplayName("M25 five local and twenty global indexes are fine")
    void allowsTheMostIndexes() {
        model.string("id").hashKey();
        model.string("range").rangeKey();
        StringColumn<Thing, String> name = model.string("name");
        IntStream.range(0, 5).forEach(i -> model.localIndex("local" + i, ALL).rangeKey(name));
        IntStream.range(0, 20).forEach(i -> model.globalIndex("global" + i, ALL).hashKey(name));
        assertValid();
    }

    @Test
    @DisplayName("M25 indexes include at most a hundred columns beside the keys")
    void refusesManyIncludedColumns() {
        model.string("id").hashKey();
        List<StringColumn<Thing, String>> columns = strings(101);
        model.globalIndex("byFirst", of(columns)).hashKey(model.string("name"));
        assertProblem("The indexes include 101 columns beside their keys; DynamoDB allows 100 for all indexes of a "
                + "table together. Let an index project all columns, or fewer.");
    }

    @Test
    @DisplayName("M25 a column that two indexes include counts twice")
    void countsIncludedColumnsOfAllIndexes() {
        model.string("id").hashKey();
        List<StringColumn<Thing, String>> columns = strings(51);
        model.globalIndex("byName", of(columns)).hashKey(model.string("name"));
        model.globalIndex("byOther", of(columns)).hashKey(model.string("other"));
        assertProblem("The indexes include 102 columns beside their keys; DynamoDB allows 100 for all indexes of a "
                + "table together. Let an index project all columns, or fewer.");
    }

    @Test
    @DisplayName("M25 keys among the included columns do not count")
    void doesNotCountIncludedKeys() {
        model.string("id").hashKey();
        List<StringColumn<Thing, String>> columns = strings(101);
        model.globalIndex("byFirst", of(columns)).hashKey(columns.get(0));
        assertValid();
    }

    @Test
    @DisplayName("M25 a table has at most fifty tags")
    void refusesManyTags() {
        model.string("id").hashKey();
        IntStream.range(0, 51).forEach(i -> model.table(t -> t.tag("tag" + i, "")));
        assertProblem("The table has 51 tags; AWS allows 50. Remove some.");
    }

    @Test
    @DisplayName("M25 the key of a tag has at most 128 characters")
    void refusesALongTag() {
        model.string("id").hashKey();
        model.table(t -> t.tag("t".repeat(129), ""));
        assertProblem("The table's tag '" + "t".repeat(60) + "...' has a key of 129 characters; AWS allows 128. "
                + "Shorten it.");
    }
}
