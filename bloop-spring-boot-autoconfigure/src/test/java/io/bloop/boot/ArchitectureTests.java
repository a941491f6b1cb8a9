package io.bloop.boot;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Tag("once")
class ArchitectureTests {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.bloop.boot");

    @Test
    void autoConfigurationsArePublicFinalAndHaveNoPublicMembers() {
        classes()
                .that()
                .areAnnotatedWith(AutoConfiguration.class)
                .should()
                .bePublic()
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .andShould(haveNoPublicMembers())
                .check(CLASSES);
    }

    @Test
    void beanMethodsArePackagePrivateAndCarryNoClassConditions() {
        methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .notBeAnnotatedWith(ConditionalOnClass.class)
                .check(CLASSES);
    }

    @Test
    void nestedConfigurationsHaveNoPublicMembers() {
        classes()
                .that()
                .areAnnotatedWith(Configuration.class)
                .should()
                .bePackagePrivate()
                .andShould(haveNoPublicMembers())
                .check(CLASSES);
    }

    @Test
    void conditionsAreNoneOfTheUsersBusiness() {
        classes()
                .that()
                .areAssignableTo(Condition.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void beanMethodsReturnNoPrivateTypesWhichAheadOfTimeProcessingCannotName() {
        methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .should()
                .haveRawReturnType(
                        describe("not private", type -> !type.getModifiers().contains(JavaModifier.PRIVATE)))
                .check(CLASSES);
    }

    @Test
    void postProcessorsAreMadeByStaticMethods() {
        methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .and()
                .haveRawReturnType(
                        assignableTo(BeanPostProcessor.class).or(assignableTo(BeanFactoryPostProcessor.class)))
                .should()
                .beStatic()
                .andShould()
                .haveRawParameterTypes(describe(
                        "of the environment alone",
                        types -> types.stream().allMatch(type -> type.isEquivalentTo(Environment.class))))
                .check(CLASSES);
    }

    @Test
    void conditionsOnMissingBeansDoNotRepeatTheReturnType() {
        methods()
                .that()
                .areAnnotatedWith(ConditionalOnMissingBean.class)
                .should(notRepeatTheReturnType())
                .check(CLASSES);
    }

    @Test
    void callsAreTheShortestOfTheirKind() {
        noClasses()
                .should()
                .callMethod(Collectors.class, "toList")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(Objects.class, "requireNonNull", Object.class, String.class)
                .check(CLASSES);
    }

    @Test
    void propertiesNameTheirPrefixWithoutSayingSo() {
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should(new ArchCondition<>("give the prefix as the value") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        ConfigurationProperties properties = type.getAnnotationOfType(ConfigurationProperties.class);
                        events.add(new SimpleConditionEvent(
                                type, !properties.value().isEmpty(), type.getName() + " has no value"));
                    }
                })
                .check(CLASSES);
    }

    @Test
    void nothingIsFoundByComponentScanning() {
        noClasses().should().beAnnotatedWith(ComponentScan.class).check(CLASSES);
    }

    @Test
    void analyzersAndExceptionsAreNoneOfTheUsersBusiness() {
        classes()
                .that()
                .areAssignableTo(FailureAnalyzer.class)
                .or()
                .areAssignableTo(Throwable.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }

    @Test
    void packagesDependOneWayOnly() {
        slices().matching("io.bloop.(boot..)").should().beFreeOfCycles().check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.bloop.boot")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.bloop.boot.*..",
                        "software.amazon.dynamodb..",
                        "org.eclipse.jetty..",
                        "org.testcontainers..",
                        "org.springframework.boot.testcontainers..",
                        "org.springframework.boot.docker..",
                        "org.springframework.boot.actuate..",
                        "org.springframework.boot.health..",
                        "org.springframework.dao..",
                        "io.micrometer..",
                        "jakarta.validation..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes().should(resideInANullMarkedPackage()).check(CLASSES);
    }

    private static ArchCondition<JavaClass> haveNoPublicMembers() {
        return new ArchCondition<>("have no public members") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> members = type.getMembers().stream()
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(member -> member.getFullName())
                        .toList();
                events.add(new SimpleConditionEvent(type, members.isEmpty(), type.getName() + " " + members));
            }
        };
    }

    private static ArchCondition<JavaMethod> notRepeatTheReturnType() {
        return new ArchCondition<>("not repeat the return type") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                List<Class<?>> types = List.of(method.getAnnotationOfType(ConditionalOnMissingBean.class)
                        .value());
                String returned = method.getRawReturnType().getName();
                events.add(new SimpleConditionEvent(
                        method,
                        types.stream().noneMatch(type -> type.getName().equals(returned)),
                        method.getFullName() + " names " + returned));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName()));
            }
        };
    }
}
