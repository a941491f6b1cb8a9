package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.LocalDynamoDb;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles models that hold documents and code that uses their paths, and runs that on a real table. */
class DocumentTests {

    private static final String[] MODELS = {
        """
        @Model
        class Receipt extends BaseModel {
            @HashKey String id;
            Store store;
            List<Item> items = new ArrayList<>();
            Map<String, Item> shelves = new HashMap<>();
            List<Map<String, List<Item>>> archive = new ArrayList<>();
        }
        """,
        """
        @Document
        class Store extends Place {
            String name;
            @Column("floor.no") int floor;
            private boolean open;
            Set<String> tags = new HashSet<>();
            DayOfWeek closedOn;
            @Timestamp Instant since;
            @Ignored Thread thread;
            transient String cached;
            Owner owner;
            Store mainStore;
            List<Store> branches = new ArrayList<>();
            boolean isOpen() { return open; }
            void setOpen(boolean open) { this.open = open; }

            @Document
            record Owner(String name, Store favourite) {}
        }
        """,
        "class Place { String city; }",
        "@Document\nrecord Item(String name, java.math.BigDecimal price, int count, @Ignored String note) {}",
    };

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static Compilation compile(String... statements) {
        String[] sources = java.util.Arrays.copyOf(MODELS, MODELS.length + 1);
        sources[MODELS.length] = """
                package com.acme;

                import static com.acme.ReceiptModel.RECEIPT;
                import static org.assertj.core.api.Assertions.assertThat;

                import io.bloop.engine.*;
                import io.bloop.expression.Condition;
                import java.math.BigDecimal;
                import java.time.*;
                import java.util.*;
                import java.util.function.Consumer;
                import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

                public class Scenario implements Consumer<Engine> {
                    @Override
                    public void accept(Engine engine) {
                        %s
                    }
                }
                """.formatted(String.join("\n", statements));
        return Compilation.of(sources);
    }

    private void run(String scenario) throws Exception {
        Compilation compilation = compile("""
                BloopTemplate<Receipt> receipts = engine.template(RECEIPT);
                Receipt receipt = new Receipt();
                receipt.id = "r";
                receipt.store = new Store();
                receipt.store.name = "deli";
                receipt.store.city = "Rome";
                receipt.store.floor = 2;
                receipt.store.setOpen(true);
                receipt.store.closedOn = DayOfWeek.SUNDAY;
                receipt.store.since = Instant.ofEpochSecond(7);
                receipt.store.mainStore = new Store();
                receipt.store.mainStore.name = "main";
                receipt.store.owner = new Store.Owner("Ann", receipt.store.mainStore);
                receipt.store.branches.add(receipt.store.mainStore);
                receipt.items.add(new Item("ham", new BigDecimal("2.5"), 1, "lost"));
                receipt.items.add(new Item("deli cheese", null, 0, null));
                receipt.shelves.put("top.left", new Item("rum", BigDecimal.TEN, 3, null));
                receipt.archive.add(Map.of("2024", List.of(new Item("old ham", null, 0, null))));
                receipts.insert(receipt);
                """, scenario);
        assertThat(compilation.messages()).isEmpty();
        Consumer<Engine> loaded = compilation.scenario();
        loaded.accept(dynamoDb.engine());
    }

    @Test
    @DisplayName("T documents of every kind load as they were saved")
    void documentsLoadAsTheyWereSaved() throws Exception {
        run("""
                Receipt found = receipts.find("r").orElseThrow();
                assertThat(found.store).usingRecursiveComparison().isEqualTo(receipt.store);
                assertThat(found.items).containsExactly(
                        new Item("ham", new BigDecimal("2.5"), 1, null), new Item("deli cheese", null, 0, null));
                assertThat(found.shelves).containsExactly(Map.entry("top.left", new Item("rum", BigDecimal.TEN, 3, null)));
                assertThat(found.archive).isEqualTo(receipt.archive);
                """);
    }

    @Test
    @DisplayName("C6 conditions reach every member of every document")
    void conditionsReachEveryMember() throws Exception {
        run("""
                List<Condition<Receipt>> met = List.of(
                        RECEIPT.items.at(1).name.beginsWith("deli"),
                        RECEIPT.items.at(0).count.between(1, 1),
                        RECEIPT.shelves.key("top.left").price.gt(BigDecimal.ONE),
                        RECEIPT.store.city.eq("Rome"),
                        RECEIPT.store.floor.le(2),
                        RECEIPT.store.open.eq(true),
                        RECEIPT.store.tags.notExists(),
                        RECEIPT.store.closedOn.eq(DayOfWeek.SUNDAY),
                        RECEIPT.store.since.lt(Instant.ofEpochSecond(8)),
                        RECEIPT.store.owner().name.eq("Ann"),
                        RECEIPT.store.owner().favourite().name.eq("main"),
                        RECEIPT.store.mainStore().name.contains("ai"),
                        RECEIPT.store.mainStore().mainStore().notExists(),
                        RECEIPT.store.branches.at(0).name.eq("main"),
                        RECEIPT.archive.at(0).key("2024").at(0).name.eq("old ham"),
                        RECEIPT.archive.at(0).size().eq(1));
                for (Condition<Receipt> condition : met) {
                    assertThat(receipts.scan().filter(condition).count()).as(condition.toString()).isEqualTo(1);
                }
                """);
    }

    @Test
    @DisplayName("E7 an update reaches into generated documents")
    void updateReachesIntoDocuments() throws Exception {
        run("""
                receipts.update("r")
                        .set(RECEIPT.items.at(0).price, new BigDecimal("3"))
                        .add(RECEIPT.store.floor, 5)
                        .set(RECEIPT.store.mainStore().city, "Bari")
                        .remove(RECEIPT.shelves.key("top.left").price)
                        .run();
                Receipt found = receipts.find("r").orElseThrow();
                assertThat(found.items.get(0).price()).isEqualByComparingTo("3");
                assertThat(found.store.floor).isEqualTo(7);
                assertThat(found.store.mainStore.city).isEqualTo("Bari");
                assertThat(found.shelves.get("top.left").price()).isNull();
                """);
    }

    @Test
    @DisplayName("T members that the class does not declare are kept when a document changes")
    void undeclaredMembersAreKept() throws Exception {
        run("""
                receipts.update("r").set(RECEIPT.store.mainStore().tags, Set.of("new")).run();
                Receipt found = receipts.find("r").orElseThrow();
                found.store.mainStore.name = "changed";
                receipts.save(found);
                Receipt again = receipts.find("r").orElseThrow();
                assertThat(again.store.mainStore.name).isEqualTo("changed");
                assertThat(again.store.mainStore.tags).containsExactly("new");
                assertThat(again.store.name).isEqualTo("deli");
                """);
    }

    @Test
    @DisplayName("T a record holds documents")
    void aRecordHoldsDocuments() throws Exception {
        String[] sources = {"@Model\nrecord Bill(@HashKey String id, Item first, List<Item> rest) {}", MODELS[3], """
            package com.acme;
            import io.bloop.engine.*;
            import java.util.*;
            import java.util.function.Consumer;
            import static org.assertj.core.api.Assertions.assertThat;
            public class Scenario implements Consumer<Engine> {
                public void accept(Engine engine) {
                    BloopTemplate<Bill> bills = engine.template(BillModel.BILL);
                    Bill bill = new Bill("b", new Item("ham", null, 1, null), List.of(new Item("rum", null, 2, null)));
                    bills.insert(bill);
                    assertThat(bills.find("b")).contains(bill);
                }
            }
            """};
        Compilation compilation = Compilation.of(sources);
        assertThat(compilation.messages()).isEmpty();
        Consumer<Engine> loaded = compilation.scenario();
        loaded.accept(dynamoDb.engine());
    }

    @Test
    @DisplayName("C6 a member that a document does not have does not compile")
    void aWrongMemberDoesNotCompile() {
        assertThat(compile("RECEIPT.items.at(0).nome.beginsWith(\"deli\");").messages())
                .containsExactly(
                        "error at 17 .nome.beginsWith(\"deli\");: cannot find symbol\n  symbol:   variable nome\n"
                                + "  location: class com.acme.ItemDocument.Place<com.acme.Receipt>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RECEIPT.store.nome",
                "RECEIPT.store.owner().nome",
                "RECEIPT.store.branches.at(0).nome",
                "RECEIPT.shelves.key(\"top.left\").nome",
                "RECEIPT.archive.at(0).key(\"2024\").at(1).nome"
            })
    @DisplayName("C6 a wrong member does not compile, however deep in classes, records, lists and maps")
    void aWrongMemberDoesNotCompileAtAnyDepth(String path) {
        assertThat(compile(path + ".exists();").messages())
                .hasSize(1)
                .first()
                .asString()
                .contains("cannot find symbol", "variable nome", "Place<com.acme.Receipt>");
    }

    @Test
    @DisplayName("C3 an operation that a member does not have does not compile")
    void aWrongOperationDoesNotCompile() {
        assertThat(compile("RECEIPT.items.at(0).price.beginsWith(\"deli\");").messages())
                .hasSize(1)
                .first()
                .asString()
                .contains("cannot find symbol", "method beginsWith(java.lang.String)");
    }

    @Test
    @DisplayName("C7 paths to one place are equal, whatever its type")
    void pathsToOnePlaceAreEqual() throws Exception {
        run("""
                assertThat(RECEIPT.store.branches.at(0).tags.contains("x"))
                        .isEqualTo(RECEIPT.store.branches.at(0).tags.contains("x"))
                        .isNotEqualTo(RECEIPT.store.branches.at(1).tags.contains("x"));
                assertThat(RECEIPT.archive.at(0).key("a").at(1).name.exists())
                        .isEqualTo(RECEIPT.archive.at(0).key("a").at(1).name.exists());
                """);
    }

    @Test
    @DisplayName("T documents hold each other across packages, whichever is used first")
    void documentsOfOtherPackages() throws Exception {
        Compilation compilation = Compilation.of(
                "@Model\nclass Note { @HashKey String id; com.other.Person author; }",
                "package com.other;\n@io.bloop.annotation.Document\npublic class Person {"
                        + " public String name; public java.util.List<Team> teams; }",
                "package com.other;\n@io.bloop.annotation.Document\npublic class Team {"
                        + " public String name; public java.util.Map<String, Person> people; }");
        assertThat(compilation.messages()).isEmpty();
        for (String first : new String[] {"com.other.TeamDocument", "com.other.PersonDocument"}) {
            Class<?> type = Class.forName(first, true, compilation.load());
            Object constant =
                    type.getField(first.contains("Team") ? "TEAM" : "PERSON").get(null);
            assertThat(((io.bloop.type.DocumentType<?>) constant).members())
                    .allSatisfy(member -> assertThat(member.type()).isNotNull());
        }
    }
}
