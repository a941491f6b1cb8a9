package io.bloop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.model.Blank.Thing;
import io.bloop.settings.Billing;
import io.bloop.settings.StreamView;
import io.bloop.settings.TableClass;
import io.bloop.settings.TableSettings;
import io.bloop.type.Type;
import io.bloop.type.Types;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IntrospectionTests {

    private final Blank model = new Blank();
    private final StringColumn<Thing, String> name =
            model.string("name").storedAs("n").rangeKey();
    private final StringColumn<Thing, String> id = model.string("id").hashKey();
    private final NumberColumn<Thing, Long> clicks = model.number("clicks");
    private final NumberColumn<Thing, Long> expiresOn = model.number("expiresOn");
    private final GlobalSecondaryIndex<Thing> byClicks =
            model.globalIndex("byClicks", IndexProjection.KEYS).hashKey(clicks).rangeKey(id);
    private final GlobalSecondaryIndex<Thing> byName = model.globalIndex("byName", IndexProjection.of(expiresOn))
            .storedAs("by_name")
            .hashKey(name);
    private final LocalSecondaryIndex<Thing> local =
            model.localIndex("local", IndexProjection.ALL).rangeKey(clicks);

    @Test
    @DisplayName("M12 a model tells its columns in order, its keys and its indexes")
    void aModelTellsWhatItHas() {
        assertThat(model.type()).isEqualTo(Thing.class);
        assertThat(model.name()).isEqualTo("Thing");
        assertThat(model.columns()).isEqualTo(List.of(name, id, clicks, expiresOn));
        assertThat(model.keys()).isEqualTo(List.of(id, name));
        assertThat((Object) model.hashKey()).isSameAs(id);
        assertThat(model.rangeKey()).contains(name);
        assertThat(model.indexes()).isEqualTo(List.of(byClicks, byName, local));
        assertThat(model.globalIndexes()).containsExactly(byClicks, byName);
        assertThat(model.localIndexes()).containsExactly(local);
    }

    @Test
    @DisplayName("M12 introspection is immutable")
    void introspectionIsImmutable() {
        Stream<Collection<?>> all = Stream.of(
                model.columns(),
                model.keys(),
                model.indexes(),
                model.globalIndexes(),
                model.localIndexes(),
                byClicks.hashKeys(),
                byClicks.rangeKeys(),
                byClicks.columns(),
                byName.projection().columns(),
                local.columns(),
                local.hashKeys());
        assertThat(all)
                .allSatisfy(collection ->
                        assertThatThrownBy(collection::clear).isInstanceOf(UnsupportedOperationException.class));
    }

    @Test
    @DisplayName("M12 a column is found by its name")
    void aColumnIsFoundByItsName() {
        assertThat((Object) model.column("clicks")).isSameAs(clicks);
        assertThat(model.findColumn("n")).isEmpty();
    }

    @Test
    @DisplayName("M12 a column is found by its stored name")
    void aColumnIsFoundByItsStoredName() {
        assertThat(model.findStoredColumn("n")).containsSame(name);
        assertThat(model.findStoredColumn("name")).isEmpty();
    }

    @Test
    @DisplayName("M12 a model has a projection with the shape of an index's")
    void aModelHasAProjection() {
        assertThat(model.projection()).isEqualTo(local.projection());
        assertThat(model.projection().kind()).isEqualTo(IndexProjection.Kind.ALL);
        assertThat(model.projection().columns()).isEmpty();
    }

    @Test
    @DisplayName("M12 a column is found by its name and its type, as one of the kind of the type")
    void aColumnIsFoundByItsType() {
        NumberColumn<Thing, Long> found = model.typedColumn("clicks", Types.LONG);
        StringColumn<Thing, String> text = model.typedColumn("id", Types.STRING);
        Type<Long> anyType = Types.LONG;
        Column<Thing, Long> ofAnyType = model.typedColumn("clicks", anyType);
        assertThat((Object) found).isSameAs(clicks);
        assertThat((Object) text).isSameAs(id);
        assertThat((Object) ofAnyType).isSameAs(clicks);
    }

    @Test
    @DisplayName("M12 the type by which a column is found may read an absent attribute as something else")
    void aColumnIsFoundByATypeWithADefault() {
        assertThat((Object) model.typedColumn("clicks", Types.LONG.orElse(7L))).isSameAs(clicks);
    }

    @Test
    @DisplayName("E21 a column of another type than the one that is asked for is an error with both types")
    void aColumnOfAnotherTypeIsAnError() {
        assertThatThrownBy(() -> model.typedColumn("clicks", Types.INTEGER))
                .isInstanceOf(InvalidColumn.class)
                .hasMessage(
                        "Column[Thing.clicks] is of the type Long (N), and not Integer (N); ask for it with the type "
                                + "that it is declared with.");
    }

    @Test
    @DisplayName("M12 an index is found by its name")
    void anIndexIsFoundByItsName() {
        assertThat(model.index("byClicks")).isSameAs(byClicks);
        assertThat(model.findIndex("local")).containsSame(local);
        assertThat(model.findIndex("none")).isEmpty();
    }

    @Test
    @DisplayName("E21 an index that is not there is an error with the nearest name")
    void anIndexThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> model.index("byClick"))
                .isInstanceOfSatisfying(InvalidIndex.class, ex -> {
                    assertThat(ex.model()).isEqualTo("Thing");
                    assertThat(ex.index()).isEqualTo("byClick");
                })
                .hasMessage("Model[Thing] has no index 'byClick'. Did you mean 'byClicks'?");
    }

    @Test
    void aColumnThatIsNotThereIsAnErrorWithTheNearestName() {
        assertThatThrownBy(() -> model.column("clik"))
                .isInstanceOf(InvalidColumn.class)
                .hasMessage("Model[Thing] has no column 'clik'. Did you mean 'clicks'?");
    }

    @Test
    void aColumnThatIsNotThereIsAnErrorWithAllNamesWhereNoneIsNear() {
        assertThatThrownBy(() -> model.column("address"))
                .isInstanceOf(InvalidColumn.class)
                .hasMessage("Model[Thing] has no column 'address'. Known: clicks, expiresOn, id, name.");
    }

    @Test
    @DisplayName("M13 models, columns and indexes print what they are")
    void everythingPrintsWhatItIs() {
        assertThat(model).hasToString("Model[Thing]");
        assertThat((Object) id).hasToString("Column[Thing.id=hash]");
        assertThat((Object) name).hasToString("Column[Thing.name=range]");
        assertThat((Object) clicks).hasToString("Column[Thing.clicks]");
        assertThat(byClicks).hasToString("GSI[Thing.byClicks=keys]");
        assertThat(byName).hasToString("GSI[Thing.byName=[expiresOn]]");
        assertThat(local).hasToString("LSI[Thing.local=all]");
    }

    @Test
    @DisplayName("M13 an object prints with the columns that are set")
    void anObjectPrintsWithTheColumnsThatAreSet() {
        Thing thing = new Thing();
        assertThat(model.print(thing)).isEqualTo("Thing()");
        thing.number = 7L;
        assertThat(model.print(thing)).isEqualTo("Thing(clicks=7, expiresOn=7)");
    }

    @Test
    @DisplayName("M15 a stored name is the attribute's, and the name remains the model's")
    void aStoredNameIsTheAttributes() {
        assertThat(name.name()).isEqualTo("name");
        assertThat(name.attribute()).isEqualTo("n");
        assertThat(id.attribute()).isEqualTo("id");
        assertThat(byName.name()).isEqualTo("byName");
        assertThat(byName.storedName()).isEqualTo("by_name");
    }

    @Test
    @DisplayName("M17 an index holds the table's keys and its own, beside what it projects")
    void anIndexHoldsTheKeys() {
        assertThat(byClicks.columns()).isEqualTo(new LinkedHashSet<>(List.of(name, id, clicks)));
        assertThat(byName.columns()).isEqualTo(new LinkedHashSet<>(List.of(name, id, expiresOn)));
        assertThat(local.columns()).hasSize(4);
    }

    @Test
    @DisplayName("M18 the hash key of a local index is the table's, and it is strict unless told otherwise")
    void theHashKeyOfALocalIndexIsTheTables() {
        assertThat(local.hashKeys()).isEqualTo(List.of(id));
        assertThat(local.isStrict()).isTrue();
    }

    @Test
    @DisplayName("M18 a local index that is not strict serves every column")
    void aLocalIndexThatIsNotStrictServesEveryColumn() {
        Blank other = new Blank();
        StringColumn<Thing, String> hash = other.string("id").hashKey();
        NumberColumn<Thing, Long> range = other.number("at").rangeKey();
        StringColumn<Thing, String> text = other.string("text");
        NumberColumn<Thing, Long> number = other.number("number");
        LocalSecondaryIndex<Thing> strict =
                other.localIndex("strict", IndexProjection.KEYS).rangeKey(number);
        LocalSecondaryIndex<Thing> lax =
                other.localIndex("lax", IndexProjection.KEYS).rangeKey(number).notStrict();
        assertThat(strict.columns()).isEqualTo(new LinkedHashSet<>(List.of(hash, range, number)));
        assertThat(lax.columns()).isEqualTo(new LinkedHashSet<>(List.of(hash, range, text, number)));
    }

    @Test
    @DisplayName("M6 settings of the table are unset unless given")
    void settingsAreUnsetUnlessGiven() {
        TableSettings settings = model.settings();
        assertThat(Stream.of(
                        settings.name(),
                        settings.billing(),
                        settings.readUnits(),
                        settings.writeUnits(),
                        settings.stream(),
                        settings.ttl(),
                        settings.backups(),
                        settings.encryption(),
                        byClicks.readUnits(),
                        byClicks.writeUnits()))
                .containsOnlyNulls();
    }

    @Test
    @DisplayName("M10 settings of the table are kept as given")
    void settingsAreKeptAsGiven() {
        Blank other = new Blank();
        NumberColumn<Thing, Long> ttl = other.number("ttl");
        other.string("id").hashKey();
        other.table(t -> t.named("things").billing(Billing.PROVISIONED).units(5L, 6L));
        other.table(t -> t.stream(StreamView.NEW_AND_OLD).ttl(ttl).backups(true).encryption(false));
        TableSettings settings = other.settings();
        assertThat(List.of(
                        settings.name(),
                        settings.billing(),
                        settings.readUnits(),
                        settings.writeUnits(),
                        settings.stream(),
                        settings.ttl(),
                        settings.backups(),
                        settings.encryption()))
                .isEqualTo(List.of("things", Billing.PROVISIONED, 5L, 6L, StreamView.NEW_AND_OLD, ttl, true, false));
    }

    @Test
    @DisplayName("M11 further settings of the table are unset unless given, and kept as given")
    void furtherSettingsAreKeptAsGiven() {
        TableSettings unset = model.settings();
        assertThat(Stream.of(
                        unset.tableClass(),
                        unset.deletionProtection(),
                        unset.warmReadUnits(),
                        unset.warmWriteUnits(),
                        unset.maximumReadUnits(),
                        unset.maximumWriteUnits(),
                        unset.encryptionKey()))
                .containsOnlyNulls();
        assertThat(unset.tags()).isEmpty();
        Blank other = new Blank();
        other.string("id").hashKey();
        other.table(t -> t.billing(Billing.ON_DEMAND).onDemandMaximum(1L, 2L).warmThroughput(3L, 4L));
        other.table(t -> t.tableClass(TableClass.STANDARD)
                .deletionProtection(false)
                .tag("a", "b")
                .encryptionKey("key"));
        TableSettings settings = other.settings();
        assertThat(List.of(
                        settings.maximumReadUnits(),
                        settings.maximumWriteUnits(),
                        settings.warmReadUnits(),
                        settings.warmWriteUnits(),
                        settings.tableClass(),
                        settings.deletionProtection(),
                        settings.tags(),
                        settings.encryptionKey(),
                        settings.encryption()))
                .isEqualTo(List.of(1L, 2L, 3L, 4L, TableClass.STANDARD, false, Map.of("a", "b"), "key", true));
    }

    @Test
    void aDefinitionInUseNeverChanges() {
        model.columns();
        List<Runnable> changes = List.of(
                () -> clicks.storedAs("c"),
                () -> clicks.rangeKey(),
                () -> clicks.hashKey(),
                () -> byClicks.storedAs("i"),
                () -> byClicks.hashKey(id),
                () -> byClicks.rangeKey(id),
                () -> byClicks.units(1L, 1L),
                () -> byClicks.onDemandMaximum(1L, 1L),
                () -> byClicks.warmThroughput(1L, 1L),
                () -> local.rangeKey(id),
                () -> local.notStrict(),
                () -> model.string("late"),
                () -> model.globalIndex("late", IndexProjection.ALL),
                () -> model.localIndex("late", IndexProjection.ALL),
                () -> model.table(t -> t.named("late")));
        assertThat(changes)
                .allSatisfy(change -> assertThatThrownBy(change::run)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("Model[Thing] is in use and never changes; declare it in its constructor."));
    }
}
