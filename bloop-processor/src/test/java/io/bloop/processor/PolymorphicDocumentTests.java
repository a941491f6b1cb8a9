package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Compiles models that hold sealed and abstract documents, and uses them. */
@BothClients
class PolymorphicDocumentTests {

    private static final String DRAWING = """
        @Model
        public class Drawing extends BaseModel {
            @HashKey String id;
            Shape shape;
            List<Shape> shapes = new ArrayList<>();
            Map<String, Shape> named = new HashMap<>();
            Deque<Shape> undo = new ArrayDeque<>();
            Payment payment;
            Circle circle;
        }
        """;

    private static final String SHAPE = """
        @Document
        public sealed interface Shape permits Circle, Square, Group {}
        """;

    private static final String CIRCLE = """
        @Document({"circle", "Round"})
        public final class Circle implements Shape {
            String color;
            int radius;
            static Circle of(String color, int radius) {
                Circle circle = new Circle();
                circle.color = color;
                circle.radius = radius;
                return circle;
            }
        }
        """;

    private static final String SQUARE = """
        @Document
        public record Square(String color, int side) implements Shape {}
        """;

    private static final String GROUP = """
        @Document
        public record Group(String color, List<Shape> parts, Shape cover) implements Shape {}
        """;

    private static final String PAYMENT = """
        @Document(discriminator = "kind", subtypes = {Cash.class, Card.class})
        public abstract class Payment { long cents; }
        """;

    private static final String CASH = """
        @Document
        public class Cash extends Payment { String currency; }
        """;

    private static final String CARD = """
        @Document("card")
        public class Card extends Payment { String number; }
        """;

    private static final String FULL = """
        BloopTemplate<Drawing> drawings = engine.template(DRAWING);
        Drawing drawing = new Drawing();
        drawing.id = "a";
        drawing.shape = Circle.of("red", 3);
        drawing.shapes.add(new Square("blue", 2));
        drawing.shapes.add(Circle.of("green", 1));
        drawing.shapes.add(null);
        drawing.named.put("g", new Group("grey", List.of(new Square("x", 1), Circle.of("y", 2)), Circle.of("z", 9)));
        drawing.undo.push(new Square("u", 5));
        Card card = new Card();
        card.cents = 100;
        card.number = "42";
        drawing.payment = card;
        drawing.circle = Circle.of("alone", 7);
        drawings.insert(drawing);
        Drawing found = drawings.find("a").orElseThrow();
        """;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private void run(String scenario) throws Exception {
        String source = """
            package com.acme;

            import static com.acme.DrawingModel.DRAWING;
            import static org.assertj.core.api.Assertions.assertThat;
            import static org.assertj.core.api.Assertions.assertThatThrownBy;

            import io.bloop.engine.*;
            import java.util.*;
            import java.util.function.BiConsumer;
            import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
            import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

            public class Scenario implements BiConsumer<Engine, DynamoDbClient> {
                private static DynamoDbClient client;

                static Map<String, AttributeValue> item(Engine engine) {
                    return client
                            .getItem(r -> r.tableName(engine.tables().get(DRAWING))
                                    .key(Map.of("id", AttributeValue.fromS("a"))))
                            .item();
                }

                static void put(Engine engine, String name, AttributeValue value) {
                    Map<String, AttributeValue> item = new HashMap<>(item(engine));
                    item.put(name, value);
                    client.putItem(r -> r.tableName(engine.tables().get(DRAWING)).item(item));
                }

                @Override
                public void accept(Engine engine, DynamoDbClient dynamoDb) {
                    client = dynamoDb;
                    %s
                }
            }
            """.formatted(scenario);
        Compilation compilation = Compilation.of(DRAWING, SHAPE, CIRCLE, SQUARE, GROUP, PAYMENT, CASH, CARD, source);
        assertThat(compilation.messages()).isEmpty();
        BiConsumer<Engine, DynamoDbClient> loaded = compilation.scenario(DynamoDbClient.class);
        loaded.accept(dynamoDb.engine(), dynamoDb.client());
    }

    @Test
    @DisplayName("T8 objects of subtypes come back alone, in lists and in maps, and inside of each other")
    void objectsOfSubtypesComeBack() throws Exception {
        run(FULL + """
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("baseline")
                    .withStrictTypeChecking()
                    .ignoringFields("baseline", "undo", "shapes", "named")
                    .isEqualTo(drawing);
            assertThat(found.shapes).usingRecursiveComparison().isEqualTo(drawing.shapes);
            assertThat(found.shapes.get(1)).isInstanceOf(Circle.class);
            assertThat(found.named).usingRecursiveComparison().isEqualTo(drawing.named);
            assertThat(found.undo).containsExactly(new Square("u", 5));
            """);
    }

    @Test
    @DisplayName("T8 the discriminator says of which subtype a document is; a column of the subtype itself needs none")
    void theDiscriminatorIsStored() throws Exception {
        run(FULL + """
            Map<String, AttributeValue> item = item(engine);
            assertThat(item.get("shape").m()).isEqualTo(Map.of(
                    "type", AttributeValue.fromS("circle"),
                    "color", AttributeValue.fromS("red"),
                    "radius", AttributeValue.fromN("3")));
            assertThat(item.get("shapes").l().get(0).m().get("type").s()).isEqualTo("Square");
            assertThat(item.get("payment").m().get("kind").s()).isEqualTo("card");
            assertThat(item.get("circle").m()).containsOnlyKeys("color", "radius");
            """);
    }

    @Test
    @DisplayName("T8 a change inside a document is seen, and an object of another subtype takes its place")
    void aChangeInsideIsSeen() throws Exception {
        run(FULL + """
            ((Circle) found.shape).radius = 4;
            found.shapes.set(1, new Square("new", 8));
            ((Circle) ((Group) found.named.get("g")).cover()).color = "deep";
            Cash cash = new Cash();
            cash.currency = "EUR";
            found.payment = cash;
            drawings.save(found);
            Drawing again = drawings.find("a").orElseThrow();
            assertThat(((Circle) again.shape).radius).isEqualTo(4);
            assertThat(again.shapes.get(1)).isEqualTo(new Square("new", 8));
            assertThat(((Circle) ((Group) again.named.get("g")).cover()).color).isEqualTo("deep");
            assertThat(((Cash) again.payment).currency).isEqualTo("EUR");
            assertThat(item(engine).get("payment").m()).containsOnlyKeys("kind", "cents", "currency");
            """);
    }

    @Test
    @DisplayName("T5 T8 a former name is read and kept, and so is what the class does not declare")
    void aFormerNameIsReadAndKept() throws Exception {
        run(FULL + """
            put(engine, "shape", AttributeValue.fromM(Map.of(
                    "more", AttributeValue.fromS("kept"),
                    "type", AttributeValue.fromS("Round"),
                    "color", AttributeValue.fromS("red"),
                    "radius", AttributeValue.fromN("3"))));
            Map<String, AttributeValue> before = item(engine);
            Drawing old = drawings.find("a").orElseThrow();
            drawings.save(old);
            assertThat(item(engine)).isEqualTo(before);
            ((Circle) old.shape).radius = 5;
            drawings.save(old);
            Map<String, AttributeValue> expected = new HashMap<>(before.get("shape").m());
            expected.put("radius", AttributeValue.fromN("5"));
            assertThat(item(engine).get("shape").m()).isEqualTo(expected);
            """);
    }

    @Test
    @DisplayName("T8 members of a subtype have paths, and so have those that all subtypes have")
    void membersHavePaths() throws Exception {
        run(FULL + """
            drawings.update("a")
                    .add(DRAWING.shape.asCircle().radius, 10)
                    .set(DRAWING.shapes.at(0).color, "black")
                    .set(DRAWING.named.key("g").asGroup().parts.at(0), Circle.of("set", 6))
                    .set(DRAWING.shapes.at(1).asCircle(), Circle.of("whole", 11))
                    .onlyIf(DRAWING.shape.discriminator().eq("circle")
                            .and(DRAWING.shape.color.eq("red"))
                            .and(DRAWING.shapes.at(0).asSquare().side.lt(3))
                            .and(DRAWING.payment.cents.ge(100L))
                            .and(DRAWING.payment.asCard().number.beginsWith("4"))
                            .and(DRAWING.shape.eq(Circle.of("red", 3)))
                            .and(DRAWING.shape.asCircle().eq(Circle.of("red", 3)))
                            .and(DRAWING.shape.asSquare().side.exists().not()))
                    .run();
            Drawing again = drawings.find("a").orElseThrow();
            assertThat(((Circle) again.shape).radius).isEqualTo(13);
            assertThat(again.shapes.get(0)).isEqualTo(new Square("black", 2));
            assertThat(((Group) again.named.get("g")).parts().get(0)).isInstanceOf(Circle.class);
            assertThat(((Circle) again.shapes.get(1)).radius).isEqualTo(11);
            """);
    }

    @Test
    @DisplayName("T8 a document without a discriminator, and one with an unknown one, is an error that names all")
    void anUnknownDiscriminatorIsAnError() throws Exception {
        run(FULL + """
            put(engine, "shape", AttributeValue.fromM(Map.of("type", AttributeValue.fromS("oval"))));
            assertThatThrownBy(() -> drawings.find("a"))
                    .isInstanceOf(io.bloop.type.InvalidValue.class)
                    .hasMessage("Cannot read Drawing.shape of Drawing(id=S \\"a\\"): expected Shape, whose 'type' is one "
                            + "of [circle, Round, Square, Group], found another text.");
            put(engine, "shape", AttributeValue.fromM(Map.of()));
            assertThatThrownBy(() -> drawings.find("a"))
                    .hasMessage("Cannot read Drawing.shape of Drawing(id=S \\"a\\"): expected Shape, whose 'type' is one "
                            + "of [circle, Round, Square, Group], found none.");
            """);
    }

    private static java.util.List<String> messages(String... sources) {
        return Compilation.of(java.util.Arrays.stream(sources)
                        .map(source -> source.replaceFirst("^(@\\w+(\\(.*?\\))?) ", "$1\n"))
                        .toArray(String[]::new))
                .messages();
    }

    private static final String HOLDER = "@Model class Holder { @HashKey String id; Animal animal; }";

    @Test
    @DisplayName("T8 a subtype has to be a document")
    void aSubtypeHasToBeADocument() {
        assertThat(messages(
                        HOLDER,
                        "@Document sealed interface Animal permits Dog {}",
                        "record Dog(String name) implements Animal {}"))
                .containsExactly("error at 1 @Document: Animal is stored by its subtypes, and Dog is no document; mark "
                        + "Dog with @Document.");
    }

    @Test
    @DisplayName("T8 a subtype cannot have a member of the discriminator's name, until that has another")
    void aSubtypeCannotHaveAMemberOfTheDiscriminatorsName() {
        String dog = "@Document record Dog(String type) implements Animal {}";
        assertThat(messages(HOLDER, "@Document sealed interface Animal permits Dog {}", dog))
                .containsExactly(
                        "error at 1 @Document: Animal is stored with a member 'type' that says of which subtype it is,"
                                + " and Dog.type is stored under that name too; name another with @Document(discriminator"
                                + " = ...), or rename the member.");
        assertThat(messages(HOLDER, "@Document(discriminator = \"kind\") sealed interface Animal permits Dog {}", dog))
                .isEmpty();
    }

    @Test
    @DisplayName("T8 two subtypes cannot have one name, until one has another")
    void twoSubtypesCannotHaveOneName() {
        String animal = "@Document sealed interface Animal permits Dog, Cat {}";
        String dog = "@Document(\"pet\") record Dog(String name) implements Animal {}";
        assertThat(messages(HOLDER, animal, dog, "@Document(\"pet\") record Cat(String name) implements Animal {}"))
                .containsExactly(
                        "error at 1 @Document: Animal has the subtypes Dog and Cat, and 'pet' stands for both; "
                                + "give one another name with @Document(\"...\").");
        assertThat(messages(HOLDER, animal, dog, "@Document(\"cat\") record Cat(String name) implements Animal {}"))
                .isEmpty();
    }

    @Test
    @DisplayName("T8 an abstract type has to be sealed or to name its subtypes")
    void anAbstractTypeHasToNameItsSubtypes() {
        String dog = "@Document class Dog extends Animal { String name; }";
        assertThat(messages(HOLDER, "@Document abstract class Animal {}", dog))
                .containsExactly(
                        "error at 2 animal; }: Column 'animal' has the type Animal, which is abstract and names no"
                                + " subtypes with @Document(subtypes = ...), so that loading can make no object of it;"
                                + " declare static final StringType<Animal> ANIMAL = StringType.of(Animal.class, value ->"
                                + " ..., text -> ...); in a class, and name it on Holder with @StoredWith(holder ="
                                + " ThatClass.class, constant = \"ANIMAL\"), or leave the member out with @Ignored.");
        assertThat(messages(HOLDER, "@Document(subtypes = Dog.class) abstract class Animal {}", dog))
                .isEmpty();
        assertThat(messages(
                        HOLDER,
                        "@Document abstract sealed class Animal permits Dog {}",
                        dog.replace("class", "final class")))
                .isEmpty();
    }

    @Test
    @DisplayName("T8 subtypes may be sealed themselves")
    void subtypesMayBeSealed() {
        assertThat(messages(
                        HOLDER,
                        "@Document sealed interface Animal permits Pet {}",
                        "sealed interface Pet extends Animal permits Dog, Cat {}",
                        "@Document record Dog(String name) implements Pet {}",
                        "@Document record Cat(String name) implements Pet {}"))
                .isEmpty();
    }

    @Test
    @DisplayName("M30 what is said of subtypes where there are none is an error")
    void whatIsSaidInVain() {
        assertThat(messages("@Document(discriminator = \"kind\") class Animal { String name; }"))
                .containsExactly(
                        "error at 1 @Document(discriminator = \"kind\"): Animal is not abstract, so that its objects"
                                + " are of no subtype; take discriminator and subtypes away.");
        assertThat(messages("@Document(\"pet\") class Animal { String name; }"))
                .containsExactly(
                        "error at 1 @Document(\"pet\"): Animal has a name, which says of which subtype of an abstract "
                                + "document an object is, and has no such supertype; take the name away.");
        assertThat(messages(
                        "@Document(subtypes = Dog.class) abstract class Animal {}",
                        "@Document class Dog { String name; }"))
                .containsExactly(
                        "error at 1 @Document(subtypes = Dog.class): Animal is stored by its subtypes, and Dog is"
                                + " none; take it away.");
    }

    @Test
    @DisplayName("M30 subtypes that name each other have no objects, and are no endless search")
    void subtypesThatNameEachOther() {
        assertThat(messages(
                        "@Document(subtypes = Pet.class) abstract class Animal {}",
                        "@Document(subtypes = Animal.class) abstract class Pet extends Animal {}"))
                .containsExactly(
                        "error at 1 @Document(subtypes = Pet.class): Animal is stored by its subtypes, which name each other "
                                + "and have no objects; name a class that has some.",
                        "error at 1 @Document(subtypes = Animal.class): Pet is stored by its subtypes, which name each other "
                                + "and have no objects; name a class that has some.");
        assertThat(messages(
                        "@Document(subtypes = Pet.class) abstract class Animal {}",
                        "@Document(subtypes = Dog.class) abstract class Pet extends Animal {}",
                        "@Document class Dog extends Pet { String name; }"))
                .isEmpty();
        assertThat(messages("@Document(discriminator = \"kind\") abstract class Animal {}"))
                .containsExactly(
                        "error at 1 @Document(discriminator = \"kind\"): Animal has no subtypes; make it sealed, or "
                                + "name them with @Document(subtypes = ...).");
        assertThat(messages(
                        "@Document(discriminator = \"kind\") abstract sealed class Animal permits Dog {}",
                        "@Document final class Dog extends Animal { String name; }"))
                .isEmpty();
    }

    @Test
    @DisplayName("T8 members of one name and of classes of one simple name have no path in common")
    void membersOfClassesOfOneSimpleName() {
        Compilation compilation = Compilation.of(
                "@Document\nsealed interface Animal permits Dog, Cat {}",
                "@Document\nrecord Dog(TextStyle kind, String name) implements Animal {}",
                "@Document\nrecord Cat(java.time.format.TextStyle kind, String name) implements Animal {}",
                "enum TextStyle { FULL }");
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("AnimalDocument"))
                .contains("name = member(\"name\", STRING);")
                .doesNotContain("kind =");
    }
}
