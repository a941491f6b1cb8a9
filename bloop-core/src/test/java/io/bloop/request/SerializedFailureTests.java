package io.bloop.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.model.IndexProjection;
import io.bloop.request.internal.FailedCall;
import io.bloop.request.internal.Failures;
import io.bloop.settings.StreamView;
import io.bloop.settings.Units;
import io.bloop.settings.internal.Settings;
import io.bloop.settings.internal.Tags;
import io.bloop.table.Difference;
import io.bloop.table.KeySchema;
import io.bloop.table.ProjectedAttributes;
import io.bloop.table.TableMismatch;
import io.bloop.table.TablePlan;
import io.bloop.table.TableReport;
import io.bloop.table.TableStep;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class SerializedFailureTests {

    private static final Target TARGET = new Target("Link", "links", "byOwner", List.of(), Map.of("slug", "slug"));

    private static <E extends Exception> E copied(E failure, Class<E> kind) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return kind.cast(in.readObject());
        }
    }

    @Test
    @DisplayName("E5 a failed request that was serialised still says what was tried")
    void keepsAFailedRequest() throws Exception {
        RequestFailed copy = copied(
                Failures.of(
                        new FailedCall("GetItem", TARGET, "Link(slug=S \"a\")"), SdkClientException.create("no route")),
                RequestFailed.class);

        assertThat(copy)
                .hasMessage("GetItem of Link(slug=S \"a\") in table 'links' (index 'byOwner') failed: no route.");
        assertThat(copy.operation()).isEqualTo("GetItem");
        assertThat(copy.target()).isEqualTo(TARGET);
        assertThat(copy.key()).isEqualTo("Link(slug=S \"a\")");
        assertThat(copy.getCause()).hasMessage("no route");
    }

    @Test
    @DisplayName("E5 a violation that was serialised keeps its message, and lets go of the objects")
    void keepsAViolation() throws Exception {
        ConditionalCheckFailedException cause = ConditionalCheckFailedException.builder()
                .message("the conditional request failed")
                .build();
        ConstraintViolation violation =
                new ConstraintViolation("save", TARGET, new Object(), "(a = N 1)", AttributeValue.fromN("1"), cause);

        ConstraintViolation copy = copied(violation, ConstraintViolation.class);

        assertThat(copy)
                .hasMessage(
                        "The save of Link in table 'links' (index 'byOwner') was refused: (a = N 1) does not hold.");
        assertThat(copy.target()).isEqualTo(TARGET);
        assertThat(copy.object()).isNull();
        assertThat(copy.condition()).isNull();
        assertThat(copy.existing()).isNull();
    }

    @Test
    @DisplayName("E2 a mismatch that was serialised keeps every difference")
    void keepsAMismatch() throws Exception {
        KeySchema keys = new KeySchema(List.of(new KeySchema.Key("hash", "slug", "S")));
        ProjectedAttributes projected = new ProjectedAttributes(IndexProjection.Kind.INCLUDE, List.of("owner"));
        List<Difference> differences = List.of(
                new Difference.MissingTable(keys),
                new Difference.OtherKeys("byOwner", keys, keys),
                new Difference.MissingIndex("byOwner", true, keys, projected),
                new Difference.NarrowProjection("byOwner", projected, projected),
                new Difference.OtherSetting<>(Settings.UNITS, "byOwner", new Units(1L, null), null),
                new Difference.OtherSetting<>(Settings.TIME_TO_LIVE, null, "ends", null),
                new Difference.OtherSetting<>(
                        Settings.TAGS, null, new Tags(Map.of("team", "docs")), new Tags(Map.of())),
                new Difference.OtherSetting<>(Settings.STREAM, null, StreamView.NEW, StreamView.KEYS));
        TableStep step = new TableStep(differences.get(0), true, "Create it.", "It is missing.", List.of("aws"));
        TableReport report = new TableReport(
                "links", List.of("Link"), differences, new TablePlan("links", List.of("Link"), List.of(step)));

        assertThat(copied(new TableMismatch(List.of(report)), TableMismatch.class)
                        .tables())
                .containsExactly(report)
                .hasToString("[" + report + "]");
    }
}
