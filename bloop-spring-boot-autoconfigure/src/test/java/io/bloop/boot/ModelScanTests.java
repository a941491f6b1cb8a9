package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.accounts.AccountModel;
import io.bloop.boot.broken.OrphanNoteModel;
import io.bloop.boot.links.DailyVisitsModel;
import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.boot.links.OwnedModel;
import io.bloop.boot.notes.Note;
import io.bloop.boot.notes.NoteModel;
import io.bloop.boot.notes.NotesScan;
import io.bloop.boot.nothing.NothingApplication;
import io.bloop.boot.unprocessed.Memo;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import io.bloop.type.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.ResolvableType;

@ExtendWith(OutputCaptureExtension.class)
class ModelScanTests {

    private final ApplicationContextRunner contextRunner =
            new ApplicationContextRunner().withPropertyValues("bloop.bind=none", "bloop.endpoint=http://localhost:1");

    @Test
    void findsTheConcreteModelsOfTheApplicationsPackages() {
        contextRunner.withUserConfiguration(LinksApplication.class).run(context -> {
            assertThat(context)
                    .getBeanNames(ModelDefinition.class)
                    .containsExactlyInAnyOrder("linkModel", "dailyVisitsModel");
            assertThat(context)
                    .getBeanNames(BloopTemplate.class)
                    .containsExactlyInAnyOrder("linkTemplate", "dailyVisitsTemplate");
            assertThat(context).getBeanNames(OwnedModel.class).containsExactly("linkModel");
        });
    }

    @Test
    void makesBeansOfTheConstantsThemselves() {
        contextRunner.withUserConfiguration(LinksApplication.class).run(context -> {
            assertThat(context).getBean(LinkModel.class).isSameAs(LinkModel.LINK);
            assertThat(context).getBean(DailyVisitsModel.class).isSameAs(DailyVisitsModel.DAILY_VISITS);
        });
    }

    @Test
    void looksInNamedPackagesBesideTheApplications() {
        contextRunner
                .withUserConfiguration(LinksApplication.class, ScanByName.class)
                .run(context -> assertThat(context)
                        .getBeanNames(ModelDefinition.class)
                        .containsExactlyInAnyOrder("noteModel", "linkModel", "dailyVisitsModel"));
    }

    @Test
    void looksInNamedPackagesOnlyWhereOneScanLeavesTheApplicationsOut() {
        contextRunner
                .withUserConfiguration(LinksApplication.class, ScanByName.class, ScanWithoutTheApplication.class)
                .run(context -> assertThat(context)
                        .getBeanNames(ModelDefinition.class)
                        .containsExactlyInAnyOrder("noteModel", "accountModel"));
    }

    @Test
    void looksOnceInAPackageThatIsNamedTwice() {
        contextRunner
                .withUserConfiguration(LinksApplication.class, ScanByClass.class)
                .run(context -> assertThat(context)
                        .getBeanNames(ModelDefinition.class)
                        .containsExactlyInAnyOrder("linkModel", "dailyVisitsModel"));
    }

    @Test
    void addsUpThePackagesOfSeveralScans() {
        contextRunner
                .withUserConfiguration(NothingApplication.class, ScanByName.class, ScanByClass.class)
                .run(context -> assertThat(context)
                        .getBeanNames(ModelDefinition.class)
                        .containsExactlyInAnyOrder("noteModel", "linkModel", "dailyVisitsModel"));
    }

    @Test
    void looksInThePackageOfTheAnnotatedClassWhereNoneIsNamed() {
        contextRunner
                .withUserConfiguration(NothingApplication.class, NotesScan.class)
                .run(context ->
                        assertThat(context).getBeanNames(ModelDefinition.class).containsExactly("noteModel"));
    }

    @Test
    void leavesTheApplicationsOwnDefinitionAlone() {
        contextRunner
                .withUserConfiguration(NothingApplication.class, ScanByName.class, OwnDefinition.class)
                .run(context -> {
                    assertThat(context).getBeanNames(ModelDefinition.class).containsExactly("ownNotes");
                    assertThat(template(context.getBean("noteTemplate")).model().name())
                            .isEqualTo("OwnNote");
                });
    }

    @Test
    void replacesAFoundDefinitionByABeanOfTheSameObjects(CapturedOutput output) {
        contextRunner
                .withUserConfiguration(NothingApplication.class, ScanByName.class, OwnDefinitionOfTheGeneralType.class)
                .run(context -> {
                    assertThat(context).getBeanNames(ModelDefinition.class).containsExactly("ownNotes");
                    assertThat(context).getBeanNames(BloopTemplate.class).containsExactly("noteTemplate");
                    assertThat(context.getBean(Engine.class).tables().keySet())
                            .extracting(ModelDefinition::name)
                            .containsExactly("OwnNote");
                    assertThat(output)
                            .containsOnlyOnce(
                                    "INFO  ModelRegistrar - Bloop uses the application's model 'ownNotes' instead of"
                                            + " io.bloop.boot.notes.NoteModel\n");
                });
    }

    @Test
    void replacesAFoundDefinitionByABeanOfAnotherClass() {
        contextRunner
                .withUserConfiguration(NothingApplication.class, ScanByName.class)
                .withBean("ownNotes", NoteDefinition.class)
                .run(context -> {
                    assertThat(context).getBeanNames(ModelDefinition.class).containsExactly("ownNotes");
                    assertThat(context).getBeanNames(BloopTemplate.class).containsExactly("noteTemplate");
                });
    }

    @Test
    void replacesNothingByADefinitionThatIsForAQualifierOnly() {
        contextRunner
                .withUserConfiguration(NothingApplication.class, ScanByName.class, QualifiedDefinition.class)
                .run(context -> assertThat(context)
                        .getBeanNames(ModelDefinition.class)
                        .containsExactlyInAnyOrder("noteModel", "archivedNotes"));
    }

    @Test
    void replacesADefinitionInTheChildOfAContextThatHasReplacedIt() {
        contextRunner
                .withUserConfiguration(NothingApplication.class, ScanByName.class, OwnDefinitionOfTheGeneralType.class)
                .run(parent -> contextRunner
                        .withParent(parent)
                        .withUserConfiguration(NothingApplication.class, ScanByName.class)
                        .run(child -> assertThat(child.getSourceApplicationContext()
                                        .getBeanFactory()
                                        .getBeanNamesForType(ModelDefinition.class))
                                .isEmpty()));
    }

    @Test
    void saysWhereModelsAndTemplatesComeFromWhereOneIsNotEnough() {
        FailedStart failed = FailedStart.of(TwoTemplates.class);
        assertThat(failed.description())
                .contains(
                        "- noteTemplate: defined in Bloop's auto-configuration, for the model 'notes'",
                        "- archivedNotesTemplate: defined in Bloop's auto-configuration, for the model"
                                + " 'archivedNotes'");
    }

    @Test
    void leavesTheApplicationsOwnTemplateAlone() {
        contextRunner
                .withUserConfiguration(LinksApplication.class, OwnTemplate.class)
                .run(context -> assertThat(context.getBeanNamesForType(
                                ResolvableType.forClassWithGenerics(BloopTemplate.class, Link.class)))
                        .containsExactly("ownTemplate"));
    }

    @Test
    void givesEachOfTwoModelsOfOneClassItsTemplate() {
        contextRunner
                .withUserConfiguration(NothingApplication.class, ScanByName.class, TwoDefinitions.class)
                .run(context -> {
                    assertThat(context.getBeanNamesForType(
                                    ResolvableType.forClassWithGenerics(BloopTemplate.class, Note.class)))
                            .containsExactlyInAnyOrder("noteTemplate", "archivedNotesTemplate");
                    assertThat(template(context.getBean("archivedNotesTemplate"))
                                    .model()
                                    .name())
                            .isEqualTo("ArchivedNote");
                });
    }

    @Test
    void namesABeanByItsWholeClassWhereTheShortNameIsTaken() {
        contextRunner
                .withUserConfiguration(NothingApplication.class, ScanByName.class)
                .withBean("noteModel", String.class, () -> "taken")
                .run(context -> assertThat(context)
                        .getBeanNames(NoteModel.class)
                        .containsExactly("io.bloop.boot.notes.NoteModel"));
    }

    @Test
    void takesTheModelsOfAParentContextForItsOwn() {
        contextRunner
                .withUserConfiguration(LinksApplication.class)
                .run(parent -> contextRunner
                        .withParent(parent)
                        .withUserConfiguration(LinksApplication.class, ScanByName.class, ScanByClass.class)
                        .run(child -> {
                            assertThat(child).hasNotFailed();
                            assertThat(child.getSourceApplicationContext()
                                            .getBeanFactory()
                                            .getBeanNamesForType(ModelDefinition.class))
                                    .containsExactly("noteModel");
                            assertThat(child).getBean(Engine.class).isSameAs(parent.getBean(Engine.class));
                            assertThat(child.getBean(Engine.class).tables()).hasSize(3);
                        }));
    }

    @Test
    void refusesADefinitionWithoutAConstant() {
        assertThat(FailedStart.of(OrphanScan.class))
                .isEqualTo(
                        new FailedStart("""
                            Model io.bloop.boot.broken.OrphanNoteModel is not valid (1 problem):
                              - The definition has no constant to use as its bean; add 'public static final OrphanNoteModel \
                            ORPHAN_NOTE = new OrphanNoteModel();', make the class abstract, or declare a bean of it.\
                            """, "Correct the definition of model io.bloop.boot.broken.OrphanNoteModel."));
    }

    @Test
    void takesADefinitionWithoutAConstantThatIsABean() {
        contextRunner
                .withUserConfiguration(OrphanScan.class)
                .withBean("orphan", OrphanNoteModel.class, OrphanNoteModel::new)
                .run(context ->
                        assertThat(context).getBeanNames(ModelDefinition.class).containsExactly("orphan"));
    }

    @Test
    void takesBeansForTheDefinitionsOfAnnotatedClasses() {
        contextRunner
                .withUserConfiguration(NothingApplication.class, UnprocessedScan.class, DefinitionsByHand.class)
                .run(context -> assertThat(context)
                        .getBeanNames(ModelDefinition.class)
                        .containsExactlyInAnyOrder("memos", "drafts"));
    }

    private static BloopTemplate<?> template(Object bean) {
        return (BloopTemplate<?>) bean;
    }

    @BloopScan("${packages-with-models:io.bloop.boot.notes}")
    static class ScanByName {}

    @BloopScan(basePackageClasses = LinkModel.class)
    static class ScanByClass {}

    @BloopScan(basePackageClasses = AccountModel.class, applicationPackages = false)
    static class ScanWithoutTheApplication {}

    @BloopScan(basePackageClasses = OrphanNoteModel.class, applicationPackages = false)
    @EnableAutoConfiguration
    static class OrphanScan {}

    @BloopScan(basePackageClasses = Memo.class)
    static class UnprocessedScan {}

    private static final class MemoDefinition extends ModelDefinition<Memo> {

        MemoDefinition() {
            super(Memo.class);
            column("id", Types.STRING).getter(Memo::id).hashKey();
        }

        @Override
        protected Memo create(Values<Memo> values) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class DraftDefinition extends ModelDefinition<Memo.Draft> {

        DraftDefinition() {
            super(Memo.Draft.class);
            column("id", Types.STRING).getter(Memo.Draft::id).hashKey();
        }

        @Override
        protected Memo.Draft create(Values<Memo.Draft> values) {
            throw new UnsupportedOperationException();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class DefinitionsByHand {

        @Bean
        ModelDefinition<Memo> memos() {
            return new MemoDefinition();
        }

        @Bean
        ModelDefinition<Memo.Draft> drafts() {
            return new DraftDefinition();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnDefinition {

        @Bean
        NoteModel ownNotes() {
            return new NoteModel("OwnNote");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnDefinitionOfTheGeneralType {

        @Bean
        ModelDefinition<Note> ownNotes() {
            return new NoteDefinition();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class QualifiedDefinition {

        @Bean(defaultCandidate = false)
        @Qualifier("archive")
        ModelDefinition<Note> archivedNotes() {
            return new NoteDefinition();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({NothingApplication.class, TwoDefinitions.class})
    static class TwoTemplates {

        @Bean
        Object service(BloopTemplate<Note> template) {
            return template;
        }
    }

    static final class NoteDefinition extends ModelDefinition<Note> {

        NoteDefinition() {
            super(Note.class, "OwnNote");
            column("id", Types.STRING).getter(Note::id).hashKey();
        }

        @Override
        protected Note create(Values<Note> values) {
            throw new UnsupportedOperationException();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoDefinitions {

        @Bean
        NoteModel notes() {
            return NoteModel.NOTE;
        }

        @Bean
        ModelDefinition<Note> archivedNotes() {
            return new NoteModel("ArchivedNote");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnTemplate {

        @Bean
        BloopTemplate<Link> ownTemplate(Engine engine) {
            return engine.template(LinkModel.LINK);
        }
    }
}
