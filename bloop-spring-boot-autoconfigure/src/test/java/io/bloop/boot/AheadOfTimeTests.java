package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import io.bloop.boot.hidden.HiddenApplication;
import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.boot.members.Member;
import io.bloop.boot.members.MembersApplication;
import io.bloop.boot.notes.NotesScan;
import io.bloop.boot.nothing.NothingApplication;
import io.bloop.boot.parcels.Parcel;
import io.bloop.boot.repositories.NoteRepository;
import io.bloop.boot.repositories.RepositoriesApplication;
import io.bloop.model.BaseModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

class AheadOfTimeTests {

    private final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();

    @Test
    void modelsAreWrittenDownAsTheirConstants() throws Exception {
        process(LinksApplication.class);
        assertThat(source("io/bloop/boot/links/LinkModel__BeanDefinitions.java"))
                .contains("new RootBeanDefinition(LinkModel.class)", "InstanceSupplier.using(() -> LinkModel.LINK)")
                .doesNotContain("ModelConstant");
    }

    @Test
    void templatesAreWrittenDownWithTheirTypes() throws Exception {
        process(LinksApplication.class);
        assertThat(source("io/bloop/engine/BloopTemplate__BeanDefinitions.java"))
                .contains(
                        "ResolvableType.forClassWithGenerics(BloopTemplate.class, Link.class)",
                        "new RuntimeBeanReference(\"io.bloop.engine.Engine\", Engine.class)",
                        "new RuntimeBeanReference(\"linkModel\")");
    }

    @Test
    void repositoriesAreWrittenDownInTheirPackagesAndReachedWithoutReflection() throws Exception {
        RuntimeHints hints = process(RepositoriesApplication.class);
        String written = source("io/bloop/boot/repositories/NoteRepositoryImpl__BeanDefinitions.java");
        assertThat(written)
                .contains(
                        "new RootBeanDefinition(NoteRepositoryImpl.class)",
                        "new RuntimeBeanReference(\"io.bloop.engine.Engine\", Engine.class)",
                        "new NoteRepositoryImpl(args.get(0))");
        Class<?> implementation = Class.forName(NoteRepository.class.getName() + "Impl");
        assertThat(reflection().onConstructorInvocation(implementation.getDeclaredConstructors()[0]))
                .rejects(hints);
    }

    @Test
    void packagesThatWereSearchedAreWrittenDown() throws Exception {
        process(NothingAndNotes.class);
        assertThat(source("io/bloop/boot/ScanPackages__BeanDefinitions.java"))
                .contains(
                        "addIndexedArgumentValue(0, false)",
                        "addIndexedArgumentValue(1, new String[] {\"io.bloop.boot.notes\"})");
        assertThat(source("io/bloop/boot/notes/NoteModel__BeanDefinitions.java"))
                .contains("NoteModel.NOTE");
    }

    @Test
    void whatIsNotPublicIsWrittenDownInItsOwnPackage() throws Exception {
        process(HiddenApplication.class);
        assertThat(source("io/bloop/boot/hidden/SecretModel__BeanDefinitions.java"))
                .contains("SecretModel.SECRET");
        assertThat(source("io/bloop/boot/hidden/Secret__BeanDefinitions.java"))
                .contains("ResolvableType.forClassWithGenerics(BloopTemplate.class, Secret.class)");
    }

    @Test
    void propertiesCanBeBoundDownToTheIndexes() {
        RuntimeHints hints = process(LinksApplication.class);
        for (Class<?> bound : List.of(
                BloopProperties.class,
                BloopProperties.Table.class,
                BloopProperties.Index.class,
                BloopProperties.Embedded.class,
                BloopProperties.Validation.class)) {
            assertThat(reflection().onConstructorInvocation(bound.getDeclaredConstructors()[0]))
                    .as(bound.getSimpleName())
                    .accepts(hints);
        }
    }

    @Test
    void objectsAreOpenToBeanValidation() {
        RuntimeHints hints = process(MembersApplication.class);
        assertThat(reflection().onType(Member.class).withMemberCategory(MemberCategory.ACCESS_DECLARED_FIELDS))
                .accepts(hints);
        assertThat(reflection().onType(BaseModel.class).withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS))
                .accepts(hints);
    }

    @Test
    void documentsInsideOfObjectsAreOpenToBeanValidation() {
        RuntimeHints hints = process(Parcels.class);
        for (Class<?> type : List.of(Parcel.class, Parcel.Piece.class, Parcel.Label.class)) {
            assertThat(reflection().onType(type).withMemberCategory(MemberCategory.ACCESS_DECLARED_FIELDS))
                    .as(type.getSimpleName())
                    .accepts(hints);
        }
        assertThat(reflection().onType(String.class).withMemberCategory(MemberCategory.ACCESS_DECLARED_FIELDS))
                .rejects(hints);
    }

    @Test
    void modelsAreReachedWithoutReflection() {
        RuntimeHints hints = process(LinksApplication.class);
        assertThat(reflection().onFieldAccess(LinkModel.class, "LINK")).rejects(hints);
        assertThat(reflection().onType(ModelConstant.class)).rejects(hints);
    }

    private RuntimeHints process(Class<?> type) {
        AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
        TestPropertyValues.of("bloop.bind=none").applyTo(application);
        application.register(type);
        DefaultGenerationContext generation =
                new DefaultGenerationContext(new ClassNameGenerator(ClassName.get(type)), files);
        new ApplicationContextAotGenerator().processAheadOfTime(application, generation);
        generation.writeGeneratedContent();
        return generation.getRuntimeHints();
    }

    private String source(String path) throws Exception {
        return String.valueOf(files.getGeneratedFileContent(Kind.SOURCE, path));
    }

    @Import(NothingApplication.class)
    @BloopScan(basePackageClasses = Parcel.class, applicationPackages = false)
    static class Parcels {}

    @Import({NothingApplication.class, NotesScan.class})
    static class NothingAndNotes {}
}
