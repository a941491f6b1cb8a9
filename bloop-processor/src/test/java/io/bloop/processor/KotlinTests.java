package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compiles what kapt shows of Kotlin's classes: Java sources without the methods whose names Java does not allow, and with the
 * annotation that Kotlin reads.
 */
class KotlinTests {

    private static final List<String> QUIET = List.of("-Xlint:none");

    private static Compilation compile(String... sources) {
        return Compilation.with(List.of(new ModelProcessor()), QUIET, sources);
    }

    private static String property(String field, String getter) {
        return """
                @Model
                @kotlin.Metadata(mv = {2, 3, 0}, d1 = {}, d2 = {"Lcom/acme/Ticket;", "", "id", "%s", "()I"})
                public final class Ticket {
                    @HashKey private final String id;
                    %s
                    private Ticket(String id, int seats) { this.id = id; }
                    public final String getId() { return id; }
                }
                """.formatted(getter, field);
    }

    @ParameterizedTest
    @CsvSource({
        "private final int seats = 0;, seats, getSeats-pVg5ArA",
        "private int seats;, seats, getSeats-pVg5ArA",
        "private final kotlin.UInt seats = null;, seats, getSeats-0hXNFcg",
        "private final String isFree = null;, isFree, isFree-jCtj-Gs",
    })
    void aPropertyOfAValueClassIsRefusedAndToldHowToBeStored(String field, String name, String getter) {
        assertThat(compile(property(field, getter)).messages())
                .anySatisfy(message -> assertThat(message)
                        .endsWith(": Column '" + name
                                + "' is of a value class or an unsigned number of Kotlin, so that Java cannot "
                                + "call its getter " + getter
                                + "(); declare it as a type that is stored, such as Long for UInt, and "
                                + "convert that in a property without a field."));
    }

    @Test
    @DisplayName("a constructor that is private because it takes a value class is no mistake of its own")
    void theConstructorIsNotBlamed() {
        assertThat(compile(property("private final int seats = 0;", "getSeats-pVg5ArA"))
                        .messages())
                .hasSize(1);
    }

    @Test
    @DisplayName("a constructor that takes a value class for what is no column is reported")
    void theConstructorIsBlamedWhereNoColumnIs() {
        assertThat(compile(property("@Ignored private final int seats = 0;", "getSeats-pVg5ArA"))
                        .messages())
                .singleElement()
                .satisfies(message ->
                        assertThat(message).contains("Ticket has no constructor", ": Ticket(String, int) is private."));
    }

    @Test
    @DisplayName("a class whose constructor cannot be called is to become one of Kotlin's")
    void aClassWithoutAConstructor() {
        assertThat(compile("""
                        @Document
                        @kotlin.Metadata(d2 = {"Lcom/acme/Closed;"})
                        public final class Closed { private Closed() {} }
                        """).messages())
                .singleElement()
                .satisfies(
                        message -> assertThat(message)
                                .endsWith(
                                        ": Closed() is private. Add one without parameters, or one whose parameters have the names and "
                                                + "types of the members, not private and without exceptions; or make it a data class."));
    }

    @Test
    @DisplayName("an object of Kotlin is to become a class")
    void anObjectOfKotlinIsToBecomeAClass() {
        assertThat(compile("""
                        @Document
                        @kotlin.Metadata(d2 = {"Lcom/acme/Closed;"})
                        public final class Closed { public static final Closed INSTANCE = null; private Closed() {} }
                        """).messages())
                .singleElement()
                .satisfies(
                        message -> assertThat(message)
                                .endsWith(
                                        ": Closed is an object of Kotlin, which cannot be made of what is stored; make it a class."));
    }

    @Test
    @DisplayName("a function of a value class is no getter of the property of its name")
    void aFunctionIsNoGetter() {
        assertThat(compile(property("private int seats;", "seats-pVg5ArA")).messages())
                .noneMatch(message -> message.contains("value class"));
    }

    @ParameterizedTest
    @CsvSource({
        "'private int seats;', "
                + "'is private; make the property and its setter internal or public, or leave it out with @Ignored.'",
        "'private final int seats = 0; public final int getSeats() { return seats; }', "
                + "'is a val that loading cannot set; make it a var, or let the constructor of Ticket take it.'",
    })
    void aPropertyThatCannotBeReadOrSetIsReportedInTheWordsOfKotlin(String members, String problem) {
        assertThat(compile("""
                        @Model
                        @kotlin.Metadata(d2 = {"Lcom/acme/Ticket;"})
                        public final class Ticket {
                            @HashKey private String id = "";
                            %s
                            public final String getId() { return id; }
                            public final void setId(String value) { id = value; }
                        }
                        """.formatted(members)).messages())
                .singleElement()
                .satisfies(message -> assertThat(message).endsWith(": Column 'seats' " + problem));
    }

    @ParameterizedTest
    @CsvSource({
        "List<kotlin.UInt>, List<Long>",
        "'Map<String, kotlin.ULong>', 'Map<String, java.math.BigInteger>'",
        "List<kotlin.UByte>, List<Integer>",
        "List<kotlin.UShort>, List<Integer>",
        "Set<Seat>, Set<String>",
        "List<Row>, List<Integer>",
        "kotlin.text.Regex, java.util.regex.Pattern",
        "List<kotlin.time.Duration>, List<java.time.Duration>",
        "kotlin.time.Instant, java.time.Instant",
        "kotlin.uuid.Uuid, java.util.UUID",
    })
    void aTypeOfKotlinIsToldWhichOneIsStored(String type, String stored) {
        String model = "@Model\nclass Ticket { @HashKey String id; %s value; }";
        String seat =
                "@kotlin.jvm.JvmInline\nfinal class Seat { private static final int SIZE = 1; private final String text = null; }";
        String row = "@kotlin.jvm.JvmInline\nfinal class Row { private final int number = 0; }";
        String shown = type.replaceAll("kotlin\\.(text\\.|time\\.|uuid\\.)?", "");

        Compilation refused = compile(model.formatted(type), seat, row);
        assertThat(refused.messages())
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("Column 'value' has the type " + shown)
                        .contains("; declare it as " + stored)
                        .endsWith("."));
        assertThat(compile(model.formatted(stored), seat, row).messages()).isEmpty();
    }

    @Test
    @DisplayName("the accessors of an internal property end in the name of the module")
    void anInternalPropertyIsAColumn() {
        Compilation compilation = compile("""
                @Model
                @kotlin.Metadata(d2 = {"Lcom/acme/Ticket;", "getId$my_mod"})
                public final class Ticket {
                    @HashKey private final String id;
                    private int seats;
                    private boolean isFree;
                    public Ticket(String id) { this.id = id; }
                    public final String getId$my_mod() { return id; }
                    @Column("places") public final int getSeats$my_mod() { return seats; }
                    public final void setSeats$my_mod(int value) { seats = value; }
                    public final boolean isFree$my_mod() { return isFree; }
                    public final void setFree$my_mod(boolean value) { isFree = value; }
                    @Computed(from = "id") public final String getLabel$my_mod() { return id; }
                }
                """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("TicketModel"))
                .contains(
                        "object.getId$my_mod();",
                        "column(\"seats\", INTEGER.orElse(0)).storedAs(\"places\")",
                        "object.getSeats$my_mod();",
                        "object.setSeats$my_mod(",
                        "object.isFree$my_mod();",
                        "object.setFree$my_mod(",
                        "column(\"label\", STRING)",
                        "object.getLabel$my_mod();");
    }

    @Test
    @DisplayName("a dollar in a name of Java stands for itself")
    void aDollarInANameOfJavaStandsForItself() {
        assertThat(compile(
                                "@Model\nclass Ticket { @HashKey String id; private int seats; int getSeats$my_mod() { return seats; } }")
                        .messages())
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("Column 'seats' is private, and Ticket lacks getSeats() and setSeats(int)"));
    }

    /** The beginning of what Kotlin says of a class: the length of what describes the texts, that, and its flags. */
    private static String flags(String length, int size, String flags) {
        return "\\u0000" + length + "\\n".repeat(size) + "\\b" + flags;
    }

    private static List<String> event(String message, String texts) {
        return List.of(
                """
                @Document
                @kotlin.Metadata(d1 = {"%s"}, d2 = {"Lcom/acme/Event;", "", "Opened", %s})
                public interface Event {
                    String getBy();
                    @Document record Opened(String by) implements Event { public String getBy() { return by; } }
                    @Document record Moved(String by, int seat) implements Event { public String getBy() { return by; } }
                    interface Listener { void heard(Event event); }
                }
                """.formatted(message, texts),
                "@Document\nrecord Closed(String by) implements Event { public String getBy() { return by; } }",
                """
                @Model
                class Ticket { @HashKey String id; Event event; }
                """);
    }

    private static final String ALL =
            "\"Lcom/acme/Event$Opened;\", \"Lcom/acme/Event$Moved;\", \"Lcom/acme/Closed;\", \"Lcom/acme/Event$Listener;\", "
                    + "\"Lcom/acme/Gone;\", \"Ljava/lang/String;\", \"L;\", \"()V\"";

    @ParameterizedTest
    @CsvSource({"\\u0016, 22, w", "\\u0096\\u0001, 150, 7", "\\u0001, 1, \\u00b7\\u0002"})
    @DisplayName("a sealed interface is stored by the subtypes that Kotlin knows, which Java does not see")
    void aSealedInterfaceIsStoredByItsSubtypes(String length, int size, String flags) {
        Compilation compilation = compile(event(flags(length, size, flags), ALL).toArray(String[]::new));

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("EventDocument")).contains("asOpened()", "asMoved()", "asClosed()");
    }

    @ParameterizedTest
    @CsvSource({
        "\\u0016, 22, \\u0027", // abstract
        "\\u0016, 22, \\u0017", // open
        "\\u0016, 21, w", // cut off by one
        "\\u0016, 22, \\u00b7", // a number without an end
        "\\u0016, 23, w", // another field
        "\\u00ff\\u00ff\\u00ff\\u00ff\\u00ff\\u00ff, 22, w", // a number of more than four bytes
    })
    @DisplayName("an interface that is not sealed, or of which nothing is known, names its subtypes")
    void anotherInterfaceNamesItsSubtypes(String length, int size, String flags) {
        assertThat(compile(event(flags(length, size, flags), ALL).toArray(String[]::new))
                        .messages())
                .singleElement()
                .satisfies(message -> assertThat(message).contains("Column 'event' has the type Event, which "));
    }

    @Test
    @DisplayName("a sealed interface is the supertype of the models that Kotlin knows")
    void aSealedInterfaceIsASupertype() {
        Compilation compilation = compile(
                """
                @Model
                @Table(name = "bookings")
                @Discriminator(attribute = "kind")
                @kotlin.Metadata(d1 = {"%s"}, d2 = {"Lcom/acme/Booking;", "Lcom/acme/Booking$Ticket;", "Lcom/acme/Pass;"})
                public interface Booking {
                    String id();
                    @Model record Ticket(@HashKey String id, int seats) implements Booking {}
                }
                """.formatted(flags("\\u0016", 22, "w")),
                "@Model\nrecord Pass(@HashKey String id, int year) implements Booking {}");

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("BookingModel")).contains("PassModel.PASS", "TicketModel.TICKET");
    }
}
