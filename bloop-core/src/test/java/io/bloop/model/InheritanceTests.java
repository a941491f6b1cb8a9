package io.bloop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.settings.Billing;
import io.bloop.settings.StreamView;
import io.bloop.type.Types;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InheritanceTests {

    private abstract static class Owned {
        String id;
        String owner;
        Long expiresOn;
    }

    private static final class Post extends Owned {
        String text;
    }

    private static final class Photo extends Owned {}

    private abstract static class OwnedModel<T extends Owned> extends ModelDefinition<T> {

        final StringColumn<T, String> id = column("id", Types.STRING)
                .getter(o -> o.id)
                .setter((o, v) -> o.id = v)
                .hashKey();
        final StringColumn<T, String> owner =
                column("owner", Types.STRING).getter(o -> o.owner).setter((o, v) -> o.owner = v);
        final NumberColumn<T, Long> expiresOn =
                column("expiresOn", Types.LONG).getter(o -> o.expiresOn).setter((o, v) -> o.expiresOn = v);
        final GlobalSecondaryIndex<T> byOwner =
                globalIndex("byOwner", IndexProjection.KEYS).hashKey(owner);

        OwnedModel(Class<T> type) {
            super(type);
            table(t -> t.ttl(expiresOn));
        }
    }

    private static final class PostModel extends OwnedModel<Post> {

        final StringColumn<Post, String> text =
                column("text", Types.STRING).getter(p -> p.text).setter((p, v) -> p.text = v);

        PostModel() {
            super(Post.class);
            byOwner.rangeKey(text);
        }

        @Override
        protected Post create(Values<Post> values) {
            return new Post();
        }
    }

    private static final class PhotoModel extends OwnedModel<Photo> {

        PhotoModel() {
            super(Photo.class);
            owner.storedAs("o");
        }

        @Override
        protected Photo create(Values<Photo> values) {
            return new Photo();
        }
    }

    private static final class TwiceModel extends OwnedModel<Post> {

        final StringColumn<Post, String> again = column("owner", Types.STRING)
                .getter(p -> p.text)
                .setter((p, v) -> p.text = v)
                .hashKey();

        TwiceModel() {
            super(Post.class);
        }

        @Override
        protected Post create(Values<Post> values) {
            return new Post();
        }
    }

    private final PostModel posts = new PostModel();
    private final PhotoModel photos = new PhotoModel();

    @Test
    @DisplayName("M22 each concrete model gets its own copies of a base's columns")
    void eachModelGetsItsOwnColumns() {
        assertThat(posts.columns())
                .extracting(Column::toString)
                .containsExactly(
                        "Column[Post.id=hash]", "Column[Post.owner]", "Column[Post.expiresOn]", "Column[Post.text]");
        assertThat(photos.columns())
                .extracting(Column::toString)
                .containsExactly("Column[Photo.id=hash]", "Column[Photo.owner]", "Column[Photo.expiresOn]");
        assertThat((Object) posts.owner.model()).isSameAs(posts);
    }

    @Test
    @DisplayName("M22 storing an inherited column under another name changes one model alone")
    void storedNamesDoNotLeak() {
        assertThat(photos.owner.attribute()).isEqualTo("o");
        assertThat(posts.owner.attribute()).isEqualTo("owner");
    }

    @Test
    @DisplayName("M22 an inherited index may have a key that only the concrete model has")
    void anInheritedIndexMayHaveAKeyOfTheConcreteModel() {
        assertThat(posts.byOwner.rangeKeys()).isEqualTo(List.of(posts.text));
        assertThat(photos.byOwner.rangeKeys()).isEmpty();
        assertThat(posts.indexes()).extracting(Index::toString).containsExactly("GSI[Post.byOwner=keys]");
    }

    @Test
    @DisplayName("M22 a base may name its time to live")
    void aBaseMayNameItsTimeToLive() {
        assertThat((Object) posts.settings().ttl()).isSameAs(posts.expiresOn);
        assertThat((Object) photos.settings().ttl()).isSameAs(photos.expiresOn);
    }

    @Test
    @DisplayName("M8 the settings of a model are its own, and no other model of its base has them")
    void settingsAreAModelsOwn() {
        PostModel named = new PostModel();
        named.table(t -> t.named("posts").billing(Billing.ON_DEMAND).stream(StreamView.KEYS));
        assertThat(named.settings().name()).isEqualTo("posts");
        for (ModelDefinition<?> other : List.of(posts, photos)) {
            assertThat(other.settings().name()).isNull();
            assertThat(other.settings().billing()).isNull();
            assertThat(other.settings().stream()).isNull();
        }
    }

    @Test
    @DisplayName("M8 what the constructor of a base wants, it wants for each model, and each may want otherwise")
    void whatABaseWantsMayBeWantedOtherwise() {
        PostModel other = new PostModel();
        NumberColumn<Post, Long> until = other.column("until", Types.LONG).getter(p -> p.expiresOn);
        other.table(t -> t.ttl(until));
        assertThat((Object) other.settings().ttl()).isSameAs(until);
        assertThat((Object) posts.settings().ttl()).isSameAs(posts.expiresOn);
    }

    @Test
    @DisplayName("M23 a column of a base's name and a second hash key are refused, naming both")
    void aColumnOfABasesNameIsRefused() {
        assertThatThrownBy(() -> new TwiceModel().columns())
                .isInstanceOf(InvalidModel.class)
                .hasMessage("""
                        Model Post is not valid (3 problems):
                          - Columns [id, owner] are all hash keys; keep one.
                          - 'owner' is the name of both column 'owner' and column 'owner'; rename one.
                          - 'owner' is the stored name of both column 'owner' and column 'owner'; rename one.""");
    }
}
