package io.bloop.table.internal;

import static io.bloop.testing.RawTables.attribute;
import static io.bloop.testing.RawTables.hash;
import static io.bloop.testing.RawTables.range;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.IndexProjection;
import io.bloop.model.LocalSecondaryIndex;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.internal.DescribedTable;
import io.bloop.table.TableCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Compares projections that models want with those of indexes, over all combinations of kinds and columns. */
class ProjectionPropertyTests {

    private static final List<String> COLUMNS = List.of("a", "b", "c");

    /** A model with some of the columns, whose index projects some of them. */
    record Wanted(
            Set<String> columns, IndexProjection.Kind kind, Set<String> included, boolean global, boolean strict) {

        /** Returns the attributes that a query of the index can ask of it. */
        Set<String> readable() {
            Set<String> readable = new HashSet<>(Set.of("hash", "range", "key"));
            switch (kind) {
                case ALL -> readable.addAll(columns);
                case INCLUDE -> readable.addAll(named());
                case KEYS -> {}
            }
            return readable;
        }

        /** Returns the included columns that the model has; a key if there are none, since a projection names some. */
        List<String> named() {
            List<String> named =
                    included.stream().filter(columns::contains).sorted().toList();
            return named.isEmpty() ? List.of("key") : named;
        }

        BoundModel<Map<String, String>> bound(int number) {
            ModelDefinition<Map<String, String>> model = new MapModel("Model" + number, this);
            return new BoundModel<>(model, "table", model.settings(), Map.of());
        }
    }

    /** What an index holds. */
    record There(ProjectionType type, Set<String> included) {

        boolean holds(String attribute) {
            return type == ProjectionType.ALL
                    || Set.of("hash", "range", "key").contains(attribute)
                    || type == ProjectionType.INCLUDE && included.contains(attribute);
        }
    }

    static final class MapModel extends ModelDefinition<Map<String, String>> {

        @SuppressWarnings("unchecked") // the class of a map's objects
        MapModel(String name, Wanted wanted) {
            super((Class<Map<String, String>>) (Class<?>) Map.class, name);
            text("hash").hashKey();
            text("range").rangeKey();
            text("key");
            wanted.columns().stream().sorted().forEach(this::text);
            IndexProjection projection = switch (wanted.kind()) {
                case ALL -> IndexProjection.ALL;
                case KEYS -> IndexProjection.KEYS;
                case INCLUDE -> IndexProjection.named(wanted.named().toArray(new String[0]));
            };
            if (wanted.global()) {
                globalIndex("byKey", projection).hashKey("key");
            } else {
                LocalSecondaryIndex<Map<String, String>> local =
                        localIndex("byKey", projection).rangeKey("key");
                if (!wanted.strict()) {
                    local.notStrict();
                }
            }
        }

        private StringColumn<Map<String, String>, String> text(String name) {
            return column(name, STRING).getter(map -> map.get(name)).setter((map, value) -> map.put(name, value));
        }

        @Override
        protected Map<String, String> create(Values<Map<String, String>> values) {
            return Map.of();
        }
    }

    private static Arbitrary<Set<String>> columns() {
        return Arbitraries.subsetOf(COLUMNS);
    }

    @Provide
    Arbitrary<List<Wanted>> wanted() {
        return Arbitraries.of(true, false)
                .flatMap(global -> Combinators.combine(
                                columns(),
                                Arbitraries.of(IndexProjection.Kind.class),
                                columns(),
                                Arbitraries.of(true, false))
                        .as((columns, kind, included, strict) -> new Wanted(columns, kind, included, global, strict))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3));
    }

    @Provide
    Arbitrary<There> there() {
        return Combinators.combine(
                        Arbitraries.of(ProjectionType.ALL, ProjectionType.KEYS_ONLY, ProjectionType.INCLUDE),
                        Arbitraries.subsetOf(List.of("a", "b", "c", "x")))
                .as(There::new);
    }

    private static TableDescription table(boolean global, There there) {
        KeySchemaElement[] keys =
                global ? new KeySchemaElement[] {hash("key")} : new KeySchemaElement[] {hash("hash"), range("key")};
        var projection = software.amazon.awssdk.services.dynamodb.model.Projection.builder()
                .projectionType(there.type())
                .nonKeyAttributes(there.type() == ProjectionType.INCLUDE ? there.included() : null)
                .build();
        List<GlobalSecondaryIndexDescription> globals = new ArrayList<>();
        List<LocalSecondaryIndexDescription> locals = new ArrayList<>();
        if (global) {
            globals.add(GlobalSecondaryIndexDescription.builder()
                    .indexName("byKey")
                    .keySchema(keys)
                    .projection(projection)
                    .build());
        } else {
            locals.add(LocalSecondaryIndexDescription.builder()
                    .indexName("byKey")
                    .keySchema(keys)
                    .projection(projection)
                    .build());
        }
        return TableDescription.builder()
                .tableName("table")
                .keySchema(hash("hash"), range("range"))
                .attributeDefinitions(
                        attribute("hash", ScalarAttributeType.S),
                        attribute("range", ScalarAttributeType.S),
                        attribute("key", ScalarAttributeType.S))
                .globalSecondaryIndexes(globals)
                .localSecondaryIndexes(locals)
                .build();
    }

    @Property(tries = 2_000)
    @Label("E2 an index matches where it holds every attribute that its models can ask for, and only there")
    void matchesWhereAllIsHeld(@ForAll("wanted") List<Wanted> wanted, @ForAll("there") There there) {
        List<BoundModel<?>> models = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            models.add(wanted.get(i).bound(i));
        }
        boolean held = wanted.stream().flatMap(one -> one.readable().stream()).allMatch(there::holds);

        TableCheck check = TableComparison.check(
                new WantedTable(models), new DescribedTable(table(wanted.get(0).global(), there)));

        assertThat(check.differences().isEmpty()).isEqualTo(held);
        assertThat(check.differences())
                .allSatisfy(found -> assertThat(found.subject()).isEqualTo("index byKey"));
    }

    @Property(tries = 500)
    @Label("E2 an index that is created for several models holds every attribute that they can ask for")
    void createsWhatAllNeed(@ForAll("wanted") List<Wanted> wanted) {
        List<BoundModel<?>> models = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            models.add(wanted.get(i).bound(i));
        }
        WantedTable goal = new WantedTable(models);
        var request = TableCreation.request(goal, false);
        var projection = wanted.get(0).global()
                ? request.globalSecondaryIndexes().get(0).projection()
                : request.localSecondaryIndexes().get(0).projection();
        There created = new There(projection.projectionType(), Set.copyOf(projection.nonKeyAttributes()));

        assertThat(wanted.stream().flatMap(one -> one.readable().stream())).allMatch(created::holds);
    }
}
