package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class ColumnErrorTests {

    private static List<String> messages(String members) {
        return Compilation.of("""
            @Model
            class Link {
                @HashKey String slug;
                %s
            }
            class Money {
                static final StringType<Money> MONEY = StringType.of(Money.class, m -> "", t -> new Money());
                static final StringType<Instant> MOMENT = StringType.of(Instant.class, m -> "", t -> null);
                static final BinaryType<Long> BINARY = BinaryType.of(Long.class, m -> null, t -> null);
                static final String TEXT = "";
            }
            """.formatted(members)).messages();
    }

    @Test
    @DisplayName("M14 an unknown type, and how to declare one")
    void anUnknownType() {
        assertThat(messages("Money price;"))
                .containsExactly("error at 4 price;: Column 'price' has the type Money, which has no stored form; mark "
                        + "Money with @Document to store it by its members, or declare static final "
                        + "StringType<Money> MONEY = StringType.of(Money.class, value -> ..., text -> "
                        + "...); in a class, and name it on Link with @StoredWith(holder = "
                        + "ThatClass.class, constant = \"MONEY\"), or leave the member out with "
                        + "@Ignored.");
    }

    @Test
    void anUnknownTypeOfElements() {
        assertThat(messages("Map<String, List<Money>> prices;"))
                .containsExactly("error at 4 prices;: Column 'prices' has the type Map<String, List<Money>>, and "
                        + "Money in it has no stored form; mark Money with @Document to store it by its "
                        + "members, or declare static final StringType<Money> MONEY = "
                        + "StringType.of(Money.class, value -> ..., text -> ...); in a class, and name it on "
                        + "Link with @StoredWith(holder = ThatClass.class, constant = \"MONEY\"), or leave the "
                        + "member out with @Ignored.");
    }

    @Test
    @DisplayName("M14 a collection without what it is of")
    void aRawCollection() {
        assertThat(messages("@SuppressWarnings(\"rawtypes\") List notes;"))
                .containsExactly(
                        "error at 4 notes;: Column 'notes' has the type List, which is raw and leaves open what "
                                + "is stored; declare it as List<String>.");
    }

    @Test
    @DisplayName("M14 a collection of a wildcard")
    void aWildcard() {
        assertThat(messages("Set<? extends Number> sizes;"))
                .containsExactly("error at 4 sizes;: Column 'sizes' has the type Set<? extends Number>, which has a "
                        + "wildcard and leaves open what is stored; declare it as "
                        + "Set<java.math.BigDecimal>.");
    }

    @Test
    void aMapFromOtherThanText() {
        assertThat(messages("Map<Boolean, String> names;"))
                .containsExactly("error at 4 names;: Column 'names' has the type Map<Boolean, String>, which has keys "
                        + "without a text, and DynamoDB knows members by text alone; declare it as "
                        + "Map<String, String>.");
    }

    @Test
    void aSetOfOtherThanScalars() {
        assertThat(messages("Set<Boolean> flags;"))
                .containsExactly("error at 4 flags;: Column 'flags' has the type Set<Boolean>, which is a set, and "
                        + "DynamoDB has sets of what is stored as S, N or B alone; declare it as "
                        + "List<Boolean>.");
    }

    @Test
    void aClassOfCollections() {
        assertThat(messages("HashSet<String> tags;"))
                .containsExactly("error at 4 tags;: Column 'tags' has the type HashSet<String>, which loading cannot "
                        + "make; declare it as Set<String>.");
    }

    @Test
    void aPrivateEnum() {
        assertThat(messages("State state; private enum State { ON }"))
                .containsExactly(
                        "error at 4 state; private enum State { ON }: Column 'state' has the type State, which "
                                + "LinkModel cannot reach; make it package-private or public.");
    }

    @Test
    void aStoredTypeThatIsMissing() {
        assertThat(messages("@StoredWith(holder = Money.class, constant = \"MONY\") Money price;"))
                .containsExactly(
                        "error at 4 \"MONY\") Money price;: Column 'price' is stored with Money.MONY, which is no "
                                + "static field that LinkModel can reach and that holds a StringType, NumberType "
                                + "or the like. "
                                + "Did you mean 'MONEY'?");
    }

    @Test
    void aStoredTypeOfAnotherJavaType() {
        assertThat(messages("@StoredWith(holder = Money.class, constant = \"MONEY\") long price;"))
                .containsExactly("error at 4 \"MONEY\") long price;: Column 'price' is a long, and Money.MONEY stores "
                        + "Money; name a type of Long.");
    }

    @Test
    void aPrimitiveStoredAsBinary() {
        assertThat(messages("@StoredWith(holder = Money.class, constant = \"BINARY\") long price;"))
                .containsExactly(
                        "error at 4 \"BINARY\") long price;: Column 'price' is a long, for which a BinaryType has "
                                + "no value where the attribute is absent; declare it as Long.");
    }

    @Test
    @DisplayName("M15 two columns of one stored name")
    void twoStoredNames() {
        assertThat(messages("@Column(\"slug\") String owner;"))
                .containsExactly(
                        "error at 4 \"slug\") String owner;: 'slug' is the stored name of both column 'slug' and "
                                + "column 'owner'; rename one.");
    }

    @Test
    @DisplayName("M15 an empty stored name")
    void anEmptyStoredName() {
        assertThat(messages("@Column(\"\") String owner;"))
                .containsExactly("error at 4 \"\") String owner;: An empty text is the stored name of column 'owner'; "
                        + "give it one.");
    }

    @Test
    @DisplayName("M25 a name that the constant has")
    void aNameThatTheConstantHas() {
        assertThat(messages("String LINK;"))
                .containsExactly(
                        "error at 4 LINK;: Column 'LINK' has the name of the constant LinkModel.LINK; rename it.");
    }

    @Test
    @DisplayName("M10 a time to live that is no number")
    void aTimeToLiveOfAnotherDateTime() {
        assertThat(messages("@Ttl String expires;"))
                .containsExactly(
                        "error at 4 @Ttl String expires;: Column 'expires' is the time to live and stored as S, "
                                + "which has to be a number of epoch seconds; use an Instant, which @Ttl stores as one "
                                + "(@Timestamp).");
    }

    @Test
    @DisplayName("M10 a time to live that is stored as text")
    void aTimeToLiveStoredAsText() {
        assertThat(messages("@Ttl @StoredWith(holder = Money.class, constant = \"MOMENT\") Instant expires;"))
                .containsExactly(
                        "error at 4 @Ttl @StoredWith(holder = Money.class, constant = \"MOMENT\") Instant expires;: "
                                + "Column 'expires' is the time to live and stored as S, which has to be a "
                                + "number of epoch "
                                + "seconds; use @Timestamp rather than @StoredWith.");
    }

    @Test
    @DisplayName("M10 two times to live")
    void twoTimesToLive() {
        assertThat(messages("@Ttl Instant a; @Ttl long b;"))
                .containsExactly("error at 4 @Ttl long b;: Columns [a, b] are all marked with @Ttl; keep one.");
    }

    @Test
    void aTimestampOfAnotherType() {
        assertThat(messages("@Timestamp String at;"))
                .containsExactly(
                        "error at 4 @Timestamp String at;: Column 'at' is marked with @Timestamp and a String; "
                                + "declare it as an Instant, or take @Timestamp away.");
    }

    @Test
    void aTimestampWithAStoredType() {
        assertThat(messages("@Timestamp @StoredWith(holder = Money.class, constant = \"MOMENT\") Instant at;"))
                .containsExactly(
                        "error at 4 @Timestamp @StoredWith(holder = Money.class, constant = \"MOMENT\") Instant at;: "
                                + "Column 'at' is marked with both @Timestamp and @StoredWith; keep one.");
    }

    @Test
    void anIgnoredMemberThatIsMarked() {
        assertThat(messages("@Ignored @Column(\"o\") String owner;"))
                .containsExactly(
                        "error at 4 @Column(\"o\") String owner;: 'owner' is @Ignored and so no column, and is marked "
                                + "with @Column(\"o\"); take one of the two away.");
    }

    @Test
    void aStaticFieldThatIsMarked() {
        assertThat(messages("@Column(\"o\") static String owner;"))
                .containsExactly(
                        "error at 4 @Column(\"o\") static String owner;: 'owner' is static and so no column, and is "
                                + "marked with @Column(\"o\"); take one of the two away.");
    }

    @Test
    void aPrivateFieldWithoutAccessors() {
        assertThat(messages("private boolean pinned;"))
                .containsExactly("error at 4 pinned;: Column 'pinned' is private, and Link lacks isPinned() and "
                        + "setPinned(boolean); add what is missing, make the field package-private, or leave it "
                        + "out with "
                        + "@Ignored.");
    }

    @Test
    void aPrivateFieldWithoutSetter() {
        assertThat(messages("private String owner; String owner() { return owner; } void setOwner(int other) {}"))
                .containsExactly(
                        "error at 4 owner; String owner() { return owner; } void setOwner(int other) {}: Column "
                                + "'owner' is private, and Link lacks setOwner(String); add what is missing, "
                                + "make the field "
                                + "package-private, or leave it out with @Ignored.");
    }

    @Test
    void aFinalField() {
        assertThat(messages("final String owner = \"\";"))
                .containsExactly(
                        "error at 4 owner = \"\";: Column 'owner' is final, so that loading cannot set it; take "
                                + "final away, let the constructor of Link take it, or make Link a record.");
    }
}
