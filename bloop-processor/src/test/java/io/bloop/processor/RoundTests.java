package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTests {

    /** Writes one source file in the first round, as other processors do. */
    private static final class Writing extends AbstractProcessor {

        private final String name;
        private final String source;
        private boolean isDone;

        Writing(String name, String source) {
            this.name = name;
            this.source = source;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!isDone) {
                isDone = true;
                try (Writer out =
                        processingEnv.getFiler().createSourceFile(name).openWriter()) {
                    out.write(source);
                } catch (IOException ex) {
                    throw new UncheckedIOException(ex);
                }
            }
            return false;
        }
    }

    @Test
    void aModelWaitsForATypeThatAnotherProcessorWrites() {
        Compilation compilation = Compilation.with(
                List.of(
                        new ModelProcessor(),
                        new Writing("com.acme.State", "package com.acme; public enum State { ON }")),
                List.of(),
                """
                @Model
                class Link {
                    @HashKey String slug;
                    Set<State> states;
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains("setOf(enumOf(State.class))");
    }

    @Test
    void aModelWaitsForASuperclassThatAnotherProcessorWrites() {
        Compilation compilation = Compilation.with(
                List.of(
                        new ModelProcessor(),
                        new Writing("com.acme.Base", "package com.acme; class Base { String owner; }")),
                List.of(),
                """
                @Model
                class Link extends Base {
                    @HashKey String slug;
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains("owner = column(\"owner\", STRING);");
    }

    @Test
    void aTypeThatNobodyWritesIsTheCompilersToReport() {
        Compilation compilation = Compilation.of("""
                @Model
                class Link {
                    @HashKey String slug;
                    Nowhere nowhere;
                    @StoredWith(holder = Missing.class, constant = "X") String text;
                }
                """);
        assertThat(compilation.messages())
                .containsExactly(
                        "error at 4 Nowhere nowhere;: cannot find symbol\n  symbol:   class Nowhere\n"
                                + "  location: class com.acme.Link",
                        "error at 5 Missing.class, constant = \"X\") String text;: cannot find symbol\n"
                                + "  symbol:   class Missing\n  location: class com.acme.Link");
    }

    @Test
    void aClassMayNameItsOwnDefinition() {
        Compilation compilation = Compilation.of("""
                @Model
                class Link {
                    static final LinkModel MODEL = LinkModel.LINK;
                    @HashKey String slug;
                }
                """);
        assertThat(compilation.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lombokWritesTheAccessorsWhicheverRunsFirst(boolean lombokFirst) throws Exception {
        Compilation compilation = Compilation.withLombok(lombokFirst, """
                @Model
                @lombok.Data
                @lombok.NoArgsConstructor
                @lombok.AllArgsConstructor
                class Link {
                    @HashKey private String slug;
                    private boolean isActive;
                    private Set<String> tags;
                }
                """, """
                class User {
                    String attribute() { return LinkModel.LINK.slug.attribute(); }
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains("case 0 -> object.getSlug();", "case 1 -> object.setActive((Boolean) value);");
    }

    @Test
    void theProcessorIsFoundOnAPathOfItselfAndCoreAlone() throws Exception {
        Path core = Path.of(io.bloop.Suggestion.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path own = Path.of(ModelProcessor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String path = own + java.io.File.pathSeparator + core;
        Compilation compilation = Compilation.with(List.of(), List.of("-processorpath", path), """
                @Model
                class Link {
                    @HashKey String slug;
                    long clicks;
                    Set<String> tags;
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.wrote("LinkModel")).isTrue();
    }

    @Test
    void gradleIsToldThatEachModelStandsAlone() throws Exception {
        try (var in = ModelProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(ModelProcessor.class.getName() + ",isolating\n");
        }
    }
}
