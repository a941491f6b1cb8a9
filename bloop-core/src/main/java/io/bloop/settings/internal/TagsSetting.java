package io.bloop.settings.internal;

import io.bloop.rule.internal.NameRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;

/** The tags that a table has to have; others are fine. */
final class TagsSetting extends SettingWithRequests<Tags> {

    private static final long serialVersionUID = 1L;

    TagsSetting() {
        super("tags");
    }

    @Override
    public Tags united(Tags left, Tags right, Disagreement disagreement) {
        Map<String, String> both = new HashMap<>(left.values());
        right.values().forEach((key, value) -> {
            String other = both.putIfAbsent(key, value);
            if (other != null && !other.equals(value)) {
                throw disagreement.of("values of tag '" + key + "'", other, value);
            }
        });
        return new Tags(both);
    }

    @Override
    public void check(Tags wanted, SettingValues all, Consumer<String> problems) {
        NameRules.tags(wanted.values().size()).ifPresent(problem -> problems.accept(problem + "."));
        wanted.values()
                .forEach((key, value) -> NameRules.tag(key, value)
                        .ifPresent(problem ->
                                problems.accept("has a tag " + NameRules.quoted(key) + ", which " + problem + ".")));
    }

    @Override
    public void create(@Nullable Tags wanted, SettingValues all, CreateTableRequest.Builder request) {
        if (wanted != null) {
            request.tags(requested(wanted));
        }
    }

    private static List<Tag> requested(Tags tags) {
        List<Tag> requested = new ArrayList<>();
        tags.values()
                .forEach((key, value) ->
                        requested.add(Tag.builder().key(key).value(value).build()));
        return requested;
    }

    @Override
    public boolean isCreated() {
        return true;
    }

    @Override
    public TableQuestion<?, Tags> question(String table, String arn) {
        return new TableQuestion<>(
                new TableCall<>(
                        "ListTagsOfResource",
                        ListTagsOfResourceRequest.builder().resourceArn(arn).build(),
                        TagsSetting::allPages),
                response -> tags(response.tags()));
    }

    private static ListTagsOfResourceResponse allPages(DynamoDbClient client, ListTagsOfResourceRequest request) {
        List<Tag> tags = new ArrayList<>();
        ListTagsOfResourceResponse page = client.listTagsOfResource(request);
        tags.addAll(page.tags());
        while (page.nextToken() != null) {
            String next = page.nextToken();
            page = client.listTagsOfResource(request.copy(r -> r.nextToken(next)));
            tags.addAll(page.tags());
        }
        return page.copy(r -> r.tags(tags));
    }

    private static Tags tags(List<Tag> listed) {
        Map<String, String> tags = new HashMap<>();
        listed.forEach(tag -> tags.put(tag.key(), tag.value()));
        return new Tags(tags);
    }

    @Override
    public TableCall<?, ?> change(Tags value, String table, String arn) {
        return new TableCall<>(
                "TagResource",
                TagResourceRequest.builder()
                        .resourceArn(arn)
                        .tags(requested(value))
                        .build(),
                DynamoDbClient::tagResource);
    }

    @Override
    public @Nullable Tags lacking(Tags wanted, @Nullable Tags actual) {
        Map<String, String> missing = differing(wanted, actual);
        boolean othersAreThere = missing.keySet().stream().anyMatch(values(actual)::containsKey);
        return missing.isEmpty() || othersAreThere ? null : new Tags(missing);
    }

    private static Map<String, String> values(@Nullable Tags tags) {
        return tags == null ? Map.of() : tags.values();
    }

    private static Map<String, String> differing(Tags wanted, @Nullable Tags actual) {
        Map<String, String> differing = new HashMap<>(wanted.values());
        differing.entrySet().removeAll(values(actual).entrySet());
        return differing;
    }

    @Override
    public String pending() {
        return "its tags are not listed yet";
    }

    /** DynamoDB may not find a new table by its ARN yet. */
    @Override
    public Optional<String> waitsFor(String code) {
        return code.equals("ResourceNotFoundException") ? Optional.of("its tags cannot be set yet") : Optional.empty();
    }

    @Override
    public boolean isMet(Tags wanted, @Nullable Tags actual) {
        return differing(wanted, actual).isEmpty();
    }

    @Override
    public String printExpected(Tags wanted, @Nullable Tags actual) {
        return new Tags(differing(wanted, actual)).toString();
    }

    @Override
    public String printActual(Tags wanted, @Nullable Tags actual) {
        Map<String, String> found = new HashMap<>(values(actual));
        found.keySet().retainAll(differing(wanted, actual).keySet());
        return found.isEmpty() ? "missing" : new Tags(found).toString();
    }

    @Override
    public String action(String owner) {
        return "Tag the table so, or change the model's setting.";
    }

    @Override
    public List<TableCall<?, ?>> changes(Tags wanted, @Nullable Tags actual, SettingValues all, DescribedTable table) {
        return List.of(change(
                new Tags(differing(wanted, actual)),
                table.table().tableName(),
                table.table().tableArn()));
    }

    @Override
    public String caution(Tags wanted, @Nullable Tags actual) {
        return "It replaces values that somebody has given the table.";
    }
}
