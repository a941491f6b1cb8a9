package io.bloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTests {

    private static final List<String> COLUMNS = List.of("slug", "owner", "createdOn", "clicks");

    @Test
    void offersTheNameWithTheFewestSlips() {
        assertThat(Suggestion.nearest("clik", COLUMNS)).contains("clicks");
        assertThat(Suggestion.nearest("onwer", COLUMNS)).contains("owner");
    }

    @Test
    void ignoresCaseDashesAndUnderscores() {
        assertThat(Suggestion.nearest("CREATED_ON", COLUMNS)).contains("createdOn");
        assertThat(Suggestion.nearest("created-on", COLUMNS)).contains("createdOn");
    }

    @Test
    void offersNothingWhereNoNameIsNear() {
        assertThat(Suggestion.nearest("address", COLUMNS)).isEmpty();
    }

    @Test
    void offersNothingThatHasLittleInCommonWithAShortName() {
        assertThat(Suggestion.nearest("zz", List.of("id"))).isEmpty();
        assertThat(Suggestion.nearest("x", List.of("y"))).isEmpty();
    }

    @Test
    void offersTheFirstInTheAlphabetOfEquallyNearNames() {
        assertThat(Suggestion.nearest("byUser", List.of("byUserB", "byUserA"))).contains("byUserA");
    }

    @Test
    void endsAMessageWithTheNearestName() {
        assertThat(Suggestion.sentence("clik", COLUMNS)).isEqualTo("Did you mean 'clicks'?");
    }

    @Test
    void endsAMessageWithAllNamesWhereNoneIsNear() {
        assertThat(Suggestion.sentence("address", COLUMNS)).isEqualTo("Known: clicks, createdOn, owner, slug.");
    }

    @Test
    void endsAMessageWithTheFactThatThereAreNoNames() {
        assertThat(Suggestion.sentence("address", List.of())).isEqualTo("There are none.");
    }
}
