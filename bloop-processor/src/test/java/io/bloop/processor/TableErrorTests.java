package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class TableErrorTests {

    private static List<String> messages(String table) {
        return Compilation.of("""
                        @Model
                        %s
                        class Link {
                            @HashKey String slug;
                        }
                        """.formatted(table)).messages();
    }

    @Test
    @DisplayName("M10 units below one")
    void unitsBelowOne() {
        assertThat(messages("@Table(readUnits = 0)"))
                .containsExactly("error at 2 0): The table has units below 1 (read 0, write null); the least is 1.");
    }

    @Test
    @DisplayName("M10 units of a table on demand")
    void unitsOnDemand() {
        assertThat(messages("@Table(billing = Table.Billing.ON_DEMAND, writeUnits = 5)"))
                .containsExactly("error at 2 5): The table is billed on demand and has units; leave the units out.");
    }

    @Test
    @DisplayName("M10 a stream of keys and images")
    void aStreamOfKeysAndImages() {
        assertThat(messages("@Table(stream = {Table.Stream.KEYS, Table.Stream.NEW})"))
                .containsExactly(
                        "error at 2 {Table.Stream.KEYS, Table.Stream.NEW}): The table's stream cannot tell the "
                                + "keys and images both; keep KEYS, or NEW and OLD.");
    }

    @Test
    @DisplayName("M10 an empty name")
    void anEmptyName() {
        assertThat(messages("@Table(name = \"\")"))
                .containsExactly("error at 2 \"\"): The table's name is empty; leave it out, or name the table.");
    }

    @Test
    void anEmptyNameOfTheModel() {
        assertThat(Compilation.of("@Model(\"\")\nclass Link { @HashKey String slug; }")
                        .messages())
                .containsExactly("error at 1 \"\"): The model's name is empty; " + "leave it out, or name the model.");
    }

    @Test
    @DisplayName("M11 a maximum on demand of a table that is provisioned is an error")
    void aMaximumOfAProvisionedTable() {
        assertThat(messages("@Table(billing = Table.Billing.PROVISIONED, maximumWriteUnits = 9)"))
                .containsExactly(
                        "error at 2 9): The table has a maximum on demand and is billed as provisioned; bill it "
                                + "on demand, or leave the maximum out.");
    }

    @Test
    @DisplayName("M11 maximums and warm throughput below 1 are errors, both told")
    void throughputBelowOne() {
        assertThat(messages("@Table(warmReadUnits = 0, maximumReadUnits = -2, maximumWriteUnits = 3)"))
                .containsExactly(
                        "error at 2 -2, maximumWriteUnits = 3): The table has a maximum on demand below 1 (read -2, "
                                + "write 3); the least is 1.",
                        "error at 2 0, maximumReadUnits = -2, maximumWriteUnits = 3): The table has warm throughput "
                                + "below 1 (read 0, write null); the least is 1.");
    }

    @Test
    @DisplayName("M11 tags without a key, with a reserved one and of one key are errors")
    void tagsOfWrongKeys() {
        assertThat(
                        messages(
                                "@Table(tags = {@Table.Tag(key = \"\", value = \"a\"), @Table.Tag(key = \"aws:x\", value = \"\")})"))
                .containsExactly(
                        "error at 2 {@Table.Tag(key = \"\", value = \"a\"), @Table.Tag(key = \"aws:x\", value = \"\")}): "
                                + "A tag of the table has an empty key; give it one.",
                        "error at 2 {@Table.Tag(key = \"\", value = \"a\"), @Table.Tag(key = \"aws:x\", value = \"\")}): "
                                + "The table's tag 'aws:x' begins with 'aws:', which AWS keeps for itself; rename it.");
    }

    @Test
    @DisplayName("M11 two tags of one key are an error")
    void twoTagsOfOneKey() {
        assertThat(
                        messages(
                                "@Table(tags = {@Table.Tag(key = \"a\", value = \"1\"), @Table.Tag(key = \"a\", value = \"2\")})"))
                .containsExactly("error at 2 {@Table.Tag(key = \"a\", value = \"1\"), @Table.Tag(key = \"a\", value = "
                        + "\"2\")}): The table has the tag 'a' more than once; keep it once.");
    }

    @Test
    @DisplayName("M11 a key of a table that is not to be encrypted is an error, as is an empty one")
    void aKeyThatIsNotUsed() {
        assertThat(messages("@Table(encryption = Table.Switch.OFF, encryptionKey = \"\")"))
                .containsExactly(
                        "error at 2 \"\"): The key to encrypt the table with is empty; leave it out, or name the key.",
                        "error at 2 \"\"): The table has a key to encrypt it with, and its encryption is off; leave one "
                                + "of the two out.");
    }

    @Test
    @DisplayName("M11 the definition says all that the annotation says of the table and its indexes")
    void theDefinitionSaysAll() {
        Compilation compilation = Compilation.of("""
                @Model
                @Table(
                        billing = Table.Billing.ON_DEMAND,
                        maximumReadUnits = 10,
                        warmReadUnits = 12,
                        warmWriteUnits = 13,
                        encryptionKey = "alias/links",
                        tableClass = Table.TableClass.INFREQUENT_ACCESS,
                        deletionProtection = Table.Switch.ON,
                        tags = {@Table.Tag(key = "team", value = "a"), @Table.Tag(key = "cost", value = "b")})
                @GlobalSecondaryIndex(
                        name = "byOwner",
                        hashKey = "owner",
                        projection = Projection.KEYS,
                        maximumWriteUnits = 5,
                        warmReadUnits = 6)
                record Link(@HashKey String slug, String owner) {}
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains("""
                            public final GlobalSecondaryIndex<Link> byOwner =
                                    globalIndex("byOwner", IndexProjection.KEYS)
                                            .hashKey(owner)
                                            .onDemandMaximum(null, 5L)
                                            .warmThroughput(6L, null);

                            private LinkModel() {
                                super(Link.class);
                                table(table -> table.billing(Billing.ON_DEMAND)
                                        .onDemandMaximum(10L, null)
                                        .warmThroughput(12L, 13L)
                                        .deletionProtection(true)
                                        .encryptionKey("alias/links")
                                        .tableClass(TableClass.INFREQUENT_ACCESS)
                                        .tag("team", "a")
                                        .tag("cost", "b"));
                            }
                        """);
    }
}
