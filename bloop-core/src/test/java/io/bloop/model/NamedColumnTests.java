package io.bloop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.model.Blank.Thing;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NamedColumnTests {

    private final Blank model = new Blank();

    private void assertProblem(String problem) {
        assertThatThrownBy(model::columns)
                .isInstanceOf(InvalidModel.class)
                .hasMessage("Model Thing is not valid (1 problem):\n  - " + problem);
    }

    @Test
    @DisplayName("M19 keys of a global index may be named, also above their declaration")
    void keysOfAGlobalIndexMayBeNamed() {
        GlobalSecondaryIndex<Thing> index = model.globalIndex("byBoth", IndexProjection.ALL)
                .hashKey("one", "two")
                .rangeKey("number");
        StringColumn<Thing, String> one = model.string("one").hashKey();
        StringColumn<Thing, String> two = model.string("two");
        NumberColumn<Thing, Long> number = model.number("number");
        assertThat(index.hashKeys()).isEqualTo(List.of(one, two));
        assertThat(index.rangeKeys()).isEqualTo(List.of(number));
    }

    @Test
    @DisplayName("M19 the range key of a local index may be named")
    void theRangeKeyOfALocalIndexMayBeNamed() {
        LocalSecondaryIndex<Thing> index =
                model.localIndex("byNumber", IndexProjection.KEYS).rangeKey("number");
        model.string("id").hashKey();
        model.string("name").rangeKey();
        NumberColumn<Thing, Long> number = model.number("number");
        assertThat(index.rangeKeys()).isEqualTo(List.of(number));
    }

    @Test
    @DisplayName("M17 projected columns may be named")
    void projectedColumnsMayBeNamed() {
        GlobalSecondaryIndex<Thing> index =
                model.globalIndex("byName", IndexProjection.named("number")).hashKey("name");
        StringColumn<Thing, String> id = model.string("id").hashKey();
        StringColumn<Thing, String> name = model.string("name");
        NumberColumn<Thing, Long> number = model.number("number");
        model.string("other");
        assertThat(index.columns()).isEqualTo(new LinkedHashSet<>(List.of(id, name, number)));
        assertThat(index.projection().columns()).isEqualTo(List.of(number));
        assertThat(index).hasToString("GSI[Thing.byName=[number]]");
    }

    @Test
    @DisplayName("M10 the time to live may be named")
    void theTimeToLiveMayBeNamed() {
        model.table(t -> t.ttl("expiresOn"));
        model.string("id").hashKey();
        NumberColumn<Thing, Long> expiresOn = model.number("expiresOn");
        assertThat((Object) model.settings().ttl()).isSameAs(expiresOn);
    }

    @Test
    @DisplayName("M19 an index key that does not exist is refused with the nearest name")
    void anUnknownKeyIsRefused() {
        model.string("id").hashKey();
        model.string("owner");
        model.globalIndex("byOwner", IndexProjection.ALL).hashKey("ownr");
        assertProblem("Index 'byOwner' has the hash key 'ownr', and there is no such column. Did you mean 'owner'?");
    }

    @Test
    @DisplayName("M17 a projected column that does not exist is refused with the nearest name")
    void anUnknownProjectedColumnIsRefused() {
        model.string("id").hashKey();
        model.string("owner");
        model.globalIndex("byOwner", IndexProjection.named("onwer")).hashKey("owner");
        assertProblem("Index 'byOwner' projects 'onwer', and there is no such column. Did you mean 'owner'?");
    }

    @Test
    @DisplayName("M2 an index key that is named and not stored as S, N or B is refused")
    void aKeyOfAnotherKindIsRefused() {
        model.string("id").hashKey();
        model.strings("tags");
        model.globalIndex("byTag", IndexProjection.ALL).hashKey("tags");
        assertProblem("Index 'byTag' has the hash key 'tags', which is stored as SS; a key is stored as S, N or B.");
    }

    @Test
    @DisplayName("M10 a time to live that does not exist is refused with the nearest name")
    void anUnknownTimeToLiveIsRefused() {
        model.string("id").hashKey();
        model.number("expiresOn");
        model.table(t -> t.ttl("expireson"));
        assertProblem(
                "The table's time to live is 'expireson', and there is no such column. Did you mean 'expiresOn'?");
    }

    @Test
    @DisplayName("M10 a time to live on a date-time that is stored as S is refused, with the type to use")
    void aTimeToLiveOnTextIsRefused() {
        model.string("id").hashKey();
        model.instant("expiresOn");
        model.table(t -> t.ttl("expiresOn"));
        assertProblem(
                "The table's time to live is 'expiresOn', which is stored as S; it needs epoch seconds, such as the "
                        + "type Types.TIMESTAMP.");
    }
}
