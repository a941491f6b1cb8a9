package io.bloop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.expression.NumberPath;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.Types;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class HidingTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private abstract static class Owned extends BaseModel {
        String id;
        String owner;
        Long number;
        Long expiresOn;
    }

    private static final class Post extends Owned {}

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
                globalIndex("byOwner", IndexProjection.of(expiresOn)).hashKey(owner);

        OwnedModel(Class<T> type) {
            super(type);
            table(t -> t.ttl(expiresOn));
        }
    }

    private static final class PostModel extends OwnedModel<Post> {

        PostModel(Consumer<PostModel> change) {
            super(Post.class);
            change.accept(this);
        }

        NumberColumn<Post, Long> number(String name) {
            return column(name, Types.LONG).getter(p -> p.number).setter((p, v) -> p.number = v);
        }

        void leaveOut(Column<Post, ?> column) {
            hide(column);
        }

        void leaveOut(Index<Post> index) {
            hide(index);
        }

        @Override
        protected Post create(Values<Post> values) {
            return new Post();
        }
    }

    private static void assertProblems(PostModel model, String... problems) {
        assertThatThrownBy(model::columns)
                .isInstanceOfSatisfying(
                        InvalidModel.class, ex -> assertThat(ex.problems()).containsExactly(problems));
    }

    @Test
    @DisplayName("M24 an inherited column may be hidden")
    void anInheritedColumnMayBeHidden() {
        PostModel posts = new PostModel(model -> {
            model.leaveOut(model.owner);
            model.leaveOut(model.byOwner);
        });
        assertThat(posts.columns()).isEqualTo(List.of(posts.id, posts.expiresOn));
        assertThat(posts.indexes()).isEmpty();
    }

    @Test
    @DisplayName("M24 an inherited column may be overridden by name, and its indexes and time to live mean the other")
    void anInheritedColumnMayBeOverridden() {
        PostModel posts = new PostModel(model -> {
            model.leaveOut(model.owner);
            model.number("owner").storedAs("o");
            model.leaveOut(model.expiresOn);
            model.number("expiresOn").storedAs("x");
        });
        assertThat(posts.columns())
                .extracting(Column::toString)
                .containsExactly("Column[Post.id=hash]", "Column[Post.owner]", "Column[Post.expiresOn]");
        assertThat(posts.byOwner.hashKeys()).extracting(KeyColumn::attribute).containsExactly("o");
        assertThat(posts.byOwner.projection().columns())
                .extracting(Column::attribute)
                .containsExactly("x");
        assertThat(posts.settings().ttl()).extracting(NumberPath::attribute).isEqualTo("x");
    }

    @Test
    @DisplayName("M24 an inherited hash key may be overridden")
    void anInheritedHashKeyMayBeOverridden() {
        PostModel posts = new PostModel(model -> {
            model.leaveOut(model.id);
            model.number("id").hashKey();
        });
        assertThat(posts.hashKey().type().toString()).isEqualTo("Long");
        assertThat(posts.rangeKey()).isEmpty();
    }

    @Test
    @DisplayName("M24 a model with hidden and overridden columns is loaded and saved by its own alone")
    void aModelWithHiddenColumnsIsLoadedAndSaved() {
        PostModel posts = new PostModel(model -> {
            model.leaveOut(model.id);
            model.leaveOut(model.owner);
            model.leaveOut(model.byOwner);
            model.number("id").hashKey();
        });
        var template = dynamoDb.engine().template(posts);
        Post post = new Post();
        post.number = 7L;
        post.owner = "hidden";
        post.expiresOn = 8L;
        template.save(post);
        Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromN("7"));
        assertThat(dynamoDb.item("Post", key))
                .isEqualTo(Map.of("id", AttributeValue.fromN("7"), "expiresOn", AttributeValue.fromN("8")));
        Post loaded = template.find(posts.keyOf(7L)).orElseThrow();
        loaded.expiresOn = null;
        template.save(loaded);
        assertThat(dynamoDb.item("Post", key)).isEqualTo(key);
    }

    @Test
    @DisplayName("M24 what names a hidden column is refused, unless another takes its place")
    void whatNamesAHiddenColumnIsRefused() {
        PostModel posts = new PostModel(model -> {
            model.leaveOut(model.owner);
            model.leaveOut(model.expiresOn);
        });
        assertProblems(
                posts,
                "Index 'byOwner' has the hash key Column[Post.owner], which is hidden; name another, "
                        + "or declare a column 'owner' in its place.",
                "Index 'byOwner' projects Column[Post.expiresOn], which is hidden; name another, "
                        + "or declare a column 'expiresOn' in its place.",
                "The table's time to live is Column[Post.expiresOn], which is hidden; name another, "
                        + "or declare a column 'expiresOn' in its place.");
    }

    @Test
    @DisplayName("M24 a column of an inherited name is refused where that is not hidden")
    void aColumnOfAnInheritedNameIsRefused() {
        assertProblems(
                new PostModel(model -> model.number("owner").storedAs("o")),
                "'owner' is the name of both column 'owner' and column 'owner'; rename one.");
    }

    @Test
    @DisplayName("M24 hiding in one model leaves the others of its base as they are")
    void hidingInOneModelLeavesTheOthers() {
        new PostModel(model -> {
                    model.leaveOut(model.byOwner);
                    model.leaveOut(model.owner);
                })
                .columns();
        PostModel other = new PostModel(model -> {});
        assertThat((Object) other.findColumn("owner").orElse(null)).isSameAs(other.owner);
    }
}
