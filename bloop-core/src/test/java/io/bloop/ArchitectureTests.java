package io.bloop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("once")
class ArchitectureTests {

    /** The packages, each of which may use only those before it. */
    private static final List<String> ORDER = List.of(
            "annotation",
            "rule",
            "type",
            "wire",
            "expression",
            "settings",
            "model",
            "request",
            "bound",
            "table",
            "write",
            "read",
            "query",
            "bulk",
            "transaction",
            "stream",
            "engine");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.bloop");

    private static Stream<JavaPackage> packages() {
        return CLASSES.getPackage("io.bloop").getSubpackagesInTree().stream()
                .filter(javaPackage -> !javaPackage.getClasses().isEmpty());
    }

    static List<String> packageNames() {
        return ORDER;
    }

    @Test
    void everyPackageHasAPlaceInTheOrder() {
        assertThat(packages().map(javaPackage -> javaPackage.getName().substring("io.bloop.".length())))
                .containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @ParameterizedTest
    @MethodSource("packageNames")
    @DisplayName("each package uses only those before it")
    void eachPackageUsesOnlyThoseBeforeIt(String name) {
        String[] later = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
                .map(ArchitectureTests::tree)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(tree(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .check(CLASSES);
    }

    private static String tree(String name) {
        return "io.bloop." + name + "..";
    }

    @Test
    void theRootPackageUsesNoOther() {
        noClasses()
                .that()
                .resideInAPackage("io.bloop")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.bloop.*..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.bloop.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void coreUsesNoSpring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }

    @Test
    void coreUsesNoReflection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
                .check(CLASSES);
    }

    @Test
    void publicFieldsNeverChange() {
        fields().that().arePublic().should().beFinal().check(CLASSES);
    }

    @Test
    void everyExceptionIsABloopException() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(BloopException.class)
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        Stream<JavaPackage> all = Stream.concat(Stream.of(CLASSES.getPackage("io.bloop")), packages());
        assertThat(all)
                .allSatisfy(javaPackage -> assertThat(javaPackage.isAnnotatedWith(NullMarked.class))
                        .isTrue());
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)(\\$.*)?")
                .check(CLASSES);
    }
}
