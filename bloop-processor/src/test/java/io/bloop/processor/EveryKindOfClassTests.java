package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auto.value.processor.AutoValueBuilderProcessor;
import com.google.auto.value.processor.AutoValueProcessor;
import io.bloop.model.Notebook;
import io.bloop.model.NothingIsLost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import org.immutables.processor.ProxyProcessor;

/** Loads, edits and saves objects of every kind of class that a definition can be written of. */
class EveryKindOfClassTests extends NothingIsLost {

    /** The columns beside the hash key: their types by their names. */
    private static final Map<String, String> MEMBERS = members(
            "String title",
            "long pages",
            "byte[] cover",
            "Set<String> tags",
            "List<String> notes",
            "Map<String, Integer> counts",
            "List<Set<Long>> nested",
            "io.bloop.model.Notebook.Place place",
            "io.bloop.model.Notebook.Label label",
            "Deque<String> queue",
            "double[] scores",
            "EnumMap<DayOfWeek, Integer> days",
            "List<io.bloop.model.Notebook.Shape> shapes");

    /** Stand for annotations, which begin as what stands for types does. */
    private static final String NULLABLE = "NULL_OR ";

    private static final String ARRAY = "ARRAY ";

    private static final String KEPT = "KEPT ";

    private static final String RECORD = """
            HEAD
            record OfRecord(@HashKey String id, PARAMETERS) implements io.bloop.model.Notebook {
                static OfRecord make(String id, Content c) { return new OfRecord(id, VALUES); }
                CONTENT
            }
            """;

    private static final String CONSTRUCTOR = """
            HEAD
            final class OfConstructor implements io.bloop.model.Notebook {
                @HashKey private final String id;
                FINAL_FIELDS
                OfConstructor(PARAMETERS, String id) { this.id = id; ASSIGNMENTS }
                @Override public String id() { return id; }
                GETTERS
                static OfConstructor make(String id, Content c) { return new OfConstructor(VALUES, id); }
                CONTENT
            }
            """;

    private static final String BUILDER = """
            HEAD
            final class OfBuilder implements io.bloop.model.Notebook {
                @HashKey private final String id;
                FINAL_FIELDS
                private OfBuilder(Builder b) { this.id = b.id; FROM_BUILDER }
                @Override public String id() { return id; }
                GETTERS
                static OfBuilder make(String id, Content c) { return new Builder(id)FROM_CONTENT.build(); }
                CONTENT
                static final class Builder {
                    private final String id;
                    FIELDS
                    Builder(String id) { this.id = id; }
                    SETTERS
                    OfBuilder build() { return new OfBuilder(this); }
                }
            }
            """;

    private static final String AUTO_VALUE = """
            HEAD
            @com.google.auto.value.AutoValue
            abstract class OfAutoValue implements io.bloop.model.Notebook {
                @HashKey @Override public abstract String id();
                PROPERTIES
                static OfAutoValue create(String id, NULLABLE_PARAMETERS) { return new AutoValue_OfAutoValue(id, NAMES); }
                static OfAutoValue make(String id, Content c) { return create(id, VALUES); }
                CONTENT
            }
            """;

    private static final String AUTO_VALUE_BUILDER = """
            HEAD
            @com.google.auto.value.AutoValue
            abstract class OfAutoValueBuilder implements io.bloop.model.Notebook {
                @HashKey @Override public abstract String id();
                PROPERTIES
                static Builder builder() { return new AutoValue_OfAutoValueBuilder.Builder(); }
                static OfAutoValueBuilder make(String id, Content c) { return builder().id(id)FROM_CONTENT.build(); }
                CONTENT
                @com.google.auto.value.AutoValue.Builder
                interface Builder {
                    Builder id(String id);
                    ABSTRACT_SETTERS
                    OfAutoValueBuilder build();
                }
            }
            """;

    private static final String IMMUTABLES = """
            HEAD
            @org.immutables.value.Value.Immutable
            @org.immutables.value.Value.Style(builtinContainerAttributes = false)
            abstract class OfImmutables implements io.bloop.model.Notebook {
                @HashKey @Override public abstract String id();
                PROPERTIES
                static OfImmutables make(String id, Content c) {
                    return ImmutableOfImmutables.builder().id(id)FROM_CONTENT.build();
                }
                CONTENT
            }
            """;

    private static final String LOMBOK_VALUE = """
            HEAD
            @lombok.Value
            @lombok.experimental.Accessors(fluent = true)
            class OfLombokValue implements io.bloop.model.Notebook {
                @HashKey String id;
                FIELDS
                static OfLombokValue make(String id, Content c) { return new OfLombokValue(id, VALUES); }
                CONTENT
            }
            """;

    private static final String LOMBOK_BUILDER = """
            HEAD
            @lombok.experimental.SuperBuilder
            @lombok.Getter
            @lombok.experimental.Accessors(fluent = true)
            class OfLombokBuilder implements io.bloop.model.Notebook {
                @HashKey private final String id;
                FINAL_FIELDS
                static OfLombokBuilder make(String id, Content c) { return builder().id(id)FROM_CONTENT.build(); }
                CONTENT
            }
            """;

    /** The initial values are those of new objects alone. */
    private static final String TRACKED = """
            HEAD
            class OfFields extends BaseModel implements io.bloop.model.Notebook {
                @HashKey String id;
                FIELDS
                {
                    title = "initial";
                    tags = new HashSet<>(Set.of("initial"));
                    notes = new ArrayList<>(List.of("initial"));
                    counts = new HashMap<>(Map.of("initial", 1));
                    scores = new double[] {7};
                    queue = new ArrayDeque<>(List.of("initial"));
                }
                @Override public String id() { return id; }
                static OfFields make(String id) { OfFields made = new OfFields(); made.id = id; return made; }
                OfFields edited(Content c) { FROM_EDITED return this; }
                CONTENT
            }
            """;

    /** A constructor takes the key, and a column is computed. */
    private static final String TRACKED_INITIAL =
            TRACKED.replace("OfFields", "OfInitial").replace("FIELDS", "KEPT_FIELDS");

    private static final String RECORD_INITIAL = """
            HEAD
            record OfInitialRecord(@HashKey String id, KEPT_PARAMETERS) implements io.bloop.model.Notebook {
                OfInitialRecord(String id) {
                    this(
                            id,
                            "initial",
                            3,
                            new byte[] {7},
                            new HashSet<>(Set.of("initial")),
                            new ArrayList<>(List.of("initial")),
                            new HashMap<>(Map.of("initial", 1)),
                            new ArrayList<>(),
                            null,
                            new io.bloop.model.Notebook.Label("initial", new io.bloop.model.Notebook.Room()),
                            new ArrayDeque<>(List.of("initial")),
                            new double[] {7},
                            new EnumMap<>(Map.of(DayOfWeek.FRIDAY, 5)),
                            null);
                }
                static OfInitialRecord make(String id, Content c) { return new OfInitialRecord(id, VALUES); }
                CONTENT
            }
            """;

    private static final String TRACKED_CONSTRUCTOR = """
            HEAD
            class OfKey extends BaseModel implements io.bloop.model.Notebook {
                @HashKey private final String id;
                FIELDS
                OfKey(String id, String title) { this.id = id; this.title = title; }
                @Override public String id() { return id; }
                @Computed(from = "title") Integer titleLength() { return title == null ? null : title.length(); }
                static OfKey make(String id) { return new OfKey(id, null); }
                OfKey edited(Content c) { FROM_EDITED return this; }
                CONTENT
            }
            """;

    private static final String LOMBOK_DATA = """
            HEAD
            @lombok.Data
            @lombok.EqualsAndHashCode(callSuper = false)
            class OfLombokData extends BaseModel implements io.bloop.model.Notebook {
                @HashKey private String id;
                PRIVATE_FIELDS
                @Override public String id() { return id; }
                static OfLombokData make(String id) { OfLombokData made = new OfLombokData(); made.id = id; return made; }
                OfLombokData edited(Content c) { FROM_EDITED return this; }
                CONTENT
            }
            """;

    private static final String KINDS = """
            package com.acme;

            import io.bloop.model.Notebook.Kind;
            import java.util.List;
            import java.util.function.Supplier;

            public class Kinds implements Supplier<List<Kind<?>>> {
                @Override
                public List<Kind<?>> get() {
                    return List.of(ALL);
                }
            }
            """;

    private static final List<String> IMMUTABLE = List.of(
            RECORD,
            RECORD_INITIAL,
            CONSTRUCTOR,
            BUILDER,
            AUTO_VALUE,
            AUTO_VALUE_BUILDER,
            IMMUTABLES,
            LOMBOK_VALUE,
            LOMBOK_BUILDER);
    private static final List<String> MUTABLE = List.of(TRACKED, TRACKED_INITIAL, TRACKED_CONSTRUCTOR, LOMBOK_DATA);

    private static final List<Notebook.Kind<?>> COMPILED = compile();

    EveryKindOfClassTests() {
        super(COMPILED);
    }

    private static Map<String, String> members(String... all) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String one : all) {
            int space = one.lastIndexOf(' ');
            members.put(one.substring(space + 1), one.substring(0, space));
        }
        return members;
    }

    /** Writes something for each member, with its name for # and its type for @. */
    private static String each(String pattern, String separator) {
        return each(name -> pattern, separator);
    }

    private static String each(Function<String, String> pattern, String separator) {
        return MEMBERS.entrySet().stream()
                .map(member -> pattern.apply(member.getKey())
                        .replace("@", member.getValue())
                        .replace("#", member.getKey()))
                .collect(Collectors.joining(separator));
    }

    private static String source(String template) {
        boolean hasProperties = template.contains("PROPERTIES");
        return template.replace("HEAD", """
                        @Model
                        @StoredWith(holder = io.bloop.model.Notebook.class, constant = "PLACE")
                        @StoredWith(holder = io.bloop.model.Notebook.class, constant = "LABEL")
                        @StoredWith(holder = io.bloop.model.Notebook.class, constant = "SHAPE")
                        @GlobalSecondaryIndex(name = "all", hashKey = "id", projection = Projection.ALL)
                        @GlobalSecondaryIndex(name = "keys", hashKey = "id", projection = Projection.KEYS)
                        @GlobalSecondaryIndex(
                                name = "some",
                                hashKey = "id",
                                projection = Projection.INCLUDE,
                                include = {"title", "pages", "tags", "place"})
                        """.strip())
                .replace("NULLABLE_PARAMETERS", each(name -> mark(name) + "@ #", ", "))
                .replace("KEPT_PARAMETERS", each(KEPT + "@ #", ", "))
                .replace("PARAMETERS", each("@ #", ", "))
                .replace("KEPT_FIELDS", each(KEPT + "@ #;", "\n    "))
                .replace("FINAL_FIELDS", each("private final @ #;", "\n    "))
                .replace("PRIVATE_FIELDS", each("private @ #;", "\n    "))
                .replace("FIELDS", each("@ #;", "\n    "))
                .replace("ASSIGNMENTS", each("this.# = #;", " "))
                .replace("FROM_BUILDER", each("this.# = b.#;", " "))
                .replace("FROM_EDITED", each("this.# = c.#;", " "))
                .replace("FROM_CONTENT", each(".#(c.#)", ""))
                .replace("VALUES", each("c.#", ", "))
                .replace("NAMES", each("#", ", "))
                .replace("GETTERS", each("@ #() { return #; }", "\n    "))
                .replace("ABSTRACT_SETTERS", each("Builder #(@ #);", "\n        "))
                .replace("SETTERS", each("Builder #(@ #) { this.# = #; return this; }", "\n        "))
                .replace("PROPERTIES", each(name -> mutable(name) + mark(name) + "abstract @ #();", "\n    "))
                .replace(
                        "CONTENT",
                        "@Override public Content content() { Content c = new Content(); "
                                + each("c.# = #" + (hasProperties ? "()" : "") + ";", " ") + " return c; }")
                .replace(KEPT, "@KeepInitial ")
                .replace(ARRAY, "@SuppressWarnings(\"mutable\") ")
                .replace(NULLABLE, "@Nullable ");
    }

    private static String mark(String name) {
        return name.equals("pages") ? "" : NULLABLE;
    }

    private static String mutable(String name) {
        return MEMBERS.getOrDefault(name, "").endsWith("[]") ? ARRAY : "";
    }

    private static String name(String template) {
        return template.replaceAll("(?s).*?(?:record|class) (\\w+).*", "$1");
    }

    @SuppressWarnings("unchecked") // the class is compiled of the source above
    private static List<Notebook.Kind<?>> compile() {
        List<String> sources = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        IMMUTABLE.forEach(template -> {
            sources.add(source(template));
            kinds.add("Kind.immutable(" + model(name(template)) + ", " + name(template) + "::make)");
        });
        MUTABLE.forEach(template -> {
            sources.add(source(template));
            kinds.add("new Kind<>(" + model(name(template)) + ", true, " + name(template) + "::make, " + name(template)
                    + "::edited)");
        });
        sources.add("@interface Nullable {}");
        sources.add(KINDS.replace("ALL", String.join(",\n                ", kinds)));
        try {
            List<Processor> processors = List.of(
                    new ModelProcessor(),
                    new AutoValueProcessor(),
                    new AutoValueBuilderProcessor(),
                    new ProxyProcessor(),
                    (Processor) Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
                            .getConstructor()
                            .newInstance());
            Compilation compilation =
                    Compilation.with(processors, List.of("-Xlint:none"), sources.toArray(String[]::new));
            assertThat(compilation.messages()).isEmpty();
            return ((Supplier<List<Notebook.Kind<?>>>) compilation
                            .load()
                            .loadClass("com.acme.Kinds")
                            .getConstructor()
                            .newInstance())
                    .get();
        } catch (ReflectiveOperationException ex) {
            throw new AssertionError(ex);
        }
    }

    private static String model(String name) {
        return name + "Model." + name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
