package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auto.value.processor.AutoValueProcessor;
import io.bloop.annotation.Model;
import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.immutables.processor.ProxyProcessor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mapstruct.ap.MappingProcessor;

/** Compiles with other processors, and after other compilers. */
class NeighbourTests {

    private static final List<String> QUIET = List.of("-Xlint:none");

    private static Processor named(String type) throws ReflectiveOperationException {
        return (Processor) Class.forName(type).getConstructor().newInstance();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "the processor stands beside those of Lombok, MapStruct, AutoValue, Immutables and Spring Boot, whichever "
                    + "runs first")
    void allRunInOneCompilation(boolean othersFirst) throws Exception {
        List<Processor> processors = new ArrayList<>(List.of(
                named("lombok.launch.AnnotationProcessorHider$AnnotationProcessor"),
                new MappingProcessor(),
                new AutoValueProcessor(),
                new ProxyProcessor(),
                named("org.springframework.boot.configurationprocessor.ConfigurationMetadataAnnotationProcessor"),
                new ModelProcessor()));
        if (!othersFirst) {
            Collections.reverse(processors);
        }
        Compilation compilation = Compilation.with(
                processors,
                QUIET,
                "@Model\n@lombok.Data\nclass Link { @HashKey private String slug; private String owner; }",
                "@Model\nclass Visit { @HashKey String id; private String page;"
                        + " public String getPage() { return page; } public void setPage(String page) { this.page = page; } }",
                "class VisitView { private String page;"
                        + " public String getPage() { return page; } public void setPage(String page) { this.page = page; } }",
                "@org.mapstruct.Mapper\ninterface Views { VisitView of(Visit visit); }",
                "@Model\n@org.immutables.value.Value.Immutable\ninterface Page { @HashKey String id(); }",
                "@Model\n@com.google.auto.value.AutoValue\nabstract class Mark { @HashKey abstract String id();"
                        + " static Mark of(String id) { return new AutoValue_Mark(id); } }",
                """
                @org.springframework.boot.context.properties.ConfigurationProperties("links")
                class LinkProperties {
                    private int limit;
                    public int getLimit() { return limit; }
                    public void setLimit(int limit) { this.limit = limit; }
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains("case 1 -> object.getOwner();");
        assertThat(compilation.source("VisitModel")).contains("case 1 -> object.getPage();");
        assertThat(compilation.source("PageModel")).contains("return ImmutablePage.builder()");
        assertThat(compilation.source("MarkModel")).contains("return Mark.of(");
        assertThat(compilation.source("ViewsImpl")).contains("visitView.setPage( visit.getPage() );");
        assertThat(Files.readString(compilation.output().resolve("META-INF/spring-configuration-metadata.json")))
                .contains("links.limit");
    }

    @Test
    @DisplayName("a class of another compiler, as Kotlin's, gets its definition from the class file")
    void aClassOfAnotherCompiler() {
        // what Kotlin makes of: @Model class Link(@HashKey var slug: String?, var clicks: Long, var isActive: Boolean)
        Compilation kotlin = Compilation.with(List.of(), List.of("-proc:none"), """
                @Model
                public final class Link {
                    @HashKey private String slug;
                    private long clicks;
                    private boolean isActive;
                    public static final Companion Companion = new Companion();
                    public Link() {}
                    public Link(String slug, long clicks, boolean isActive) {}
                    public final String getSlug() { return slug; }
                    public final void setSlug(String value) { slug = value; }
                    public final long getClicks() { return clicks; }
                    public final void setClicks(long value) { clicks = value; }
                    public final boolean isActive() { return isActive; }
                    public final void setActive(boolean value) { isActive = value; }
                    public static final class Companion {}
                }
                """);
        assertThat(kotlin.messages()).isEmpty();
        String path = kotlin.output() + File.pathSeparator + System.getProperty("java.class.path");

        Compilation compilation = Compilation.ofClasses(List.of("-cp", path), "com.acme.Link");

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains(
                        "column(\"slug\", STRING).hashKey();",
                        "case 2 -> object.isActive();",
                        "case 2 -> object.setActive((Boolean) value);");
    }

    @Test
    @DisplayName("a mistake in a class of another compiler is told of the class")
    void aMistakeInAClassOfAnotherCompiler() {
        Compilation kotlin = Compilation.with(
                List.of(),
                List.of("-proc:none"),
                "@Model\npublic final class Link { private final String slug = \"\"; "
                        + "public final String getSlug() { return slug; } }");
        String path = kotlin.output() + File.pathSeparator + System.getProperty("java.class.path");

        assertThat(Compilation.ofClasses(List.of("-cp", path), "com.acme.Link").messages())
                .containsExactly(
                        "error at nothing: Column 'slug' is final, so that loading cannot set it; take final away, let "
                                + "the constructor of Link take it, or make Link a record.",
                        "error at nothing: No column is the hash key; mark one with @HashKey.");
    }

    /** Notes what it is shown. */
    private static final class Listening extends AbstractProcessor {

        private final List<String> heard = new ArrayList<>();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of(Model.class.getName());
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            round.getElementsAnnotatedWith(Model.class).forEach(element -> heard.add(element.toString()));
            return false;
        }
    }

    @Test
    @DisplayName("the processor asks for its own annotations alone, and leaves them to others too")
    void nothingIsClaimed() {
        Listening listening = new Listening();
        Compilation compilation = Compilation.with(
                List.of(new ModelProcessor(), listening), List.of(), "@Model\nrecord Link(@HashKey String slug) {}");
        assertThat(compilation.messages()).isEmpty();
        assertThat(listening.heard).containsExactly("com.acme.Link");
        assertThat(new ModelProcessor().getSupportedAnnotationTypes())
                .containsExactly(Model.class.getPackageName() + ".*");
        assertThat(new ModelProcessor().getSupportedSourceVersion()).isEqualTo(SourceVersion.latest());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(NeighbourTests.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Returns a processor that notes of which classes it makes each file. */
    private static Processor noting(Processor processor, List<String> origins) {
        return proxy(Processor.class, (self, method, arguments) -> {
            if (!method.getName().equals("init")) {
                return method.invoke(processor, arguments);
            }
            ProcessingEnvironment environment = (ProcessingEnvironment) arguments[0];
            Filer filer = proxy(Filer.class, (own, call, given) -> {
                origins.add(given[0] + " of " + Arrays.toString((Object[]) given[1]));
                return call.invoke(environment.getFiler(), given);
            });
            processor.init(proxy(
                    ProcessingEnvironment.class,
                    (own, call, given) -> call.getName().equals("getFiler") ? filer : call.invoke(environment, given)));
            return null;
        });
    }

    @Test
    @DisplayName("each file comes of one class alone, so that Gradle compiles it anew with that class alone")
    void eachFileComesOfOneClass() {
        List<String> origins = new ArrayList<>();
        Compilation compilation = Compilation.with(
                List.of(noting(new ModelProcessor(), origins)),
                List.of(),
                "@Model\nrecord Link(@HashKey String slug, Store store) {}",
                "@Document\nrecord Store(String name) {}");
        assertThat(compilation.messages()).isEmpty();
        assertThat(origins)
                .containsExactlyInAnyOrder(
                        "com.acme.LinkModel of [com.acme.Link]", "com.acme.StoreDocument of [com.acme.Store]");
    }
}
