package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stores JSON, which the library does not depend on. */
class JsonTreeTests {

    private static final List<String> JACKSON_3 = List.of(
            "package tools.jackson.core;\npublic interface TreeNode {}",
            "package tools.jackson.databind;\npublic abstract class JsonNode implements tools.jackson.core.TreeNode, "
                    + "Iterable<JsonNode> {}");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static List<String> compile(String type) {
        String model = "@Model\nrecord Note(@HashKey String id, " + type + " tree) {}";
        return Compilation.with(
                        List.of(new ModelProcessor()),
                        List.of("-Xlint:none"),
                        model,
                        JACKSON_3.get(0),
                        JACKSON_3.get(1))
                .messages();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.fasterxml.jackson.databind.JsonNode | Object",
                "com.fasterxml.jackson.databind.node.ObjectNode | Object",
                "List<com.fasterxml.jackson.databind.JsonNode> | List<Object>",
                "Map<String, com.fasterxml.jackson.databind.node.ArrayNode> | Map<String, Object>",
                "Set<tools.jackson.databind.JsonNode> | List<Object>",
                "tools.jackson.databind.JsonNode | Object",
                "Optional<tools.jackson.databind.JsonNode> | Object"
            })
    @DisplayName("T7 a tree of JSON is told to be declared as Object, which can be stored")
    void aTreeIsAnObject(String type, String remedy) {
        assertThat(compile(type)).singleElement().asString().endsWith("; declare it as " + remedy + ".");
        assertThat(compile(remedy)).isEmpty();
    }

    @Test
    @DisplayName("T7 what Jackson makes of a tree, and of a text, is stored in an Object column and comes back")
    void whatJacksonMakesIsStored() throws Exception {
        Compilation compilation = Compilation.of("@Model\nrecord Note(@HashKey String id, Object tree) {}", """
                package com.acme;

                import static com.acme.NoteModel.NOTE;
                import static org.assertj.core.api.Assertions.assertThat;

                import com.fasterxml.jackson.databind.JsonNode;
                import com.fasterxml.jackson.databind.ObjectMapper;
                import io.bloop.engine.*;
                import java.util.*;
                import java.util.function.Consumer;

                public class Scenario implements Consumer<Engine> {

                    private static final String JSON =
                            "{\\"a\\":[1,2.5,null,true],\\"b\\":{\\"c\\":\\"text\\",\\"d\\":{}},\\"e\\":[]}";

                    @Override
                    public void accept(Engine engine) {
                        try {
                            accept(new ObjectMapper(), engine);
                        } catch (Exception ex) {
                            throw new IllegalStateException(ex);
                        }
                    }

                    private static void accept(ObjectMapper mapper, Engine engine) throws Exception {
                        engine.bind(List.of(NOTE));
                        BloopTemplate<Note> notes = engine.template(NOTE);
                        JsonNode tree = mapper.readTree(JSON);
                        notes.save(new Note("tree", mapper.convertValue(tree, Object.class)));
                        notes.save(new Note("text", mapper.readValue(JSON, Object.class)));
                        for (String id : List.of("tree", "text")) {
                            Object loaded = notes.find(id).orElseThrow().tree();
                            assertThat(mapper.readTree(mapper.writeValueAsString(loaded))).isEqualTo(tree);
                        }
                    }
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        CreationScenario.accept(compilation, dynamoDb.engine());
    }
}
