package io.bloop.boot.audit;

import static io.bloop.boot.pages.PageModel.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.pages.Page;
import io.bloop.boot.pages.PagesApplication;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.AuditorSupplier;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.AuditorAware;

class BloopAuditAutoConfigurationTests {

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, PagesApplication.class)
            .withPropertyValues("bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}");

    @Configuration(proxyBeanMethods = false)
    static class SpringDataAuditor {

        @Bean
        AuditorAware<String> auditor() {
            return () -> Optional.of("ada");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnAuditor {

        @Bean
        AuditorSupplier ownAuditor() {
            return () -> Optional.of("bob");
        }
    }

    /** Finds the auditor in the database, by the engine that asks for it. */
    @Configuration(proxyBeanMethods = false)
    static class StoredAuditor {

        @Bean
        AuditorSupplier storedAuditor(BloopTemplate<Page> pages) {
            return () -> pages.find("auditor").map(Page::id);
        }
    }

    private static Page saved(ApplicationContext context) {
        return context.getBean(Engine.class).template(PAGE).save(new Page("a", null, null));
    }

    @Test
    void theAuditorOfSpringDataIsWritten() {
        contextRunner
                .withUserConfiguration(SpringDataAuditor.class)
                .run(context -> assertThat(saved(context)).isEqualTo(new Page("a", "ada", "ada")));
    }

    @Test
    void theApplicationsOwnSupplierGoesBeforeThatOfSpringData() {
        contextRunner
                .withUserConfiguration(SpringDataAuditor.class, OwnAuditor.class)
                .run(context -> assertThat(saved(context)).isEqualTo(new Page("a", "bob", "bob")));
    }

    @Test
    void aSupplierIsUsedWithoutSpringData() {
        contextRunner
                .withClassLoader(new FilteredClassLoader(AuditorAware.class))
                .withUserConfiguration(OwnAuditor.class)
                .run(context -> assertThat(saved(context)).isEqualTo(new Page("a", "bob", "bob")));
    }

    @Test
    void aSupplierMayReadByATemplate() {
        contextRunner.withUserConfiguration(StoredAuditor.class).run(context -> {
            saved(context);
            context.getBean(Engine.class).template(PAGE).save(new Page("auditor", "root", null));

            assertThat(saved(context).modifiedBy()).isEqualTo("auditor");
        });
    }

    @Test
    void withoutAnAuditorTheColumnsAreWrittenAsTheObjectHasThem() {
        contextRunner.run(context -> {
            assertThat(saved(context)).isEqualTo(new Page("a", null, null));
            assertThat(context).hasSingleBean(AuditorSupplier.class);
        });
        contextRunner
                .withClassLoader(new FilteredClassLoader(AuditorAware.class))
                .run(context -> {
                    assertThat(context).doesNotHaveBean(AuditorSupplier.class);
                    assertThat(saved(context)).isEqualTo(new Page("a", null, null));
                });
    }

    @Test
    void givesWayToACustomizerOfItsName() {
        contextRunner
                .withUserConfiguration(OwnAuditor.class)
                .withBean("bloopAuditorCustomizer", EngineBuilderCustomizer.class, () -> builder -> {})
                .run(context -> assertThat(saved(context)).isEqualTo(new Page("a", null, null)));
    }

    @Test
    void staysAwayWhereBloopIsDisabled() {
        contextRunner
                .withPropertyValues("bloop.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("bloopAuditorCustomizer"));
    }
}
