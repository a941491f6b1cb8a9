package io.bloop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
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
            "mapping",
            "request",
            "bound",
            "table",
            "write",
            "lease",
            "read",
            "query",
            "collection",
            "bulk",
            "transaction",
            "stream",
            "migration",
            "engine");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.bloop");

    private static Stream<JavaPackage> packages() {
        return CLASSES.getPackage("io.bloop").getSubpackagesInTree().stream()
                .filter(javaPackage -> !javaPackage.getClasses().isEmpty());
    }

    /** A package and what is internal of it are one room. */
    private static String room(JavaPackage javaPackage) {
        return javaPackage.getName().substring("io.bloop.".length()).replace(".internal", "");
    }

    static List<String> packageNames() {
        return ORDER;
    }

    @Test
    void everyPackageHasAPlaceInTheOrder() {
        assertThat(packages().map(ArchitectureTests::room).distinct()).containsExactlyInAnyOrderElementsOf(ORDER);
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
    @DisplayName("what users call takes and returns nothing internal, but for the doors of the engine")
    void whatUsersCallMentionsNothingInternal() {
        // a definition, an update and a difference are what users hold, and the engine takes from them what it needs
        List<String> doors = List.of(
                "io.bloop.model.ModelDefinition.internals",
                "io.bloop.request.RequestInterrupted.beforeSending",
                "io.bloop.request.RequestInterrupted.underWay",
                "io.bloop.settings.TableSettings.values",
                "io.bloop.table.Difference$OtherSetting.setting",
                "io.bloop.write.Update.prepare");
        List<String> mentions = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !isInternal(type))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        || method.getModifiers().contains(JavaModifier.PROTECTED))
                .filter(method -> isInternal(method.getRawReturnType())
                        || method.getRawParameterTypes().stream().anyMatch(ArchitectureTests::isInternal))
                .map(method -> method.getOwner().getName() + "." + method.getName())
                .sorted()
                .toList();

        assertThat(mentions).isEqualTo(doors);
    }

    private static boolean isInternal(JavaClass type) {
        return type.getBaseComponentType().getPackageName().endsWith(".internal");
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
