package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.links.LinksApplication;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

class AheadOfTimeTests {

    private final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();

    @Test
    void modelsAndTemplatesAreWrittenDownWithTheirTypes() throws Exception {
        AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
        TestPropertyValues.of("bloop.bind=none").applyTo(application);
        application.register(LinksApplication.class);
        ClassName target = ClassName.get(LinksApplication.class);
        DefaultGenerationContext generation = new DefaultGenerationContext(new ClassNameGenerator(target), files);
        new ApplicationContextAotGenerator().processAheadOfTime(application, generation);
        generation.writeGeneratedContent();
        assertThat(source("io/bloop/boot/ModelConstant__BeanDefinitions.java"))
                .contains("beanDefinition.setTargetType(LinkModel.class);", "(0, LinkModel.class);");
        assertThat(source("io/bloop/engine/BloopTemplate__BeanDefinitions.java"))
                .contains(
                        "ResolvableType.forClassWithGenerics(BloopTemplate.class, Link.class)",
                        "new RuntimeBeanReference(\"io.bloop.engine.Engine\", Engine.class)",
                        "new RuntimeBeanReference(\"linkModel\")");
    }

    private String source(String path) throws Exception {
        return String.valueOf(files.getGeneratedFileContent(Kind.SOURCE, path));
    }
}
