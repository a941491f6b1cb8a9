package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class DocumentErrorTests {

    private static List<String> messages(String members) {
        return Compilation.of("""
            @Document
            class Store {
                String name;
                %s
            }
            class Money {}
            """.formatted(members)).messages();
    }

    @Test
    @DisplayName("M25 all mistakes of a document are told at once")
    void allMistakesAreToldAtOnce() {
        assertThat(Compilation.of("""
            @Document
            class Store {
                private String name;
                Money worth;
                Store(String other) {}
            }
            class Money {}
            """).messages())
                .containsExactly(
                        "error at 2 class Store {: Store has no constructor that StoreDocument could call:"
                                + " Store(String) takes 'other', which is no member. Add one without parameters, or one"
                                + " whose parameters have the names and types of the members, not private and without"
                                + " exceptions; or make it a record.",
                        "error at 3 name;: Member 'name' is private, and Store lacks getName(); add "
                                + "what is missing, make the field package-private, or leave it out with @Ignored.",
                        "error at 4 worth;: Member 'worth' has the type Money, which has no stored form; mark "
                                + "Money with @Document to store it by its members, or declare static final "
                                + "StringType<Money> MONEY = StringType.of(Money.class, value -> ..., text -> "
                                + "...); in a class, and name it on Store with @StoredWith(holder = "
                                + "ThatClass.class, constant = \"MONEY\"), or leave the member out with "
                                + "@Ignored.");
    }

    @Test
    @DisplayName("M25 a member of a document is no key")
    void aMemberThatIsAKey() {
        assertThat(messages("@HashKey String id;"))
                .containsExactly(
                        "error at 4 @HashKey String id;: Member 'id' is marked with @HashKey, which only a column "
                                + "of a model can be; take it away, or mark Store with @Model rather than @Document.");
    }

    @Test
    @DisplayName("M25 two members of one stored name")
    void twoMembersOfOneStoredName() {
        assertThat(messages("@Column(\"name\") String other;"))
                .containsExactly(
                        "error at 4 \"name\") String other;: 'name' is the stored name of both member 'name' and "
                                + "member 'other'; rename one.");
    }

    @Test
    @DisplayName("M25 a member with an empty stored name")
    void aMemberWithAnEmptyStoredName() {
        assertThat(messages("@Column(\"\") String other;"))
                .containsExactly("error at 4 \"\") String other;: An empty text is the stored name of member 'other'; "
                        + "give it one.");
    }

    @Test
    @DisplayName("M25 a member with the name of the constant")
    void aMemberWithTheNameOfTheConstant() {
        assertThat(messages("String STORE;"))
                .containsExactly("error at 4 STORE;: Member 'STORE' has the name of the constant StoreDocument.STORE; "
                        + "rename it.");
    }

    @Test
    @DisplayName("M25 a member without end whose path would be a method that there is")
    void aMemberWithoutEndOfATakenName() {
        assertThat(messages("Store place;"))
                .containsExactly(
                        "error at 4 place;: Member 'place' holds a document that holds such a member again, of "
                                + "which the "
                                + "path is a method, and every path has place() already; rename it, and keep this name "
                                + "with @Column(\"place\").");
    }

    @Test
    @DisplayName("M25 a document of which nobody can make objects")
    void anAbstractDocumentAsAMember() {
        assertThat(Compilation.of("@Model\nclass Link { @HashKey String slug; Shape shape; }", """
            @Document
            abstract class Shape { String name; }
            """)
                        .messages())
                .containsExactly("error at 2 shape; }: Column 'shape' has the type Shape, which is abstract and names"
                        + " no subtypes with @Document(subtypes = ...), so that loading can make no"
                        + " object of it; declare static final StringType<Shape> SHAPE ="
                        + " StringType.of(Shape.class, value -> ..., text -> ...); in a class, and name"
                        + " it on Link with @StoredWith(holder = ThatClass.class, constant = \"SHAPE\"),"
                        + " or leave the member out with @Ignored.");
    }

    @Test
    @DisplayName("M25 a document out of reach")
    void aDocumentOutOfReach() {
        assertThat(messages("Inner inner; @Document private static class Inner {}"))
                .contains(
                        "error at 4 inner; @Document private static class Inner {}: Member 'inner' has the type Inner, "
                                + "which StoreDocument cannot reach; make it package-private or public.");
    }

    @Test
    @DisplayName("M25 a set of documents")
    void aSetOfDocuments() {
        assertThat(messages("Set<Store> stores;"))
                .containsExactly("error at 4 stores;: Member 'stores' has the type Set<Store>, which is a set, and "
                        + "DynamoDB has sets of what is stored as S, N or B alone; declare it as "
                        + "List<Store>.");
    }

    @Test
    @DisplayName("M2 a document is no key")
    void aDocumentAsAKey() {
        assertThat(Compilation.of(
                                "@Model\nclass Link { @HashKey Store store; }",
                                "@Document\nclass Store { String name; }")
                        .messages())
                .containsExactly(
                        "error at 2 @HashKey Store store; }: Column 'store' is the hash key and stored as M; a key "
                                + "is stored as S, N or B: use another type or another column.");
    }

    @Test
    @DisplayName("M25 an enum is no document")
    void anEnum() {
        assertThat(Compilation.of("@Document\nenum Store { A }\n").messages())
                .containsExactly(
                        "error at 2 enum Store { A }: Store is an enum; @Document goes on a class, a record, or "
                                + "an interface of getters.");
    }

    @Test
    @DisplayName("M25 a generic document")
    void aGenericDocument() {
        assertThat(Compilation.of("@Document\nclass Store<T> {\n    String name;\n}\n")
                        .messages())
                .containsExactly("error at 2 class Store<T> {: Store has type parameters, and a document is one class; "
                        + "make it abstract, and extend it with the types that they stand for.");
    }

    @Test
    @DisplayName("M25 a class of the name that is to be written")
    void aClassThatExists() {
        assertThat(Compilation.of("@Document\nclass Store { String name; }", "class StoreDocument {}")
                        .messages())
                .containsExactly("error at 2 class Store { String name; }: StoreDocument, the type of Store, exists "
                        + "already; rename one of the two, or take @Document away.");
    }

    @Test
    @DisplayName("T a class may be a model and a document")
    void aClassMayBeBoth() {
        Compilation compilation = Compilation.of("@Model\n@Document\nrecord Link(@HashKey String slug) {}");
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.wrote("LinkModel")).isTrue();
        assertThat(compilation.wrote("LinkDocument")).isTrue();
    }

    @Test
    @DisplayName("T a document without members keeps what is stored")
    void aDocumentWithoutMembers() {
        Compilation compilation = Compilation.of("@Document\nrecord Nothing() {}", "@Document\nclass Empty {}");
        assertThat(compilation.messages()).isEmpty();
    }
}
