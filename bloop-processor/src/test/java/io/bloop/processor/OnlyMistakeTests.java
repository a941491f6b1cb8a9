package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes a mistake in one class, and uses the class in others: the compiler is to report the mistake and nothing else. */
class OnlyMistakeTests {

    /** Lets the compiler go on to method bodies in spite of errors, as Error Prone needs it. */
    private static final List<String> THOROUGH = List.of("-XDshould-stop.ifError=FLOW");

    private static final String HOLDER = """
            @Document
            class Holder {
                Store store;
                List<Store> stores;
                Map<String, Store> byName;
            }
            """;

    private static final String RECEIPT = """
            @Model
            class Receipt {
                @HashKey String id;
                Store store;
                List<Store> stores;
                Holder holder;
            }
            """;

    private static final String USER_OF_RECEIPT = """
            package com.acme;

            import static com.acme.ReceiptModel.RECEIPT;

            class User {
                final ReceiptModel model = RECEIPT;

                Object condition() {
                    return RECEIPT.store.name.eq("deli").and(RECEIPT.stores.at(0).name.beginsWith("d"));
                }
            }
            """;

    private static Compilation compile(String... sources) {
        return Compilation.with(List.of(new ModelProcessor()), THOROUGH, sources);
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                mistake(
                        "a type without a stored form",
                        "class Store { String name; Thread thread; }",
                        "Member 'thread'"),
                mistake("a private field", "class Store { String name; private String owner; }", "Member 'owner'"),
                mistake("a final field", "class Store { String name; final String owner = \"\"; }", "Member 'owner'"),
                mistake(
                        "no usable constructor",
                        "class Store { String name; Store(int one) {} }",
                        "Store has no constructor"),
                mistake(
                        "an inner class",
                        "class Store { String name; Inner in; @Document class Inner {} }",
                        "Inner is an inner"),
                mistake("a key", "class Store { String name; @HashKey String id; }", "Member 'id'"),
                mistake(
                        "a stored name that is taken",
                        "class Store { String name; @Column(\"name\") String id; }",
                        "'name'"),
                mistake("the constant's name", "class Store { String name; String STORE; }", "Member 'STORE'"),
                mistake(
                        "a method that every path has",
                        "class Store { String name; Store exists; }",
                        "Member 'exists'"),
                mistake("a set of documents", "class Store { String name; Set<Store> all; }", "Member 'all'"),
                mistake(
                        "a wrong holder",
                        "class Store { String name; @StoredWith(holder = User.class, constant = \"X\") String x; }",
                        "Member 'x'"),
                mistake(
                        "a map of other keys",
                        "class Store { String name; Map<Object, String> map; }",
                        "Member 'map'"));
    }

    private static Arguments mistake(String what, String source, String begin) {
        return Arguments.of(Named.of(what, source), begin);
    }

    @ParameterizedTest
    @MethodSource("documents")
    @DisplayName("M25 a mistake in a document is the only thing that is reported of what uses the document")
    void aMistakeInADocument(String document, String begin) {
        Compilation compilation = compile("@Document\n" + document, HOLDER, RECEIPT, USER_OF_RECEIPT);

        assertThat(compilation.messages())
                .hasSize(1)
                .allMatch(message -> message.startsWith("error") && message.contains(": " + begin));
    }

    static Stream<Arguments> models() {
        return Stream.of(
                mistake(
                        "a type without a stored form",
                        "class Link { @HashKey String slug; Thread thread; }",
                        "Column 'thread'"),
                mistake(
                        "a private field",
                        "class Link { @HashKey String slug; private String owner; }",
                        "Column 'owner'"),
                mistake(
                        "a final field",
                        "class Link { @HashKey String slug; final String owner = \"\"; }",
                        "Column 'owner'"),
                mistake(
                        "no usable constructor",
                        "class Link { @HashKey String slug; Link(int one) {} }",
                        "Link has no constructor"),
                mistake("no hash key", "class Link { String slug; }", "No column is the hash key"),
                mistake(
                        "a key that is a set",
                        "class Link { String slug; @HashKey Set<String> tags; }",
                        "Column 'tags'"),
                mistake(
                        "a version that is a text",
                        "class Link { @HashKey String slug; @Version String version; }",
                        "Column 'version'"),
                mistake(
                        "a time to live that is a text",
                        "class Link { @HashKey String slug; @Ttl String ends; }",
                        "Column 'ends'"),
                mistake("the constant's name", "class Link { @HashKey String slug; String LINK; }", "Column 'LINK'"),
                mistake(
                        "a nested generic class",
                        "class Link<T> { @HashKey String slug; }",
                        "Link has type parameters"),
                mistake(
                        "a name that the table cannot have",
                        "@Table(name = \" \") class Link { @HashKey String slug; }",
                        "The table's name"),
                mistake(
                        "a missing column of an index",
                        "@GlobalSecondaryIndex(name = \"byX\", hashKey = \"x\", projection = Projection.ALL) class Link { @HashKey String slug; }",
                        "Index 'byX'"),
                mistake(
                        "an index of a wrong name",
                        "@GlobalSecondaryIndex(name = \"by-slug\", hashKey = \"slug\", projection = Projection.ALL) class Link { @HashKey String slug; }",
                        "Index 'by-slug'"),
                mistake(
                        "an index of a column's name",
                        "@GlobalSecondaryIndex(name = \"slug\", storedAs = \"other\", hashKey = \"slug\", projection = Projection.ALL) class Link { @HashKey String slug; }",
                        "'slug' is the name"));
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("M25 a mistake in a model is the only thing that is reported of what uses its definition")
    void aMistakeInAModel(String model, String begin) {
        String raw = model.contains("<T>") ? "@SuppressWarnings(\"rawtypes\")" : "";
        Compilation compilation =
                compile("@Model\n" + model.replaceAll(" class Link", "\nclass Link"), """
                package com.acme;

                import static com.acme.LinkModel.LINK;

                %s
                class User {
                    final LinkModel model = LINK;

                    String name(io.bloop.engine.Engine engine) {
                        Link found = engine.template(LINK).find(LINK.key("a")).orElseThrow();
                        return found.toString() + LINK.slug.name();
                    }
                }
                """.formatted(raw));

        assertThat(compilation.messages())
                .hasSize(1)
                .allMatch(message -> message.startsWith("error") && message.contains(": " + begin));
    }

    @Test
    @DisplayName("M25 a type that is missing in a document is the only thing that is reported of models with it")
    void aMissingTypeInADocument() {
        assertThat(compile("@Document\nclass Store { String name; Nowhere nowhere; }", HOLDER, RECEIPT)
                        .messages())
                .containsExactly("error at 2 Nowhere nowhere; }: cannot find symbol\n  symbol:   class Nowhere\n"
                        + "  location: class com.acme.Store");
    }

    @Test
    @DisplayName("M25 a model waits for a document whose accessors Lombok writes")
    void aModelWaitsForADocumentOfLombok() throws Exception {
        Compilation compilation = Compilation.withLombok(
                false,
                "@Document\n@lombok.Data\nclass Store { private String name; private Integer floor; }",
                HOLDER,
                RECEIPT,
                USER_OF_RECEIPT);

        assertThat(compilation.messages()).isEmpty();
    }

    @Test
    @DisplayName("M25 what Lombok has not written is the only thing that is reported of models with the document")
    void aDocumentThatLombokLeavesWithoutAccessors() throws Exception {
        Compilation compilation = Compilation.withLombok(
                false, "@Document\n@lombok.Getter\nclass Store { private String name; }", HOLDER, RECEIPT);

        assertThat(compilation.messages())
                .containsExactly("error at 3 name; }: Member 'name' is private, and Store lacks "
                        + "setName(String); add what is missing, make the field package-private, or leave it out with "
                        + "@Ignored.");
    }
}
