package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.Engine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class TableOverridesTests {

    private static final String NO_CALLS = "--bloop.bind=none";
    private static final String NOWHERE = "--bloop.endpoint=http://localhost:1";

    private final String prefix = LocalDynamoDb.prefix();

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withPropertyValues("bloop.table-name-template=" + prefix + "{table_name}");

    @Test
    void overridesNameUnitsAndStreamOfTheRealTable() {
        contextRunner
                .withPropertyValues(
                        "bloop.tables.link.table-name=short-links",
                        "bloop.tables.link.write-units=7",
                        "bloop.tables.link.stream=new,old",
                        "bloop.tables.link.indexes.by-owner.read-units=9")
                .run(context -> {
                    TableDescription table = LocalDynamoDb.describe(prefix + "short-links");
                    assertUnits(table.provisionedThroughput(), 3, 7);
                    assertThat(table.streamSpecification().streamViewType())
                            .isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
                    assertUnits(table.globalSecondaryIndexes().get(0).provisionedThroughput(), 9, 2);
                });
    }

    @Test
    void dropsTheUnitsOfAModelThatIsToBeBilledOnDemand() {
        contextRunner
                .withPropertyValues("bloop.tables.link.billing=on-demand", "bloop.tables.link.stream=keys")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    TableDescription table = LocalDynamoDb.describe(prefix + "Link");
                    assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
                    assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.KEYS_ONLY);
                });
    }

    @Test
    void takesEverySpellingOfAModelForTheSameOne() {
        SystemEnvironmentPropertySource variables = new SystemEnvironmentPropertySource(
                "test-systemEnvironment",
                Map.of("BLOOP_TABLES_DAILYVISITS_READUNITS", "9", "BLOOP_TABLES_LINK_INDEXES_BYOWNER_READUNITS", "8"));
        contextRunner
                .withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(variables))
                .withPropertyValues(
                        "bloop.tables.DailyVisits.read-units=4",
                        "bloop.tables.daily_visits.write-units=5",
                        "bloop.tables.daily-visits.table-name=visits",
                        "bloop.tables.link.indexes.byOwner.write-units=6")
                .run(context -> {
                    assertUnits(LocalDynamoDb.describe(prefix + "visits").provisionedThroughput(), 9, 5);
                    assertUnits(
                            LocalDynamoDb.describe(prefix + "Link")
                                    .globalSecondaryIndexes()
                                    .get(0)
                                    .provisionedThroughput(),
                            8,
                            6);
                });
    }

    @Test
    void leavesTheDefinitionItselfAsItIs() {
        contextRunner
                .withPropertyValues("bloop.bind=none", "bloop.tables.link.table-name=other")
                .run(context -> {
                    assertThat(context.getBean(Engine.class).tables()).containsEntry(LinkModel.LINK, prefix + "other");
                    assertThat(LinkModel.LINK.settings().name()).isNull();
                });
    }

    @Test
    void refusesAnOverrideOfAnUnknownModelWithTheNearestName() {
        assertThat(FailedStart.of(
                        LinksApplication.class, NO_CALLS, NOWHERE, "--bloop.tables.dayly-visits.billing=on-demand"))
                .isEqualTo(new FailedStart("""
                                Bloop cannot follow its properties (1 problem):

                                  - 'bloop.tables.dayly-visits' is for a model that does not exist.""", """
                                Correct it:

                                  - bloop.tables.dayly-visits: Did you mean 'DailyVisits'?"""));
    }

    @Test
    void refusesOverridesOfUnknownIndexesAndUnitsBesideOnDemandBillingAllAtOnce() {
        assertThat(FailedStart.of(
                        LinksApplication.class,
                        NO_CALLS,
                        NOWHERE,
                        "--bloop.tables.link.indexes.by-ovner.read-units=1",
                        "--bloop.tables.daily-visits.billing=on-demand",
                        "--bloop.tables.daily-visits.read-units=5"))
                .isEqualTo(new FailedStart("""
                                Bloop cannot follow its properties (2 problems):

                                  - 'bloop.tables.daily-visits.read-units' is 5, but the table of model DailyVisits is \
                                billed on demand.
                                  - 'bloop.tables.link.indexes.by-ovner' is for a global index that model Link does not \
                                have.""", """
                                Correct them:

                                  - bloop.tables.daily-visits.read-units: Remove the property, or set \
                                bloop.tables.daily-visits.billing=provisioned.
                                  - bloop.tables.link.indexes.by-ovner: Did you mean 'byOwner'?"""));
    }

    private static void assertUnits(ProvisionedThroughputDescription throughput, long read, long write) {
        assertThat(throughput.readCapacityUnits()).isEqualTo(read);
        assertThat(throughput.writeCapacityUnits()).isEqualTo(write);
    }
}
