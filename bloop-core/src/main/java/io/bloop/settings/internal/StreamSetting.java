package io.bloop.settings.internal;

import io.bloop.settings.StreamView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The view of the table's stream; a stream that tells more is fine. */
final class StreamSetting extends Setting<StreamView> {

    private static final long serialVersionUID = 1L;

    StreamSetting() {
        super("stream");
    }

    @Override
    public StreamView united(StreamView left, StreamView right, Disagreement disagreement) {
        return left.with(right);
    }

    @Override
    public void create(@Nullable StreamView wanted, SettingValues all, CreateTableRequest.Builder request) {
        if (wanted != null) {
            request.streamSpecification(s -> s.streamEnabled(true).streamViewType(type(wanted)));
        }
    }

    @Override
    public @Nullable StreamView actual(DescribedTable table) {
        StreamSpecification found = table.table().streamSpecification();
        boolean enabled = found != null && Boolean.TRUE.equals(found.streamEnabled());
        if (!enabled) {
            return null;
        }
        return switch (found.streamViewType()) {
            case NEW_AND_OLD_IMAGES -> StreamView.NEW_AND_OLD;
            case NEW_IMAGE -> StreamView.NEW;
            case OLD_IMAGE -> StreamView.OLD;
            default -> StreamView.KEYS;
        };
    }

    @Override
    public boolean isMet(StreamView wanted, @Nullable StreamView actual) {
        return actual != null && actual.includes(wanted);
    }

    @Override
    public String printExpected(StreamView wanted, @Nullable StreamView actual) {
        return type(wanted).toString();
    }

    @Override
    public String printActual(StreamView wanted, @Nullable StreamView actual) {
        return actual == null ? "disabled" : type(actual).toString();
    }

    private static StreamViewType type(StreamView view) {
        return switch (view) {
            case KEYS -> StreamViewType.KEYS_ONLY;
            case NEW -> StreamViewType.NEW_IMAGE;
            case OLD -> StreamViewType.OLD_IMAGE;
            case NEW_AND_OLD -> StreamViewType.NEW_AND_OLD_IMAGES;
        };
    }

    @Override
    public String action(String owner) {
        return "Enable the table's stream with this view type, or change the model's setting.";
    }

    @Override
    public @Nullable StreamView lacking(StreamView wanted, @Nullable StreamView actual) {
        return actual == null ? wanted : null;
    }

    @Override
    public List<TableCall<?, ?>> changes(
            StreamView wanted, @Nullable StreamView actual, SettingValues all, DescribedTable table) {
        TableCall<?, ?> enable = TableCall.update(
                table, r -> r.streamSpecification(s -> s.streamEnabled(true).streamViewType(type(wanted))));
        return actual == null
                ? List.of(enable)
                : List.of(TableCall.update(table, r -> r.streamSpecification(s -> s.streamEnabled(false))), enable);
    }

    @Override
    public String caution(StreamView wanted, @Nullable StreamView actual) {
        return "The stream has to be disabled and enabled, which makes a new stream: its readers lose their position.";
    }
}
