package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class KeyErrorTests {

    @Test
    @DisplayName("M1 a model without a hash key")
    void aModelWithoutHashKey() {
        Compilation compilation = Compilation.of("""
                @Model
                class Link {
                    String slug;
                }
                """);
        assertThat(compilation.messages())
                .containsExactly("error at 1 @Model: No column is the hash key; mark one with @HashKey.");
    }

    @Test
    @DisplayName("M1 two hash keys")
    void twoHashKeys() {
        Compilation compilation = Compilation.of("""
                @Model
                class Link {
                    @HashKey String slug;
                    @HashKey String owner;
                }
                """);
        assertThat(compilation.messages())
                .containsExactly(
                        "error at 4 @HashKey String owner;: Columns [slug, owner] are all hash keys; keep one.");
    }

    @Test
    @DisplayName("M1 two range keys")
    void twoRangeKeys() {
        Compilation compilation = Compilation.of("""
                @Model
                record Link(
                        @HashKey String slug,
                        @RangeKey String owner,
                        @RangeKey String day) {}
                """);
        assertThat(compilation.messages())
                .containsExactly(
                        "error at 5 @RangeKey String day) {}: Columns [owner, day] are all range keys; keep one.");
    }

    @Test
    @DisplayName("M1 a column that is both keys")
    void aColumnThatIsBothKeys() {
        Compilation compilation = Compilation.of("""
                @Model
                class Link {
                    @HashKey
                    @RangeKey
                    String slug;
                }
                """);
        assertThat(compilation.messages())
                .containsExactly(
                        "error at 4 @RangeKey: Column 'slug' is both hash key and range key; keep one of the two.");
    }

    @Test
    @DisplayName("M2 a key that is no string, number or binary")
    void aKeyThatIsNoScalar() {
        Compilation compilation = Compilation.of("""
                @Model
                class Link {
                    @HashKey Set<String> tags;
                    @RangeKey boolean pinned;
                }
                """);
        assertThat(compilation.messages())
                .containsExactly(
                        "error at 3 @HashKey Set<String> tags;: Column 'tags' is the hash key and stored as a set; "
                                + "a key is stored as S, N or B: use another type or another column.",
                        "error at 4 @RangeKey boolean pinned;: Column 'pinned' is the range key and stored as BOOL; "
                                + "a key is stored as S, N or B: use another type or another column.");
    }
}
