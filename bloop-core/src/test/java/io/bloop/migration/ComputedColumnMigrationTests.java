package io.bloop.migration;

import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.bound.UpdateAction;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Migrations of models that compute columns and keys of indexes, and of models that somebody listens to. */
@Timeout(60)
class ComputedColumnMigrationTests {

    record City(String id, String name, String country) {

        String sortName() {
            return name == null ? null : name.toLowerCase(Locale.ROOT);
        }
    }

    static final class CityModel extends ModelDefinition<City> {

        static final CityModel CITY = new CityModel();

        final StringColumn<City, String> id =
                column("id", STRING).getter(City::id).hashKey();
        final StringColumn<City, String> name = column("name", STRING).getter(City::name);
        final StringColumn<City, String> country = column("country", STRING).getter(City::country);
        final StringColumn<City, String> sortName =
                column("sortName", STRING).getter(City::sortName).computedFrom("name");
        final StringColumn<City, String> inCountry = template("inCountry", "COUNTRY#{country}");
        final GlobalSecondaryIndex<City> byCountry =
                globalIndex("byCountry", IndexProjection.ALL).hashKey(inCountry).rangeKey(sortName);

        private CityModel() {
            super(City.class);
        }

        @Override
        protected City create(Values<City> values) {
            return new City(values.get(id), values.get(name), values.get(country));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private MigrationProgress run(Engine engine, ItemMigration<City> migration) {
        engine.bind(List.of(CityModel.CITY));
        dynamoDb.put("City", Map.of("id", fromS("a"), "name", fromS("Aachen"), "country", fromS("de")));
        return engine.migrations()
                .segments(1)
                .onFailure(OnFailure.COLLECT)
                .build()
                .run(migration);
    }

    @Test
    @DisplayName("U6 what is computed from a changed column is stored anew")
    void computesAnew() {
        MigrationProgress progress = run(
                dynamoDb.engine(),
                ItemMigration.of(
                        "upper",
                        CityModel.CITY,
                        item -> item.set(CityModel.CITY.country, "DE").set(CityModel.CITY.name, "Aix")));

        assertThat(progress.failures()).isEmpty();
        assertThat(dynamoDb.item("City", Map.of("id", fromS("a"))))
                .isEqualTo(Map.of(
                        "id", fromS("a"),
                        "name", fromS("Aix"),
                        "country", fromS("DE"),
                        "sortName", fromS("aix"),
                        "inCountry", fromS("COUNTRY#DE")));
    }

    @Test
    @DisplayName("U6 items get the computed columns and the keys of a new index")
    void recomputes() {
        Engine engine = dynamoDb.engine();
        ItemMigration<City> migration = ItemMigration.of("keys", CityModel.CITY, MigratedItem::recompute);

        assertThat(run(engine, migration).counts().changed()).isEqualTo(1);

        assertThat(dynamoDb.item("City", Map.of("id", fromS("a"))))
                .containsEntry("sortName", fromS("aachen"))
                .containsEntry("inCountry", fromS("COUNTRY#de"));
        assertThat(engine.migrations().build().dryRun(migration).counts().unchanged())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("U6 a column that is computed is not set")
    void refusesComputedColumns() {
        MigrationProgress progress = run(
                dynamoDb.engine(),
                ItemMigration.of("set", CityModel.CITY, item -> item.set(CityModel.CITY.sortName, "x")));

        assertThat(progress.failures())
                .singleElement()
                .extracting(FailedItem::reason)
                .isEqualTo("A migration of City in table '" + dynamoDb.tableName("City")
                        + "' changes 'sortName', which is computed from [name]; change these, or call recompute().");
    }

    @Test
    @DisplayName("U6 an update that a listener refuses is a failure of its item")
    void takesARefusalForAFailure() {
        EngineListener<City> refusing = new EngineListener<>() {
            @Override
            public void beforeUpdate(
                    Engine engine, Key<? extends City> key, List<? extends UpdateAction<? extends City>> actions) {
                throw new IllegalArgumentException("secret");
            }
        };
        MigrationProgress progress = run(
                dynamoDb.engineBuilder().listener(CityModel.CITY, refusing).build(),
                ItemMigration.of("name", CityModel.CITY, item -> item.set(CityModel.CITY.name, "Aix")));

        assertThat(progress.counts().failed()).isEqualTo(1);
        assertThat(progress.failures().get(0).reason())
                .startsWith("a listener threw java.lang.IllegalArgumentException at ")
                .doesNotContain("secret");
    }
}
