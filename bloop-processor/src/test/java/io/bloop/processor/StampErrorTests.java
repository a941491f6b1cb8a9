package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class StampErrorTests {

    private static List<String> messages(String members) {
        return Compilation.of("""
                        @Model
                        class Paper {
                            @HashKey String id;
                            %s
                        }
                        class Own {
                            static final StringType<Long> HEX = StringType.of(Long.class, Long::toHexString, text -> 0L);
                            static final BinaryType<Instant> RAW = BinaryType.of(Instant.class, m -> null, t -> null);
                        }
                        """.formatted(members)).messages();
    }

    @Test
    @DisplayName("M25 two versions are an error, naming both")
    void twoVersions() {
        assertThat(messages("@Version long one; @Version int two;"))
                .containsExactly(
                        "error at 4 @Version int two;: Columns [one, two] are all marked with @Version; keep one.");
    }

    @Test
    @DisplayName("M25 two moments of the first write are an error, as are two of the last")
    void twoMoments() {
        assertThat(messages("@Created Instant a; @Created Instant b; @Modified Instant c; @Modified Instant d;"))
                .containsExactly(
                        "error at 4 @Created Instant b; @Modified Instant c; @Modified Instant d;: Columns [a, b] are "
                                + "all marked with @Created; keep one.",
                        "error at 4 @Modified Instant d;: Columns [c, d] are all marked with @Modified; keep one.");
    }

    @Test
    @DisplayName("M25 a version of another type than int and long is an error")
    void aVersionOfAnotherType() {
        assertThat(messages("@Version String version;"))
                .containsExactly("error at 4 @Version String version;: Column 'version' is marked with @Version and of "
                        + "type String; make it an int or a long.");
    }

    @Test
    @DisplayName("M25 a moment of a type that is none is an error")
    void aMomentOfAnotherType() {
        assertThat(messages("@Created LocalDateTime since; @Modified Set<Instant> all;"))
                .containsExactly(
                        "error at 4 @Created LocalDateTime since; @Modified Set<Instant> all;: Column 'since' is marked "
                                + "with @Created and of type LocalDateTime; make it an Instant, an OffsetDateTime or a "
                                + "ZonedDateTime.",
                        "error at 4 @Modified Set<Instant> all;: Column 'all' is marked with @Modified and of type Set; "
                                + "make it an Instant, an OffsetDateTime or a ZonedDateTime.");
    }

    @Test
    @DisplayName("M25 an auditor of a type that none is stored as is an error")
    void anAuditorOfAnotherType() {
        assertThat(messages("@CreatedBy Instant by; @ModifiedBy long last;"))
                .containsExactly(
                        "error at 4 @CreatedBy Instant by; @ModifiedBy long last;: Column 'by' is marked with @CreatedBy "
                                + "and of type Instant; make it a String, a UUID, an Integer or a Long.",
                        "error at 4 @ModifiedBy long last;: Column 'last' is marked with @ModifiedBy and of type long; "
                                + "make it a String, a UUID, an Integer or a Long.");
    }

    @Test
    @DisplayName("M25 two auditors of the last write are an error, as is one column for a moment and an auditor")
    void twoAuditors() {
        assertThat(messages("@ModifiedBy String a; @ModifiedBy UUID b; @Created @CreatedBy String c;"))
                .containsExactly(
                        "error at 4 @ModifiedBy UUID b; @Created @CreatedBy String c;: Columns [a, b] are all marked with "
                                + "@ModifiedBy; keep one.",
                        "error at 4 @Created @CreatedBy String c;: Column 'c' is marked with all of [@Created, "
                                + "@CreatedBy]; keep one.");
    }

    @Test
    @DisplayName("M25 a member of a document that would hold an auditor is an error")
    void anAuditorInADocument() {
        assertThat(Compilation.of("@Document\nrecord Store(String name, @ModifiedBy String by) {}")
                        .messages())
                .containsExactly("error at 2 @ModifiedBy String by) {}: Member 'by' is marked with @ModifiedBy, which "
                        + "only a column of a model can be; take it away, or mark Store with @Model rather than "
                        + "@Document.");
    }

    @Test
    @DisplayName("M25 a time to live that the engine writes to is an error")
    void aTimeToLive() {
        assertThat(messages("@Ttl @Modified Instant modified;"))
                .containsExactly("error at 4 @Modified Instant modified;: Column 'modified' is the table's time to "
                        + "live and marked with @Modified, which says nothing of when an item expires; use another "
                        + "column.");
    }

    @Test
    @DisplayName("M25 a version that is stored as text is an error")
    void aVersionStoredAsText() {
        assertThat(messages("@Version @StoredWith(holder = Own.class, constant = \"HEX\") long version;"))
                .containsExactly(
                        "error at 4 @Version @StoredWith(holder = Own.class, constant = \"HEX\") long version;: "
                                + "Column 'version' is marked with @Version and stored as S; store it as N, as it is without a "
                                + "type of your own.");
    }

    @Test
    @DisplayName("M25 a moment that is stored as binary data is an error")
    void aMomentStoredAsBinary() {
        assertThat(messages("@Modified @StoredWith(holder = Own.class, constant = \"RAW\") Instant at;"))
                .containsExactly(
                        "error at 4 @Modified @StoredWith(holder = Own.class, constant = \"RAW\") Instant at;: "
                                + "Column 'at' is marked with @Modified and stored as B; store it as S or N, as it is without a "
                                + "type of your own.");
    }

    @Test
    @DisplayName("M25 a column that is the moment of both the first and the last write is an error")
    void bothMoments() {
        assertThat(messages("@Created @Modified Instant at;"))
                .containsExactly("error at 4 @Created @Modified Instant at;: Column 'at' is marked with all of "
                        + "[@Created, @Modified]; keep one.");
    }

    @Test
    @DisplayName("M25 a key that the engine would write to is an error")
    void aKey() {
        assertThat(messages("@RangeKey @Modified Instant at;"))
                .containsExactly("error at 4 @Modified Instant at;: Column 'at' is marked with @Modified and is a key, "
                        + "and keys never change; mark another column.");
    }

    @Test
    @DisplayName("M25 a member of a document that the engine would write to is an error")
    void aMemberOfADocument() {
        assertThat(Compilation.of("@Document\nrecord Store(String name, @Version long version) {}")
                        .messages())
                .containsExactly(
                        "error at 2 @Version long version) {}: Member 'version' is marked with @Version, which "
                                + "only a column of a model can be; take it away, or mark Store with @Model rather than "
                                + "@Document.");
    }

    @Test
    void theDefinitionSaysWhatTheEngineWrites() {
        Compilation compilation = Compilation.of("""
                @Model
                class Paper {
                    @HashKey String id;
                    @Version long version;
                    @Created Instant created;
                    @Modified @Timestamp Instant modified;
                    @CreatedBy UUID createdBy;
                    @ModifiedBy Long modifiedBy;
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("PaperModel")).contains("""
                            public final NumberColumn<Paper, Long> version = column("version", LONG.orElse(0L)).version();
                            public final StringColumn<Paper, Instant> created = column("created", INSTANT).created();
                            public final NumberColumn<Paper, Instant> modified = column("modified", TIMESTAMP).modified();
                            public final StringColumn<Paper, UUID> createdBy = column("createdBy", UUID).createdBy();
                            public final NumberColumn<Paper, Long> modifiedBy = column("modifiedBy", LONG).modifiedBy();
                        """);
    }
}
