package io.bloop.query;

import io.bloop.bound.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.model.Column;
import io.bloop.model.Index;
import io.bloop.model.LocalSecondaryIndex;
import io.bloop.model.Projection;
import io.bloop.request.Target;
import io.bloop.type.StoredItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Is a search as it was asked for; the model is bound when the search runs. */
record Plan<T>(
        Supplier<BoundModel<T>> bound,
        @Nullable Index<T> index,
        Condition<T> where,
        Condition<T> filter,
        List<Column<T, ?>> selected,
        int limit,
        int pageSize,
        boolean consistent,
        boolean ascending,
        @Nullable String token,
        @Nullable Segment segment) {

    /** Is one of several parts that a scan is divided into. */
    record Segment(int number, int total) {}

    static <T> Plan<T> of(Supplier<BoundModel<T>> bound, @Nullable Index<T> index) {
        return new Plan<>(
                bound,
                index,
                Condition.empty(),
                Condition.empty(),
                List.of(),
                Integer.MAX_VALUE,
                0,
                false,
                true,
                null,
                null);
    }

    Plan<T> where(Condition<T> condition) {
        return new Plan<>(
                bound,
                index,
                where.and(condition),
                filter,
                selected,
                limit,
                pageSize,
                consistent,
                ascending,
                token,
                segment);
    }

    Plan<T> filter(Condition<T> condition) {
        return new Plan<>(
                bound,
                index,
                where,
                filter.and(condition),
                selected,
                limit,
                pageSize,
                consistent,
                ascending,
                token,
                segment);
    }

    Plan<T> select(List<Column<T, ?>> columns) {
        return new Plan<>(bound, index, where, filter, columns, limit, pageSize, consistent, ascending, token, segment);
    }

    Plan<T> limit(int most) {
        return new Plan<>(bound, index, where, filter, selected, most, pageSize, consistent, ascending, token, segment);
    }

    Plan<T> pageSize(int items) {
        return new Plan<>(bound, index, where, filter, selected, limit, items, consistent, ascending, token, segment);
    }

    Plan<T> makeConsistent() {
        return new Plan<>(bound, index, where, filter, selected, limit, pageSize, true, ascending, token, segment);
    }

    Plan<T> ordered(boolean ascending) {
        return new Plan<>(
                bound, index, where, filter, selected, limit, pageSize, consistent, ascending, token, segment);
    }

    Plan<T> from(@Nullable String token) {
        return new Plan<>(
                bound, index, where, filter, selected, limit, pageSize, consistent, ascending, token, segment);
    }

    Plan<T> segment(int number, int total) {
        return new Plan<>(
                bound,
                index,
                where,
                filter,
                selected,
                limit,
                pageSize,
                consistent,
                ascending,
                token,
                new Segment(number, total));
    }

    /** Tells whether the items that have to be read are known from the limit. */
    boolean isBounded() {
        return filter.isEmpty() && limit < Integer.MAX_VALUE;
    }

    /** Returns the most items to ask for in one request where so many are needed; null leaves it to DynamoDB. */
    @Nullable
    Integer mostItems(int needed) {
        int most = pageSize > 0 ? Math.min(pageSize, needed) : needed;
        return most < Integer.MAX_VALUE ? most : null;
    }

    BoundModel<T> model() {
        return bound.get();
    }

    Target target() {
        return model().target(index);
    }

    /** Makes an object of an item that was found. */
    T load(StoredItem item, @Nullable Set<Column<T, ?>> loaded) {
        BoundModel<T> model = model();
        T object = model.definition().mapping().read(item, loaded, model);
        model.events().afterLoad(object);
        return object;
    }

    /** Returns the columns that the table or the index can give. */
    Set<Column<T, ?>> available() {
        return index == null ? new LinkedHashSet<>(model().definition().columns()) : index.columns();
    }

    /** Returns the attributes that make a position in this search. */
    Set<String> positionAttributes() {
        Set<String> names = new LinkedHashSet<>();
        model().definition().keys().forEach(column -> names.add(column.attribute()));
        if (index != null) {
            index.hashKeys().forEach(column -> names.add(column.attribute()));
            index.rangeKeys().forEach(column -> names.add(column.attribute()));
        }
        return names;
    }

    /** Returns the column of the version, where the search can fetch it: every save compares it. */
    Optional<Column<T, ?>> version() {
        Set<Column<T, ?>> available = available();
        return model().definition().mapping().version().filter(column -> readsTable() || available.contains(column));
    }

    /** Returns the columns that results have; null where they have all. */
    @Nullable
    Set<Column<T, ?>> loaded() {
        boolean narrow = index != null && index.projection().kind() != Projection.Kind.ALL && !readsTable();
        if (selected.isEmpty()) {
            return narrow ? available() : null;
        }
        Set<Column<T, ?>> loaded = new LinkedHashSet<>(selected);
        version().ifPresent(loaded::add);
        Set<String> positions = positionAttributes();
        for (Column<T, ?> column : model().definition().columns()) {
            if (positions.contains(column.attribute())) {
                loaded.add(column);
            }
        }
        return loaded;
    }

    /** Tells whether DynamoDB fetches from the table what the index does not hold. */
    boolean readsTable() {
        return index instanceof LocalSecondaryIndex<T> local && !local.isStrict();
    }
}
