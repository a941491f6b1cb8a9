package io.bloop.processor;

import io.bloop.rule.internal.TemplateText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds members of a collection that no query could fill, or whose items nothing tells apart. */
final class ItemCollectionCheck {

    private final ModelContext scope;
    private final List<ItemCollectionMember> members;

    private ItemCollectionCheck(ModelContext scope, List<ItemCollectionMember> members) {
        this.scope = scope;
        this.members = members;
    }

    static void check(ModelContext scope, List<ItemCollectionMember> members) {
        if (members.isEmpty()) {
            return;
        }
        ItemCollectionCheck check = new ItemCollectionCheck(scope, members);
        if (check.haveModelsOfTheirOwn() && check.areOfOneTable()) {
            check.tellItemsApart();
            check.sharePartition();
        }
    }

    private boolean haveModelsOfTheirOwn() {
        boolean haveOwn = true;
        Map<String, ItemCollectionMember> byModel = new HashMap<>();
        for (ItemCollectionMember member : members) {
            ItemCollectionMember other =
                    byModel.putIfAbsent(member.model().getQualifiedName().toString(), member);
            if (other != null) {
                scope.error(
                        member.spot(),
                        "Members '" + other.name() + "' and '" + member.name() + "' are both of " + member.modelName()
                                + ", and each item belongs to one member; keep one of the two.");
                haveOwn = false;
            }
        }
        return haveOwn;
    }

    private boolean areOfOneTable() {
        ItemCollectionMember first = members.get(0);
        boolean share = true;
        for (ItemCollectionMember member : members) {
            if (!table(member).equals(table(first))) {
                scope.error(
                        member.spot(),
                        "Member '" + member.name() + "' is of " + member.modelName() + " in table '" + table(member)
                                + "', and member '" + first.name() + "' is of " + first.modelName() + " in table '"
                                + table(first) + "'; the models of a collection share a table, so give both the same "
                                + "name with @Table.");
                share = false;
            }
        }
        return share;
    }

    private static String table(ItemCollectionMember member) {
        return member.parsed()
                .flatMap(parsed -> parsed.table().name().or(parsed::modelName))
                .orElseGet(member::modelName);
    }

    private void tellItemsApart() {
        for (ItemCollectionMember member : members) {
            boolean isTold = member.parsed().isEmpty()
                    || member.parsed().get().claim().isPresent()
                    || member.parsed().get().columns().stream()
                            .filter(column -> column.isHashKey() || column.isRangeKey())
                            .flatMap(column -> column.form().stream())
                            .anyMatch(form -> !form.text().prefix().isEmpty());
            if (members.size() > 1 && !isTold) {
                scope.error(
                        member.spot(),
                        "Nothing tells the items of " + member.modelName() + ", the model of member '" + member.name()
                                + "', from those of the other members; give it a @Discriminator, or a key that begins "
                                + "with a text of its own.");
            }
        }
    }

    private void sharePartition() {
        Optional<String> divided = divided(members, null);
        if (divided.isPresent() && sharedIndex(members).isEmpty()) {
            scope.error(
                    Spot.of(scope.model()),
                    "The members of " + scope.name() + " never have one hash key: " + divided.get()
                            + "; let their hash keys, or those of an index that all of them have, begin with the same "
                            + "text.");
        }
    }

    /** Tells whether the items of all members can have one hash key in the table. */
    static boolean shareTable(List<ItemCollectionMember> members) {
        return divided(members, null).isEmpty();
    }

    /** Returns an index of the first member in which the items of all members can have one hash key. */
    static Optional<ModelIndex> sharedIndex(List<ItemCollectionMember> members) {
        return members.get(0).parsed().stream()
                .flatMap(parsed -> parsed.indexes().stream())
                .filter(index -> members.stream().allMatch(member -> hasIndex(member, index.storedName()))
                        && divided(members, index.storedName()).isEmpty())
                .findFirst();
    }

    private static boolean hasIndex(ItemCollectionMember member, String index) {
        return member.parsed().isEmpty() || indexes(member, index).findFirst().isPresent();
    }

    private static Stream<ModelIndex> indexes(ItemCollectionMember member, String name) {
        return member.parsed().stream()
                .flatMap(parsed -> parsed.indexes().stream())
                .filter(index -> index.storedName().equals(name));
    }

    /** Finds two models whose items never have one hash key in the table, or in an index. */
    private static Optional<String> divided(List<ItemCollectionMember> members, @Nullable String index) {
        List<String> found = new ArrayList<>();
        for (ItemCollectionMember one : members) {
            for (ItemCollectionMember other : members) {
                TemplateText first = template(one, index);
                TemplateText second = template(other, index);
                if (first != null && second != null && !first.overlaps(second)) {
                    found.add("that of " + one.modelName() + " is '" + first.text() + "', and that of "
                            + other.modelName() + " is '" + second.text() + "'");
                }
            }
        }
        return found.stream().findFirst();
    }

    private static @Nullable TemplateText template(ItemCollectionMember member, @Nullable String index) {
        Stream<ModelColumn> keys = index == null
                ? member.parsed().stream()
                        .flatMap(parsed -> parsed.columns().stream())
                        .filter(ModelColumn::isHashKey)
                : indexes(member, index).flatMap(found -> found.hashKeys().stream());
        return keys.map(key -> key.form().map(KeyForm::text).orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
