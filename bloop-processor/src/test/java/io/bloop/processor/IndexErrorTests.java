package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class IndexErrorTests {

    private static List<String> messages(String index) {
        return Compilation.of("""
                        @Model
                        %s
                        class Link {
                            @HashKey String slug;
                            String owner;
                            String target;
                            boolean pinned;
                            Set<String> tags;
                            int a, b, c, d, e;
                        }
                        """.formatted(index)).messages();
    }

    @Test
    @DisplayName("M19 a hash key by a name that is missing, with the nearest one")
    void aHashKeyThatIsMissing() {
        assertThat(messages(
                        "@GlobalSecondaryIndex(name = \"byOwner\", projection = Projection.ALL, hashKey = \"ownr\")"))
                .containsExactly("error at 2 \"ownr\"): Index 'byOwner' has the hash key 'ownr', and Link has no such "
                        + "column. Did you mean 'owner'?");
    }

    @Test
    @DisplayName("M19 a range key by a name that is missing, with the nearest one")
    void aRangeKeyThatIsMissing() {
        assertThat(
                        messages(
                                "@GlobalSecondaryIndex(name = \"byOwner\", projection = Projection.ALL, hashKey = \"owner\", rangeKey = {\"slug\", \"targets\"})"))
                .containsExactly(
                        "error at 2 \"targets\"}): Index 'byOwner' has the range key 'targets', and Link has no "
                                + "such column. Did you mean 'target'?");
    }

    @Test
    void anIndexAmongSeveralIsPointedAt() {
        assertThat(messages("""
                                @GlobalSecondaryIndex(name = "first", projection = Projection.ALL, hashKey = "owner")
                                @GlobalSecondaryIndex(name = "second", projection = Projection.ALL, hashKey = "nobody")"""))
                .containsExactly(
                        "error at 3 \"nobody\"): Index 'second' has the hash key 'nobody', and Link has no such "
                                + "column. Known: a, b, c, d, e, owner, pinned, slug, tags, target.");
    }

    @Test
    @DisplayName("M2 an index key that is no string, number or binary")
    void anIndexKeyThatIsNoScalar() {
        assertThat(
                        messages(
                                "@GlobalSecondaryIndex(name = \"byTag\", projection = Projection.ALL, hashKey = \"tags\", rangeKey = \"pinned\")"))
                .containsExactly(
                        "error at 2 \"tags\", rangeKey = \"pinned\"): Index 'byTag' has the hash key 'tags', which is "
                                + "stored as a set; a key is stored as S, N or B: use another column.",
                        "error at 2 \"pinned\"): Index 'byTag' has the range key 'pinned', which is stored as BOOL; "
                                + "a key is stored as S, N or B: use another column.");
    }

    @Test
    @DisplayName("M18 a local index on a table without a range key")
    void aLocalIndexOnATableWithoutRangeKey() {
        assertThat(messages(
                        "@LocalSecondaryIndex(name = \"byDay\", projection = Projection.ALL, rangeKey = \"owner\")"))
                .containsExactly("error at 2 @LocalSecondaryIndex(name = \"byDay\", projection = Projection.ALL, "
                        + "rangeKey = \"owner\"): Index 'byDay' is local, which needs a table with a range key; mark one "
                        + "with @RangeKey, or use a global index.");
    }

    @Test
    @DisplayName("M18 a global index without a hash key")
    void aGlobalIndexWithoutHashKey() {
        assertThat(messages("@GlobalSecondaryIndex(name = \"byDay\", projection = Projection.ALL, hashKey = {})"))
                .containsExactly("error at 2 {}): Index 'byDay' has no hash key; name a column in hashKey.");
    }

    @Test
    @DisplayName("M19 more than four key columns")
    void moreThanFourKeyColumns() {
        assertThat(
                        messages(
                                "@GlobalSecondaryIndex(name = \"byX\", projection = Projection.ALL, hashKey = {\"a\", \"b\", \"c\", \"d\", \"e\"})"))
                .containsExactly("error at 2 {\"a\", \"b\", \"c\", \"d\", \"e\"}): Index 'byX' has 5 hash key columns; "
                        + "at most 4 are possible.");
    }

    @Test
    void aKeyColumnGivenTwice() {
        assertThat(
                        messages(
                                "@GlobalSecondaryIndex(name = \"byX\", projection = Projection.ALL, hashKey = \"owner\", rangeKey = \"owner\")"))
                .containsExactly(
                        "error at 2 \"owner\"): Index 'byX' has column 'owner' twice among its keys; keep it once.");
    }

    @Test
    @DisplayName("M17 a projection that names nothing")
    void aProjectionThatNamesNothing() {
        assertThat(messages(
                        "@GlobalSecondaryIndex(name = \"byX\", hashKey = \"owner\", projection = Projection.INCLUDE)"))
                .containsExactly("error at 2 .INCLUDE): Index 'byX' projects no columns; name some, or use KEYS.");
    }

    @Test
    @DisplayName("M17 a projection by a name that is missing, with the nearest one")
    void aProjectionThatNamesAMissingColumn() {
        assertThat(
                        messages(
                                "@GlobalSecondaryIndex(name = \"byX\", hashKey = \"owner\", projection = Projection.INCLUDE, include = \"tag\")"))
                .containsExactly(
                        "error at 2 \"tag\"): Index 'byX' projects 'tag', and Link has no such column. Did you mean "
                                + "'tags'?");
    }

    @Test
    @DisplayName("M17 columns to include in another projection")
    void columnsToIncludeInAnotherProjection() {
        assertThat(
                        messages(
                                "@GlobalSecondaryIndex(name = \"byX\", hashKey = \"owner\", projection = Projection.KEYS, include = \"tags\")"))
                .containsExactly(
                        "error at 2 \"tags\"): Index 'byX' names columns to include, and its projection is KEYS; "
                                + "use Projection.INCLUDE, or leave include out.");
    }

    @Test
    @DisplayName("M18 units below one")
    void unitsBelowOne() {
        assertThat(
                        messages(
                                "@GlobalSecondaryIndex(name = \"byX\", hashKey = \"owner\", projection = Projection.KEYS, readUnits = 5, writeUnits = 0)"))
                .containsExactly("error at 2 0): Index 'byX' has units below 1 (read 5, write 0); the least is 1.");
    }

    @Test
    @DisplayName("M18 units of one kind alone")
    void unitsOfOneKindAlone() {
        assertThat(
                        messages(
                                "@GlobalSecondaryIndex(name = \"byX\", hashKey = \"owner\", projection = Projection.KEYS, readUnits = 5)"))
                .containsExactly("error at 2 5): Index 'byX' has readUnits without writeUnits; give both or neither.");
    }

    @Test
    @DisplayName("M25 a name that no field can have")
    void aNameThatNoFieldCanHave() {
        assertThat(
                        messages(
                                "@GlobalSecondaryIndex(name = \"by-owner\", hashKey = \"owner\", projection = Projection.KEYS)"))
                .containsExactly("error at 2 \"by-owner\", hashKey = \"owner\", projection = Projection.KEYS): Index "
                        + "'by-owner' has a name that no Java field can have; choose another, and keep this one with "
                        + "storedAs.");
    }

    @Test
    @DisplayName("M15 a name that a column has")
    void aNameThatAColumnHas() {
        assertThat(messages(
                        "@GlobalSecondaryIndex(hashKey = \"owner\", projection = Projection.KEYS, name = \"owner\")"))
                .containsExactly(
                        "error at 2 \"owner\"): 'owner' is the name of both column 'owner' and index 'owner'; rename one.",
                        "error at 2 \"owner\"): 'owner' is the stored name of both column 'owner' and index 'owner'; "
                                + "rename one.");
    }

    @Test
    @DisplayName("M25 a name that the constant has")
    void aNameThatTheConstantHas() {
        assertThat(messages(
                        "@GlobalSecondaryIndex(hashKey = \"owner\", projection = Projection.KEYS, name = \"LINK\")"))
                .containsExactly(
                        "error at 2 \"LINK\"): Index 'LINK' has the name of the constant LinkModel.LINK; rename it.");
    }

    @Test
    @DisplayName("M15 two indexes of one stored name")
    void twoIndexesOfOneStoredName() {
        assertThat(messages("""
                                @GlobalSecondaryIndex(name = "byX", hashKey = "owner", projection = Projection.KEYS)
                                @GlobalSecondaryIndex(name = "byY", hashKey = "owner", projection = Projection.KEYS, storedAs = "byX")"""))
                .containsExactly(
                        "error at 3 \"byX\"): 'byX' is the stored name of both index 'byX' and index 'byY'; rename one.");
    }
}
