package io.bloop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.InvalidArgument;
import io.bloop.model.Blank.Thing;
import io.bloop.settings.Billing;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InvalidModelTests {

    private final Blank model = new Blank();

    private void assertProblem(String problem) {
        assertThatThrownBy(model::columns)
                .isInstanceOf(InvalidModel.class)
                .hasMessage("Model Thing is not valid (1 problem):\n  - " + problem);
    }

    @Test
    @DisplayName("M1 a model without a hash key is refused")
    void aModelWithoutAHashKeyIsRefused() {
        model.string("id");
        assertProblem("No column is the hash key; mark one with hashKey().");
    }

    @Test
    @DisplayName("M1 a model with two hash keys is refused, naming both")
    void aModelWithTwoHashKeysIsRefused() {
        model.string("id").hashKey();
        model.string("other").hashKey();
        assertProblem("Columns [id, other] are all hash keys; keep one.");
    }

    @Test
    @DisplayName("M1 a model with two range keys is refused, naming both")
    void aModelWithTwoRangeKeysIsRefused() {
        model.string("id").hashKey();
        model.string("one").rangeKey();
        model.number("two").rangeKey();
        assertProblem("Columns [one, two] are all range keys; keep one.");
    }

    @Test
    @DisplayName("M1 a column that is both keys is refused")
    void aColumnThatIsBothKeysIsRefused() {
        model.string("id").rangeKey().hashKey();
        assertProblem("Column 'id' is both hash key and range key; keep one of the two.");
    }

    @Test
    @DisplayName("M2 key columns are backed by S, N or B")
    void keyColumnsAreBackedByScalars() {
        assertThat(KeyColumn.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(StringColumn.class, NumberColumn.class, BinaryColumn.class);
    }

    @Test
    @DisplayName("M23 two columns of one name are refused")
    void twoColumnsOfOneNameAreRefused() {
        model.string("id").hashKey();
        model.string("name").storedAs("a");
        model.number("name").storedAs("b");
        assertProblem("'name' is the name of both column 'name' and column 'name'; rename one.");
    }

    @Test
    @DisplayName("M15 two columns of one stored name are refused, naming both")
    void twoColumnsOfOneStoredNameAreRefused() {
        model.string("id").hashKey();
        model.string("name").storedAs("n");
        model.number("number").storedAs("n");
        assertProblem("'n' is the stored name of both column 'name' and column 'number'; rename one.");
    }

    @Test
    @DisplayName("M15 an index named as a column is refused")
    void anIndexNamedAsAColumnIsRefused() {
        StringColumn<Thing, String> name = model.string("name");
        model.string("id").hashKey();
        model.globalIndex("name", IndexProjection.ALL).storedAs("byName").hashKey(name);
        assertProblem("'name' is the name of both column 'name' and index 'name'; rename one.");
    }

    @Test
    @DisplayName("M15 an index stored under a column's stored name is refused")
    void anIndexStoredUnderAColumnsNameIsRefused() {
        StringColumn<Thing, String> name = model.string("name");
        model.string("id").hashKey();
        model.globalIndex("byName", IndexProjection.ALL).storedAs("name").hashKey(name);
        assertProblem("'name' is the stored name of both column 'name' and index 'byName'; rename one.");
    }

    @Test
    @DisplayName("M15 an empty stored name is refused")
    void anEmptyStoredNameIsRefused() {
        model.string("id").storedAs("").hashKey();
        assertProblem("An empty text is the stored name of column 'id'; give it one.");
    }

    @Test
    @DisplayName("M18 a global index without a hash key is refused")
    void aGlobalIndexWithoutAHashKeyIsRefused() {
        model.string("id").hashKey();
        model.globalIndex("byName", IndexProjection.ALL).rangeKey(model.string("name"));
        assertProblem("Index 'byName' has no hash key; add hashKey(column).");
    }

    @Test
    @DisplayName("M18 a local index of a table without a range key is refused")
    void aLocalIndexOfATableWithoutARangeKeyIsRefused() {
        model.string("id").hashKey();
        model.localIndex("byName", IndexProjection.ALL).rangeKey(model.string("name"));
        assertProblem("Index 'byName' is local, which needs a table with a range key; mark one with rangeKey(), "
                + "or use a global index.");
    }

    @Test
    @DisplayName("M18 a local index without a range key is refused")
    void aLocalIndexWithoutARangeKeyIsRefused() {
        model.string("id").hashKey();
        model.number("number").rangeKey();
        model.localIndex("byName", IndexProjection.ALL);
        assertProblem("Index 'byName' is local and has 0 range keys; add rangeKey(column) once.");
    }

    @Test
    @DisplayName("M18 units below 1 are refused")
    void unitsBelowOneAreRefused() {
        StringColumn<Thing, String> name = model.string("name");
        model.string("id").hashKey();
        model.globalIndex("byName", IndexProjection.ALL).hashKey(name).units(0L, 1L);
        assertProblem("Index 'byName' has units below 1 (read 0, write 1); the least is 1.");
    }

    @Test
    @DisplayName("M19 more than four hash or range attributes are refused")
    void moreThanFourKeyColumnsAreRefused() {
        model.string("id").hashKey();
        model.globalIndex("byAll", IndexProjection.ALL)
                .hashKey(model.string("a"), model.string("b"), model.string("c"), model.string("d"), model.string("e"));
        assertProblem("Index 'byAll' has 5 hash key columns; at most 4 are possible.");
    }

    @Test
    @DisplayName("M19 a column twice among the keys of an index is refused")
    void aColumnTwiceAmongTheKeysOfAnIndexIsRefused() {
        StringColumn<Thing, String> name = model.string("name");
        model.string("id").hashKey();
        model.globalIndex("byName", IndexProjection.ALL).hashKey(name).rangeKey(name);
        assertProblem("Index 'byName' has column 'name' twice among its keys; keep it once.");
    }

    @Test
    void theTablesHashKeyAsRangeKeyOfALocalIndexIsRefused() {
        StringColumn<Thing, String> id = model.string("id").hashKey();
        model.number("number").rangeKey();
        model.localIndex("byId", IndexProjection.ALL).rangeKey(id);
        assertProblem("Index 'byId' has column 'id' twice among its keys; keep it once.");
    }

    @Test
    @DisplayName("M19 an index key of another model is refused")
    void anIndexKeyOfAnotherModelIsRefused() {
        model.string("id").hashKey();
        model.globalIndex("byName", IndexProjection.ALL).hashKey(new Blank().string("name"));
        assertProblem("Index 'byName' has the hash key Column[Thing.name], which is of another model; "
                + "name a column of Thing.");
    }

    @Test
    @DisplayName("M17 a projected column of another model is refused")
    void aProjectedColumnOfAnotherModelIsRefused() {
        StringColumn<Thing, String> name = model.string("name");
        model.string("id").hashKey();
        model.globalIndex("byName", IndexProjection.of(new Blank().string("alien")))
                .hashKey(name);
        assertProblem(
                "Index 'byName' projects Column[Thing.alien], which is of another model; name a column of Thing.");
    }

    @Test
    @DisplayName("M17 a projection of no columns is refused")
    void aProjectionOfNoColumnsIsRefused() {
        StringColumn<Thing, String> name = model.string("name");
        model.string("id").hashKey();
        model.globalIndex("byName", IndexProjection.of()).hashKey(name);
        assertProblem("Index 'byName' projects no columns; name some, or use KEYS.");
    }

    @Test
    void anIndexDeclaredAboveItsKeyIsRefused() {
        StringColumn<Thing, String> below = null;
        model.string("id").hashKey();
        model.globalIndex("byName", IndexProjection.ALL).hashKey(below);
        assertProblem("Index 'byName' names a column that is null, as columns are above their declaration; "
                + "declare the index below its columns.");
    }

    @Test
    void anIndexDeclaredAboveAProjectedColumnIsRefused() {
        StringColumn<Thing, String> below = null;
        StringColumn<Thing, String> name = model.string("name");
        model.string("id").hashKey();
        model.globalIndex("byName", IndexProjection.of(name, below)).hashKey(name);
        assertProblem("Index 'byName' names a column that is null, as columns are above their declaration; "
                + "declare the index below its columns.");
    }

    @Test
    void aLocalIndexDeclaredAboveItsKeyIsRefused() {
        StringColumn<Thing, String> below = null;
        model.string("id").hashKey();
        model.number("number").rangeKey();
        model.localIndex("byName", IndexProjection.ALL).rangeKey(below);
        assertProblem("Index 'byName' names a column that is null, as columns are above their declaration; "
                + "declare the index below its columns.");
    }

    @Test
    @DisplayName("E21 a time to live declared above its column is refused")
    void aTimeToLiveDeclaredAboveItsColumnIsRefused() {
        NumberColumn<Thing, Long> below = null;
        assertThatThrownBy(() -> model.table(t -> t.ttl(below)))
                .isInstanceOf(InvalidArgument.class)
                .hasMessage("ttl() of a table: 'ttl' has to be a column that is declared above, and is null.");
    }

    @Test
    @DisplayName("M10 a time to live of another model is refused")
    void aTimeToLiveOfAnotherModelIsRefused() {
        model.string("id").hashKey();
        model.table(t -> t.ttl(new Blank().number("expiresOn")));
        assertProblem("The table's time to live is Column[Thing.expiresOn], which is of another model; "
                + "name a column of Thing.");
    }

    @Test
    @DisplayName("M6 units of a table that is billed on demand are refused")
    void unitsOfATableOnDemandAreRefused() {
        model.string("id").hashKey();
        model.table(t -> t.billing(Billing.ON_DEMAND).units(1L, null));
        assertProblem("The table is billed on demand and has units; leave the units out.");
    }

    @Test
    @DisplayName("M6 units of the table below 1 are refused")
    void unitsOfTheTableBelowOneAreRefused() {
        model.string("id").hashKey();
        model.table(t -> t.units(null, -1L));
        assertProblem("The table has units below 1 (read null, write -1); the least is 1.");
    }

    @Test
    @DisplayName("M11 a maximum on demand of a table that is billed as provisioned is refused")
    void aMaximumOfAProvisionedTableIsRefused() {
        model.string("id").hashKey();
        model.table(t -> t.billing(Billing.PROVISIONED).onDemandMaximum(5L, null));
        assertProblem("The table has a maximum on demand and is billed as provisioned; bill it on demand, or leave "
                + "the maximum out.");
    }

    @Test
    @DisplayName("M18 units of an index of a table that is billed on demand are refused")
    void unitsOfAnIndexOfATableOnDemandAreRefused() {
        model.string("id").hashKey();
        model.globalIndex("byName", IndexProjection.ALL)
                .hashKey(model.string("name"))
                .units(5L, 5L);
        model.table(t -> t.billing(Billing.ON_DEMAND));
        assertProblem("Index 'byName' has units, and the table is billed on demand; leave the units out.");
    }

    @Test
    @DisplayName("M18 a maximum on demand of an index of a table that is billed as provisioned is refused")
    void aMaximumOfAnIndexOfAProvisionedTableIsRefused() {
        model.string("id").hashKey();
        model.globalIndex("byName", IndexProjection.ALL)
                .hashKey(model.string("name"))
                .onDemandMaximum(5L, 5L);
        model.table(t -> t.billing(Billing.PROVISIONED));
        assertProblem(
                "Index 'byName' has a maximum on demand, and the table is billed as provisioned; leave the maximum "
                        + "out.");
    }

    @Test
    @DisplayName("M11 a maximum on demand below 1 is refused")
    void aMaximumBelowOneIsRefused() {
        model.string("id").hashKey();
        model.table(t -> t.billing(Billing.ON_DEMAND).onDemandMaximum(null, 0L));
        assertProblem("The table has a maximum on demand below 1 (read null, write 0); the least is 1.");
    }

    @Test
    @DisplayName("M11 warm throughput of an index below 1 is refused")
    void warmThroughputBelowOneIsRefused() {
        StringColumn<Thing, String> name = model.string("name");
        model.string("id").hashKey();
        model.globalIndex("byName", IndexProjection.ALL).hashKey(name).warmThroughput(0L, null);
        assertProblem("Index 'byName' has warm throughput below 1 (read 0, write null); the least is 1.");
    }

    @Test
    @DisplayName("M11 a tag whose key is empty, or begins as those of AWS do, is refused")
    void aTagThatCannotBeIsRefused() {
        model.string("id").hashKey();
        model.table(t -> t.tag("aws:team", "docs").tag("", "x"));
        assertThatThrownBy(model::columns).isInstanceOf(InvalidModel.class).hasMessage("""
                Model Thing is not valid (2 problems):
                  - A tag of the table has an empty key; give it one.
                  - The table's tag 'aws:team' begins with 'aws:', which AWS keeps for itself; rename it.\
                """);
    }

    @Test
    void anEmptyTableNameIsRefused() {
        model.string("id").hashKey();
        model.table(t -> t.named(""));
        assertProblem("The table's name is empty; leave it out, or name the table.");
    }

    @Test
    @DisplayName("M25 all mistakes of a definition are found at once")
    void allMistakesAreFoundAtOnce() {
        model.string("name").storedAs("n");
        model.string("name");
        model.globalIndex("byName", IndexProjection.of());
        model.localIndex("local", IndexProjection.ALL);
        model.table(t -> t.named("").units(0L, 1L));
        assertThatThrownBy(model::columns).isInstanceOf(InvalidModel.class).hasMessage("""
                        Model Thing is not valid (8 problems):
                          - No column is the hash key; mark one with hashKey().
                          - 'name' is the name of both column 'name' and column 'name'; rename one.
                          - Index 'byName' has no hash key; add hashKey(column).
                          - Index 'byName' projects no columns; name some, or use KEYS.
                          - Index 'local' is local, which needs a table with a range key; mark one with rangeKey(), \
                        or use a global index.
                          - Index 'local' is local and has 0 range keys; add rangeKey(column) once.
                          - The table has units below 1 (read 0, write 1); the least is 1.
                          - The table's name is empty; leave it out, or name the table.""");
    }

    @Test
    @DisplayName("M25 a mistaken definition is refused by everything that reads it")
    void aMistakenDefinitionIsRefusedByEverything() {
        model.string("id");
        List<Runnable> readers = List.of(
                model::settings,
                model::keys,
                model::hashKey,
                model::rangeKey,
                model::indexes,
                model::globalIndexes,
                model::localIndexes,
                model::internals,
                () -> model.column("id"),
                () -> model.keyOf("1"));
        assertThat(readers).allSatisfy(reader -> assertThatThrownBy(reader::run).isInstanceOf(InvalidModel.class));
    }

    @Test
    void theErrorTellsItsPartsToo() {
        model.string("id");
        assertThatThrownBy(model::columns).isInstanceOfSatisfying(InvalidModel.class, ex -> {
            assertThat(ex.model()).isEqualTo("Thing");
            assertThat(ex.problems()).containsExactly("No column is the hash key; mark one with hashKey().");
        });
    }
}
