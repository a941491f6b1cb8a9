package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Declares members of types that cannot be stored, does what the messages say, and compiles again. */
class RemedyTests {

    private static final List<String> OPTIONS = List.of("-Xlint:-rawtypes,-auxiliaryclass", "-Xmaxerrs", "10000");

    /** The types that stand alone, and in each of the wrappers. */
    private static final List<String> TYPES = List.of(
            "EnumMap<State, String>",
            "EnumSet<State>",
            "ArrayList<String>",
            "LinkedList<Long>",
            "Vector<String>",
            "Collection<String>",
            "Iterable<String>",
            "Queue<String>",
            "Deque<State>",
            "SortedSet<String>",
            "TreeSet<Integer>",
            "LinkedHashSet<byte[]>",
            "HashMap<String, String>",
            "SortedMap<String, Integer>",
            "java.util.concurrent.ConcurrentHashMap<Long, String>",
            "Map<State, String>",
            "Map<Integer, List<State>>",
            "Map<String, Map<UUID, Long>>",
            "Properties",
            "java.util.stream.Stream<String>",
            "Names",
            "Tags",
            "Set<Boolean>",
            "Set<List<String>>",
            "Set<Object>",
            "Set<Store>",
            "Optional<String>",
            "Optional<Store>",
            "OptionalInt",
            "OptionalLong",
            "OptionalDouble",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicReference<String>",
            "String[]",
            "Store[]",
            "float[]",
            "int[][]",
            "byte[][]",
            "char[]",
            "Byte[]",
            "Character",
            "StringBuilder",
            "CharSequence",
            "Number",
            "Date",
            "Calendar",
            "TimeZone",
            "java.nio.file.Path",
            "Class<?>",
            "Comparable<String>",
            "java.io.Serializable",
            "Thread",
            "Runnable",
            "Map.Entry<String, String>",
            "OffsetTime",
            "Money",
            "Amount",
            "Tree",
            "Fixed",
            "Shape",
            "Base",
            "Figure",
            "Plan",
            "TreeMap<State, Plan>",
            "SortedSet<Locale>",
            "List<Optional<String>>",
            "Box<String>",
            "Box<State>",
            "Box<?>",
            "List",
            "Set",
            "Map",
            "ArrayList",
            "HashMap",
            "Optional",
            "List<?>",
            "List<? extends Number>",
            "List<? super Integer>",
            "Set<? extends Money>",
            "Map<String, ?>",
            "Map<?, String>",
            "Map<? extends State, ? extends Money>",
            "Optional<?>");

    private static final List<String> WRAPPERS = List.of(
            "List<%s>", "Map<String, %s>", "Optional<%s>", "Set<%s>", "ArrayList<? extends %s>", "EnumMap<State, %s>");

    private static final String CLASSES = """
        class Money { String currency; }
        record Amount(Money money, List<Amount> parts) {}
        class Tree { Tree left; List<Tree> children; String name; }
        class Fixed { private final String name; Fixed(int number) { this.name = "n" + number; } String name() { return name; } }
        interface Shape {}
        abstract class Base { String name; }
        @Document abstract class Figure { String name; }
        sealed interface Plan permits Sketch, Draft {}
        record Sketch(String name) implements Plan {}
        record Draft(Plan of, Amount amount) implements Plan {}
        @Document class Store { String name; }
        class Box<T> { T value; }
        @SuppressWarnings("serial") class Names extends ArrayList<String> {}
        @SuppressWarnings("serial") class Tags extends HashMap<String, Money> {}
        """;

    /** What is chosen where a message gives the choice. */
    enum Choice {
        DOCUMENTS,
        OWN_TYPES,
        IGNORED
    }

    private static final Pattern DECLARED = Pattern.compile("; declare it as (.*?)(?:, and (?:mark|declare) .*|\\.)$");
    private static final Pattern MARKED = Pattern.compile("mark (.*?) with @Document ");
    private static final Pattern OWN = Pattern.compile(
            "declare ((?:@SuppressWarnings\\(\"unchecked\"\\) )?static final .*;) in a class, and name it on Link with "
                    + "(@StoredWith\\(holder = ThatClass.class, constant = \"(\\w+)\"\\))");
    private static final Pattern MEMBER = Pattern.compile("Column '(m\\d+)' ");

    private static Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("m0", "char");
        for (String type : TYPES) {
            members.put("m" + members.size(), type);
        }
        for (String wrapper : WRAPPERS) {
            for (String type : TYPES) {
                members.put("m" + members.size(), wrapper.formatted(type));
            }
        }
        // these are stored as they are, or are no Java
        members.values().removeIf(type -> type.startsWith("ArrayList<? extends ") && type.contains("<?>"));
        return members;
    }

    private static String model(String annotations, Map<String, String> members) {
        return "@Model\n" + annotations + "class Link {\n    @HashKey String slug;\n    enum State { A }\n"
                + members.entrySet().stream()
                        .map(member -> "    " + member.getValue() + " " + member.getKey() + ";\n")
                        .collect(Collectors.joining())
                + "}\n";
    }

    private static List<String> compile(String... sources) {
        return Compilation.with(List.of(new ModelProcessor()), OPTIONS, sources).messages();
    }

    /** Does what messages say. */
    private static final class Following {

        private final Choice choice;
        private final Map<String, String> members = members();
        private final StringBuilder annotations = new StringBuilder();
        private final Map<String, String> holders = new LinkedHashMap<>();
        private String classes = CLASSES;

        Following(Choice choice) {
            this.choice = choice;
        }

        void follow(String message) {
            Matcher member = MEMBER.matcher(message);
            assertThat(member.find()).as(message).isTrue();
            String name = member.group(1);
            Matcher declared = DECLARED.matcher(message);
            if (declared.find()) {
                members.put(name, declared.group(1));
            }
            Matcher marked = MARKED.matcher(message);
            Matcher own = OWN.matcher(message);
            boolean isMarked = marked.find();
            if (!own.find()) {
                assertThat(declared.reset().find()).as(message).isTrue();
                return;
            }
            assertThat(message).endsWith(", or leave the member out with @Ignored.");
            if (choice == Choice.IGNORED) {
                members.put(name, "@Ignored " + members.get(name));
            } else if (choice == Choice.DOCUMENTS && isMarked) {
                Stream.of(marked.group(1).split(", | and ")).forEach(this::mark);
            } else {
                own(own.group(1), own.group(2));
            }
        }

        private void mark(String type) {
            classes = classes.replaceAll(
                    "\\n?(?<!@Document )((?:class|record|sealed interface) " + type + "\\b)", "\n@Document $1");
        }

        private void own(String declaration, String annotation) {
            String holder = holders.computeIfAbsent(declaration, one -> "ThatClass" + holders.size());
            if (annotations.indexOf(holder + ".class") < 0) {
                annotations.append(annotation.replace("ThatClass", holder)).append('\n');
            }
        }

        List<String> compiled() {
            String types = holders.entrySet().stream()
                    .map(holder -> "class " + holder.getValue() + " { "
                            + holder.getKey()
                                    .replace("value -> ...", "value -> \"\"")
                                    .replace("text -> ...", "text -> null")
                            + " }\n")
                    .collect(Collectors.joining());
            return compile(model(annotations.toString(), members), "class Classes {}\n" + classes + types);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("T7 each type that cannot be stored can after its message has been followed to the letter")
    void eachMessageCanBeFollowed(Choice choice) {
        List<String> messages = compile(model("", members()), "class Classes {}\n" + CLASSES);
        assertThat(messages).hasSizeGreaterThan(400).allMatch(message -> message.startsWith("error at"));
        Following following = new Following(choice);
        messages.forEach(following::follow);

        assertThat(following.compiled()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EnumMap<State, Money> | and Money in it has no stored form; mark Money with @Document to store it by"
                        + " its members, or declare static final StringType<Money> MONEY = StringType.of(Money.class,"
                        + " value -> ..., text -> ...); in a class, and name it on Link with @StoredWith(holder ="
                        + " ThatClass.class, constant = \"MONEY\"), or leave the member out with @Ignored.",
                "TreeMap<State, String> | which loading cannot make; declare it as Map<Link.State, String>.",
                "List<Optional<String>> | and Optional<String> in it has no stored form; declare it as List<String>.",
                "char[] | which has no stored form; declare it as String.",
                "List<String>[] | which has no stored form; declare it as List<List<String>>.",
                "SortedSet<Locale> | which is sorted, and Locale has no order; declare it as Set<Locale>.",
                "Set<Tree> | and Tree in it has no stored form; declare it as List<Tree>, and mark Tree with @Document"
                        + " to store it by its members, or declare static final StringType<Tree> TREE ="
                        + " StringType.of(Tree.class, value -> ..., text -> ...); in a class, and name it on Link with"
                        + " @StoredWith(holder = ThatClass.class, constant = \"TREE\"), or leave the member out with "
                        + "@Ignored.",
                "List<Calendar> | and Calendar in it has no stored form; declare it as List<java.time.ZonedDateTime>.",
                "Map<List<String>, String> | which has keys without a text, and DynamoDB knows members by text alone; "
                        + "declare it as Map<String, String>.",
                "Plan | which has no stored form; mark Plan, Sketch, Draft, Amount and Money with @Document to store"
                        + " them by their members, or declare static final StringType<Plan> PLAN ="
                        + " StringType.of(Plan.class, value -> ..., text -> ...); in a class, and name it on Link with"
                        + " @StoredWith(holder = ThatClass.class, constant = \"PLAN\"), or leave the member out with"
                        + " @Ignored.",
                "Set<Boolean> | which is a set, and DynamoDB has sets of what is stored as S, N or B alone; declare it"
                        + " as List<Boolean>.",
                "List | which is raw and leaves open what is stored; declare it as List<String>.",
                "List<? extends Money> | which has a wildcard and leaves open what is stored; declare it as"
                        + " List<Money>, and mark Money with @Document to store it by its members, or declare static final"
                        + " StringType<Money> MONEY = StringType.of(Money.class, value -> ..., text -> ...); in a class,"
                        + " and name it on Link with @StoredWith(holder = ThatClass.class, constant = \"MONEY\"), or leave"
                        + " the member out with @Ignored.",
                "Amount | which has no stored form; mark Amount and Money with @Document to store them by their"
                        + " members, or declare static final StringType<Amount> AMOUNT = StringType.of(Amount.class, value"
                        + " -> ..., text -> ...); in a class, and name it on Link with @StoredWith(holder ="
                        + " ThatClass.class, constant = \"AMOUNT\"), or leave the member out with @Ignored.",
                "Fixed | which has no stored form; declare static final StringType<Fixed> FIXED = "
                        + "StringType.of(Fixed.class, value -> ..., text -> ...); in a class, and name it on Link with "
                        + "@StoredWith(holder = ThatClass.class, constant = \"FIXED\"), or leave the member out with "
                        + "@Ignored.",
                "Box<String> | which has no stored form; declare @SuppressWarnings(\"unchecked\") static final"
                        + " StringType<Box<String>> BOX = StringType.of((Class<Box<String>>) (Class<?>) Box.class, value"
                        + " -> ..., text -> ...); in a class, and name it on Link with @StoredWith(holder ="
                        + " ThatClass.class, constant = \"BOX\"), or leave the member out with @Ignored."
            })
    @DisplayName("T7 the message about a type that cannot be stored says why, and what to do")
    void theMessageSaysWhy(String type, String end) {
        assertThat(compile(model("", Map.of("m0", type)), "class Classes {}\n" + CLASSES))
                .containsExactly("error at 5 m0;: Column 'm0' has the type " + type + ", " + end);
    }

    @Test
    @DisplayName("T7 a class that cannot be a document is not told to become one")
    void aClassThatCannotBeADocument() {
        List<String> messages = new ArrayList<>(compile("""
            @Model
            class Link {
                @HashKey String slug;
                Outer.Inner inner;
                Bad bad;
                static class Bad { String a; Thread thread; }
            }
            class Outer { class Inner { String name; } }
            """));
        assertThat(messages).hasSize(2).noneMatch(message -> message.contains("@Document"));
    }

    @Test
    @DisplayName("T7 a class out of reach is told to be made visible, wherever in the type it is")
    void aClassOutOfReach() {
        assertThat(compile("""
            @Model
            class Link {
                @HashKey String slug;
                Map<String, List<Hidden>> hidden;
                Hidden[] array;
                Outer.Inner inner;
                @Document private static class Hidden { String name; }
                private static class Outer { enum Inner { A } }
            }
            """))
                .containsExactly(
                        "error at 4 hidden;: Column 'hidden' has the type Hidden, which LinkModel cannot reach; make"
                                + " it package-private or public.",
                        "error at 5 array;: Column 'array' has the type Hidden, which LinkModel cannot reach; make it "
                                + "package-private or public.",
                        "error at 6 inner;: Column 'inner' has the type Inner inside of Outer, which LinkModel cannot"
                                + " reach; make Outer package-private or public.",
                        "error at 7 class Hidden { String name; }: Hidden is private, so that "
                                + "LinkHiddenDocument cannot reach it; make it package-private or public.");
    }
}
