package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.notes.Note;
import io.bloop.boot.nothing.NothingApplication;
import io.bloop.boot.repositories.Journal;
import io.bloop.boot.repositories.NoteRepository;
import io.bloop.boot.repositories.RepositoriesApplication;
import io.bloop.boot.unimplemented.Drafts;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class RepositoryBeanTests {

    private final ApplicationContextRunner contextRunner =
            new ApplicationContextRunner().withPropertyValues("bloop.bind=none", "bloop.endpoint=http://localhost:1");

    @Test
    void aRepositoryIsABeanByItself() {
        contextRunner.withUserConfiguration(RepositoriesApplication.class).run(context -> {
            assertThat(context).getBeanNames(NoteRepository.class).containsExactly("noteRepository");
            assertThat(context.getBean(NoteRepository.class).getClass().getName())
                    .isEqualTo("io.bloop.boot.repositories.NoteRepositoryImpl");
            assertThat(context).hasSingleBean(Journal.Entries.class);
        });
    }

    @Test
    void aBeanOfTheApplicationReplacesIt() {
        contextRunner
                .withUserConfiguration(RepositoriesApplication.class, OwnRepository.class)
                .run(context ->
                        assertThat(context.getBean(NoteRepository.class)).isInstanceOf(InMemory.class));
    }

    @Test
    void aRepositoryThatNoProcessorHasSeenStopsTheStart() {
        contextRunner
                .withUserConfiguration(DraftsScan.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessage(
                                "1 interface is annotated with @BloopRepository and has no implementation, which happens if the annotation "
                                        + "processor did not run:\n  - io.bloop.boot.unimplemented.Drafts"));
    }

    @Configuration
    static class OwnRepository {

        @Bean
        NoteRepository ownRepository() {
            return new InMemory();
        }
    }

    static final class InMemory implements NoteRepository {

        @Override
        public Optional<Note> find(String id) {
            return Optional.empty();
        }

        @Override
        public boolean exists(String id) {
            return false;
        }
    }

    @Import(NothingApplication.class)
    @BloopScan(basePackageClasses = Drafts.class, applicationPackages = false)
    static class DraftsScan {}
}
