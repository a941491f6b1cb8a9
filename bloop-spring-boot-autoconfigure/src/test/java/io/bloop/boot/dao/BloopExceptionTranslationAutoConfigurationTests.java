package io.bloop.boot.dao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.request.ConstraintViolation;
import org.junit.jupiter.api.Test;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.annotation.PersistenceExceptionTranslationPostProcessor;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.stereotype.Repository;

public class BloopExceptionTranslationAutoConfigurationTests {

    private static final Class<?> BOOTS_OWN = PersistenceExceptionTranslationAutoConfiguration.class;

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withPropertyValues("bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}")
            .withBean(Links.class);

    private final ApplicationContextRunner withoutBootsOwn = contextRunner
            .withClassLoader(new FilteredClassLoader(BOOTS_OWN))
            .withPropertyValues("spring.autoconfigure.exclude=" + BOOTS_OWN.getName());

    @Test
    void translatesWhatLeavesARepository() {
        contextRunner.run(context -> assertTranslated(context.getBean(Links.class)));
    }

    @Test
    void translatesWithoutTheJarInWhichSpringBootDoesSo() {
        withoutBootsOwn.run(context -> {
            assertThat(context).hasSingleBean(PersistenceExceptionTranslationPostProcessor.class);
            assertTranslated(context.getBean(Links.class));
        });
    }

    @Test
    void leavesItToSpringBootWhetherRepositoriesAreTranslated() {
        assertNotTranslated(contextRunner);
    }

    @Test
    void leavesRepositoriesAloneWhereThatIsSwitchedOffWithoutSpringBootsJar() {
        assertNotTranslated(withoutBootsOwn);
    }

    @Test
    void leavesAloneAProcessorOfTheApplication() {
        withoutBootsOwn
                .withBean("own", PersistenceExceptionTranslationPostProcessor.class)
                .run(context -> assertThat(context)
                        .getBeanNames(PersistenceExceptionTranslationPostProcessor.class)
                        .containsExactly("own"));
    }

    @Test
    void aBeanOfTheSameNameIsUsedInstead() {
        PersistenceExceptionTranslator own = ex -> null;
        contextRunner
                .withBean("bloopExceptionTranslator", PersistenceExceptionTranslator.class, () -> own)
                .run(context -> assertThat(context.getBean(PersistenceExceptionTranslator.class))
                        .isSameAs(own));
    }

    @Test
    void staysAwayWithoutSpringTx() {
        contextRunner
                .withClassLoader(new FilteredClassLoader("org.springframework.dao", "org.springframework.transaction"))
                .withPropertyValues("bloop.bind=none")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Engine.class)
                        .doesNotHaveBean("bloopExceptionTranslator"));
    }

    @Test
    void staysAwayWhereBloopIsDisabled() {
        new ApplicationContextRunner()
                .withUserConfiguration(LinksApplication.class)
                .withPropertyValues("bloop.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("bloopExceptionTranslator"));
    }

    private static void assertNotTranslated(ApplicationContextRunner runner) {
        runner.withPropertyValues("spring.persistence.exceptiontranslation.enabled=false")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(PersistenceExceptionTranslationPostProcessor.class);
                    Links links = context.getBean(Links.class);
                    links.insert(new Link("docs", "ada"));
                    assertThatThrownBy(() -> links.insert(new Link("docs", "bob")))
                            .isInstanceOf(ConstraintViolation.class);
                });
    }

    private static void assertTranslated(Links links) {
        links.insert(new Link("docs", "ada"));
        assertThatThrownBy(() -> links.insert(new Link("docs", "bob")))
                .isInstanceOf(DuplicateKeyException.class)
                .hasCauseInstanceOf(ConstraintViolation.class);
    }

    @Repository
    public static class Links {

        private final BloopTemplate<Link> links;

        public Links(BloopTemplate<Link> links) {
            this.links = links;
        }

        public Link insert(Link link) {
            return links.insert(link);
        }
    }
}
