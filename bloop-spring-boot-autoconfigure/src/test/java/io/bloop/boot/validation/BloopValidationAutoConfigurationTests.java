package io.bloop.boot.validation;

import static io.bloop.boot.members.MemberModel.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.members.Member;
import io.bloop.boot.members.MembersApplication;
import io.bloop.bulk.BulkFailed;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.model.ModelDefinition;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class BloopValidationAutoConfigurationTests {

    private static final String CUSTOMIZER = "bloopValidationCustomizer";

    private final String prefix = LocalDynamoDb.prefix();

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, MembersApplication.class)
            .withPropertyValues("bloop.table-name-template=" + prefix + "{table_name}");

    private final Member invalid = new Member("ada", "not an address");

    @Test
    void anInvalidObjectIsNeitherSavedNorInsertedNorReplaced() {
        withMembers(members -> {
            assertRefused(() -> members.save(invalid), "email");
            assertRefused(() -> members.insert(invalid), "email");
            assertRefused(() -> members.replace(invalid), "email");
            assertThat(stored()).isEmpty();
        });
    }

    @Test
    void aLoadedObjectThatBecameInvalidLeavesTheTableAsItWas() {
        withMembers(members -> {
            members.save(new Member("ada", "ada@example.org"));
            Member loaded = members.find("ada").orElseThrow();
            loaded.email = null;
            assertRefused(() -> members.save(loaded), "email");
            assertThat(stored())
                    .singleElement()
                    .satisfies(item -> assertThat(item).containsEntry("e", AttributeValue.fromS("ada@example.org")));
        });
    }

    @Test
    void allOfATransactionIsRefusedForOneInvalidObject() {
        contextRunner.run(context -> {
            Engine engine = context.getBean(Engine.class);
            assertRefused(
                    () -> engine.writeTransaction(
                            tx -> tx.save(new Member("bob", "bob@example.org")).save(invalid)),
                    "email");
            assertThat(stored()).isEmpty();
        });
    }

    @Test
    void bulkCallsCarryTheRefusalAsTheirCause() {
        withMembers(members -> {
            List<ThrowingCallable> calls = List.of(
                    () -> members.bulk().replaceAll(List.of(invalid)),
                    () -> members.bulk().saveEach(List.of(invalid)));
            assertThat(calls)
                    .allSatisfy(call -> assertThatThrownBy(call)
                            .isInstanceOf(BulkFailed.class)
                            .hasCauseInstanceOf(ConstraintViolationException.class));
            assertThat(stored()).isEmpty();
        });
    }

    @Test
    void anUpdateIsCheckedWhereItsValuesAreKnown() {
        withMembers(members -> {
            assertRefused(
                    () -> members.update("ada").set(MEMBER.email, "nowhere").run(), "email");
            assertRefused(() -> members.update("ada").remove(MEMBER.email).run(), "email");
            assertRefused(() -> members.update("ada").set(MEMBER.visits, -1L).run(), "visits");
            assertThat(stored()).isEmpty();
            members.update("ada").set(MEMBER.note, "").add(MEMBER.visits, -1L).run();
            assertThat(stored()).hasSize(1);
        });
    }

    @Test
    void theErrorNamesEveryConstraintThatIsBroken() {
        withMembers(members -> assertThatThrownBy(() -> members.save(new Member(" ", null)))
                .isInstanceOfSatisfying(
                        ConstraintViolationException.class,
                        refused -> assertThat(refused.getConstraintViolations())
                                .extracting(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                                .containsExactlyInAnyOrder("id must not be blank", "email must not be null")));
    }

    @Test
    void whatOtherListenersFillInIsValidatedWithTheRest() {
        EngineListener<Object> completion = new EngineListener<>() {
            @Override
            public void beforeSave(Engine engine, ModelDefinition<?> model, Object object) {
                ((Member) object).email = "filled-in@example.org";
            }
        };
        contextRunner
                .withBean(EngineBuilderCustomizer.class, () -> builder -> builder.listener(completion))
                .run(context -> {
                    template(context).save(new Member("ada", null));
                    assertThat(stored()).hasSize(1);
                });
    }

    @Test
    void onlyTheGroupsThatAreNamedAreValidated() {
        Member longNote = new Member("ada", "not an address");
        longNote.note = "long";
        contextRunner
                .withPropertyValues("bloop.validation.groups=io.bloop.boot.members.Member$Strict")
                .run(context -> {
                    BloopTemplate<Member> members = template(context);
                    assertRefused(() -> members.save(longNote), "note");
                    assertRefused(
                            () -> members.update("ada").set(MEMBER.note, "long").run(), "note");
                    members.save(invalid);
                    assertThat(stored()).hasSize(1);
                });
    }

    @Test
    void severalGroupsAreValidatedTogether() {
        contextRunner
                .withPropertyValues("bloop.validation.groups=jakarta.validation.groups.Default,"
                        + "io.bloop.boot.members.Member$Strict")
                .run(context -> {
                    BloopTemplate<Member> members = template(context);
                    assertRefused(() -> members.save(invalid), "email");
                    assertRefused(
                            () -> members.update("ada").set(MEMBER.note, "long").run(), "note");
                });
    }

    @Test
    void nothingIsValidatedWhereThatIsSwitchedOff() {
        contextRunner.withPropertyValues("bloop.validation.enabled=false").run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(CUSTOMIZER);
            template(context).save(invalid);
            assertThat(stored()).hasSize(1);
        });
    }

    @Test
    void aBeanOfTheSameNameIsUsedInstead() {
        contextRunner
                .withBean(CUSTOMIZER, EngineBuilderCustomizer.class, () -> builder -> {})
                .run(context -> {
                    template(context).save(invalid);
                    assertThat(stored()).hasSize(1);
                });
    }

    @Test
    void staysAwayWithoutAValidator() {
        contextRunner
                .withPropertyValues(
                        "bloop.bind=none",
                        "spring.autoconfigure.exclude=" + ValidationAutoConfiguration.class.getName())
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Validator.class)
                        .doesNotHaveBean(CUSTOMIZER));
    }

    @Test
    void staysAwayWhereNoneOfSeveralValidatorsIsPrimary() {
        contextRunner
                .withPropertyValues("bloop.bind=none")
                .withBean("first", LocalValidatorFactoryBean.class)
                .withBean("second", LocalValidatorFactoryBean.class)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Engine.class)
                        .doesNotHaveBean(CUSTOMIZER));
    }

    @Test
    void usesThePrimaryOneOfSeveralValidators() {
        contextRunner
                .withBean("first", LocalValidatorFactoryBean.class)
                .withBean(
                        "second",
                        LocalValidatorFactoryBean.class,
                        LocalValidatorFactoryBean::new,
                        definition -> definition.setPrimary(true))
                .run(context -> {
                    assertRefused(() -> template(context).save(invalid), "email");
                    assertThat(stored()).isEmpty();
                });
    }

    @Test
    void staysAwayWithoutBeanValidation() {
        contextRunner
                .withClassLoader(new FilteredClassLoader("jakarta.validation", "org.hibernate.validator"))
                .withPropertyValues("bloop.bind=none")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Engine.class)
                        .doesNotHaveBean(CUSTOMIZER));
    }

    private void withMembers(Consumer<BloopTemplate<Member>> test) {
        contextRunner.run(context -> test.accept(template(context)));
    }

    @SuppressWarnings("unchecked") // the bean's name is that of its model
    private static BloopTemplate<Member> template(ApplicationContext context) {
        return (BloopTemplate<Member>) context.getBean("memberTemplate");
    }

    private static void assertRefused(ThrowingCallable call, String property) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ConstraintViolationException.class,
                        refused -> assertThat(refused.getConstraintViolations())
                                .extracting(
                                        violation -> violation.getPropertyPath().toString())
                                .containsExactly(property));
    }

    private List<Map<String, AttributeValue>> stored() {
        return LocalDynamoDb.client()
                .scan(request -> request.tableName(prefix + "Member"))
                .items();
    }
}
