package io.bloop.query;

import io.bloop.bound.internal.BoundModel;
import io.bloop.bound.internal.ItemClaim;
import io.bloop.expression.Condition;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.model.Index;
import io.bloop.model.IndexProjection;
import io.bloop.model.LocalSecondaryIndex;
import io.bloop.model.ModelDefinition;
import io.bloop.model.ProjectionDefinition;
import io.bloop.query.internal.SearchContext;
import io.bloop.request.Target;
import io.bloop.request.internal.Requests;
import io.bloop.type.StoredItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The description of a search; the model is bound when the search runs. Immutable. */
final class Plan<T> {

    private final SearchContext<T> context;
    private final @Nullable Index<T> index;
    private final Condition<T> where;
    private final Condition<T> filter;
    private final List<Column<T, ?>> selected;
    private final @Nullable ProjectionDefinition<T, ?> projection;
    private final int limit;
    private final int pageSize;
    private final boolean consistent;
    private final boolean ascending;
    private final @Nullable String token;
    private final @Nullable Segment segment;
    private final Unclaimed unclaimed;
    private volatile @Nullable KeyQuery<T> keyQuery;

    /** One of several parts that a scan is divided into. */
    record Segment(int number, int total) {}

    /** The values of a plan while it is made. */
    private static final class Builder<T> {

        private final SearchContext<T> context;
        private final @Nullable Index<T> index;
        private Condition<T> where = Condition.empty();
        private Condition<T> filter = Condition.empty();
        private List<Column<T, ?>> selected = List.of();
        private @Nullable ProjectionDefinition<T, ?> projection;
        private int limit = Integer.MAX_VALUE;
        private int pageSize;
        private boolean consistent;
        private boolean ascending = true;
        private @Nullable String token;
        private @Nullable Segment segment;
        private Unclaimed unclaimed = Unclaimed.SKIP;

        Builder(SearchContext<T> context, @Nullable Index<T> index) {
            this.context = context;
            this.index = index;
        }

        Builder(Plan<T> plan) {
            this(plan.context, plan.index);
            this.where = plan.where;
            this.filter = plan.filter;
            this.selected = plan.selected;
            this.projection = plan.projection;
            this.limit = plan.limit;
            this.pageSize = plan.pageSize;
            this.consistent = plan.consistent;
            this.ascending = plan.ascending;
            this.token = plan.token;
            this.segment = plan.segment;
            this.unclaimed = plan.unclaimed;
        }
    }

    private Plan(Builder<T> builder) {
        this.context = builder.context;
        this.index = builder.index;
        this.where = builder.where;
        this.filter = builder.filter;
        this.selected = builder.selected;
        this.projection = builder.projection;
        this.limit = builder.limit;
        this.pageSize = builder.pageSize;
        this.consistent = builder.consistent;
        this.ascending = builder.ascending;
        this.token = builder.token;
        this.segment = builder.segment;
        this.unclaimed = builder.unclaimed;
    }

    static <T> Plan<T> ofTable(SearchContext<T> context) {
        return new Plan<>(new Builder<>(context, null));
    }

    static <T> Plan<T> ofIndex(SearchContext<T> context, @Nullable Index<T> index) {
        if (index == null) {
            throw ofTable(context).invalid("the index is null; leave it out to read the table.");
        }
        if (index.model() != context.definition()) {
            throw ofTable(context)
                    .invalid(index + " is an index of another model; give one of "
                            + context.definition().name() + ".");
        }
        return new Plan<>(new Builder<>(context, index));
    }

    private Plan<T> with(Consumer<Builder<T>> change) {
        Builder<T> changed = new Builder<>(this);
        change.accept(changed);
        return new Plan<>(changed);
    }

    Plan<T> where(Condition<T> condition) {
        return with(plan -> plan.where = where.and(condition));
    }

    Plan<T> filter(Condition<T> condition) {
        return with(plan -> plan.filter = filter.and(condition));
    }

    Plan<T> select(List<Column<T, ?>> columns) {
        return with(plan -> plan.selected = columns);
    }

    Plan<T> projected(@Nullable ProjectionDefinition<T, ?> given) {
        if (given == null) {
            throw invalid("as() needs a projection, and is given null; leave it out for objects of the model.");
        }
        if (given.model() != definition()) {
            throw invalid("as() names " + given + " of another definition; give a projection of "
                    + definition().name() + ".");
        }
        List<Column<T, ?>> columns = new ArrayList<>();
        given.paths().forEach(path -> columns.add(column(path)));
        return with(plan -> {
            plan.selected = columns;
            plan.projection = given;
        });
    }

    @SuppressWarnings("unchecked") // a projection has columns of its model
    private static <T> Column<T, ?> column(Path<T, ?> path) {
        return (Column<T, ?>) path.root();
    }

    Plan<T> limit(int most) {
        return with(plan -> plan.limit = most);
    }

    Plan<T> pageSize(int items) {
        return with(plan -> plan.pageSize = items);
    }

    Plan<T> makeConsistent() {
        return with(plan -> plan.consistent = true);
    }

    Plan<T> ordered(boolean ascending) {
        return with(plan -> plan.ascending = ascending);
    }

    Plan<T> from(@Nullable String token) {
        return with(plan -> plan.token = token);
    }

    Plan<T> segment(int number, int total) {
        return with(plan -> plan.segment = new Segment(number, total));
    }

    Plan<T> onUnclaimed(Unclaimed choice) {
        return with(plan -> plan.unclaimed = choice);
    }

    Unclaimed unclaimed() {
        return unclaimed;
    }

    @Nullable
    Index<T> index() {
        return index;
    }

    Condition<T> where() {
        return where;
    }

    /** Returns what the query asks of its keys. */
    KeyQuery<T> keyQuery() {
        KeyQuery<T> known = keyQuery;
        if (known == null) {
            known = KeyQuery.of(definition(), index, where, unclaimed == Unclaimed.SKIP && !isOfSeveral());
            keyQuery = known;
        }
        return known;
    }

    /** Returns what the query asks of its keys by its own condition, whatever it does with items that nobody claims. */
    KeyQuery<T> askedKeys() {
        return KeyQuery.of(definition(), index, where, false);
    }

    Condition<T> filter() {
        return filter;
    }

    /** Returns the columns that are named, or that hold what is named. */
    List<Column<T, ?>> selected() {
        return selected;
    }

    @Nullable
    ProjectionDefinition<T, ?> projection() {
        return projection;
    }

    /** Returns the places inside of columns that are asked for without the rest of their columns. */
    List<Path<T, ?>> asksInside() {
        if (projection == null) {
            return List.of();
        }
        Set<Column<T, ?>> whole = Objects.requireNonNullElse(asked(), Set.of());
        return projection.paths().stream()
                .filter(path -> !whole.contains(column(path)))
                .<Path<T, ?>>map(path -> path)
                .toList();
    }

    int limit() {
        return limit;
    }

    boolean consistent() {
        return consistent;
    }

    boolean ascending() {
        return ascending;
    }

    @Nullable
    String token() {
        return token;
    }

    @Nullable
    Segment segment() {
        return segment;
    }

    /** Tells whether the items that have to be read are known from the limit. */
    boolean isBounded(boolean query) {
        return filter.isEmpty() && limit < Integer.MAX_VALUE && ownFilter(query).isEmpty() && isLeftToDynamoDb(query);
    }

    private ItemClaim<T> claim() {
        return model().claim();
    }

    /**
     * Returns the filter with what keeps the items of other models out, as far as DynamoDB can tell them.
     *
     * @param query whether this is a query, whose filter cannot name the keys that it asks for
     */
    Condition<T> ownFilter(boolean query) {
        return isOpen() || isOfSeveral()
                ? filter
                : filter.and(unclaimed == Unclaimed.SKIP ? claim().own(asKeys(query)) : claim().notOfOthers());
    }

    /** Tells whether the search hands out the items of several models. */
    boolean isOfSeveral() {
        return !context.readers().isEmpty();
    }

    /** Tells whether the search hands out every item of the model. */
    private boolean isOpen() {
        return claim().isOpen() && !isOfSeveral();
    }

    /** Returns the model that hands out an item; null where that is none of those which are searched. */
    private @Nullable BoundModel<? extends T> claimant(StoredItem item) {
        if (!isOfSeveral()) {
            return model().claimant(item);
        }
        for (BoundModel<? extends T> reader : context.readers()) {
            if (reader.claim().admits(item)) {
                return reader;
            }
        }
        return null;
    }

    /** Returns the attributes that only the condition on the keys can name. */
    private Set<String> asKeys(boolean query) {
        return query ? keyAttributes() : Set.of();
    }

    /** Tells whether DynamoDB returns the items of the model only, and all of them in the range of the query. */
    boolean isLeftToDynamoDb(boolean query) {
        return isClaimedByDynamoDb(query) && !(query && !keyQuery().excluded().isEmpty());
    }

    private boolean isClaimedByDynamoDb(boolean query) {
        if (isOfSeveral() || isOpen()) {
            return isOpen();
        }
        Set<String> keys = asKeys(query);
        return unclaimed == Unclaimed.SKIP
                && claim().isCondition()
                && claim().templates().entrySet().stream()
                        .allMatch(entry ->
                                !keys.contains(entry.getKey()) || keyQuery().implies(entry.getKey(), entry.getValue()));
    }

    /** Returns the attributes of the keys of the table or of the index. */
    private Set<String> keyAttributes() {
        Set<String> names = new LinkedHashSet<>();
        KeyQuery.hashKeys(definition(), index).forEach(column -> names.add(column.attribute()));
        KeyQuery.rangeKeys(definition(), index).forEach(column -> names.add(column.attribute()));
        return names;
    }

    /** Returns the attributes that are asked for to tell whose an item is. */
    Set<String> claimAttributes() {
        if (!isOfSeveral()) {
            return claim().attributes();
        }
        Set<String> names = new LinkedHashSet<>();
        context.readers().forEach(reader -> names.addAll(reader.claim().attributes()));
        return names;
    }

    /**
     * Leaves out the items that do not belong to the model, and those that are not in the range of the query.
     *
     * @param query whether this is a query
     * @param skipped counts those that no model of the table claims
     * @throws io.bloop.request.ForeignItem if there is one of those, and the search refuses them
     */
    List<StoredItem> own(List<StoredItem> items, boolean query, LongAdder skipped) {
        if (isOpen() && keyQuery().excluded().isEmpty()) {
            return items;
        }
        List<StoredItem> own = new ArrayList<>();
        int unclaimedItems = 0;
        for (StoredItem item : items) {
            if (claimant(item) != null) {
                if (keyQuery().admits(item)) {
                    own.add(item);
                }
            } else if (!claim().isOfAnother(item)) {
                if (unclaimed == Unclaimed.FAIL) {
                    throw claim().foreign(item, null);
                }
                unclaimedItems++;
            }
        }
        if (unclaimedItems > 0) {
            skipped.add(unclaimedItems);
            requests().skipped(query ? "Query" : "Scan", target(), unclaimedItems);
        }
        return own;
    }

    /** Returns the most items to ask for in one request where so many are needed; null leaves it to DynamoDB. */
    @Nullable
    Integer mostItems(int needed) {
        int most = pageSize > 0 ? Math.min(pageSize, needed) : needed;
        return most < Integer.MAX_VALUE ? most : null;
    }

    ModelDefinition<T> definition() {
        return context.definition();
    }

    BoundModel<T> model() {
        return context.bound();
    }

    /** Names what is searched, without binding the model. */
    Target target() {
        return context.target(index);
    }

    /** Returns the exception for a search that cannot be asked in this way. */
    InvalidSearch invalid(String problem) {
        return new InvalidSearch(target(), problem);
    }

    Requests requests() {
        return context.requests();
    }

    TokenSecrets tokenSecrets() {
        return context.tokenSecrets();
    }

    /** Returns the model that makes an object of an item that was found. */
    BoundModel<? extends T> reader(StoredItem item) {
        return Objects.requireNonNull(isOfSeveral() ? claimant(item) : model(), "other items were left out");
    }

    /** Returns what makes objects of the items that are found. */
    Function<StoredItem, T> loader() {
        PlanCheck.loading(this);
        Set<Column<T, ?>> loaded = loaded();
        return item -> read(reader(item), item, isOfSeveral() ? null : loaded);
    }

    /** Returns what makes objects of a projection of the items that are found. */
    <P> Function<StoredItem, P> loader(ProjectionDefinition<T, P> shape) {
        PlanCheck.projecting(this, shape);
        return item -> model().mapping().project(item, shape);
    }

    @SuppressWarnings("unchecked") // the columns are those of the model that reads
    private static <M> M read(BoundModel<M> reader, StoredItem item, @Nullable Set<? extends Column<?, ?>> loaded) {
        M object = reader.mapping().read(item, (Set<? extends Column<M, ?>>) loaded, reader);
        reader.events().afterLoad(object);
        return object;
    }

    /** Returns the columns that an item is named by, as where it belongs to no model. */
    Set<Column<T, ?>> keys() {
        return new LinkedHashSet<>(definition().keys());
    }

    /** Returns the columns that a search can ask for. */
    Set<Column<T, ?>> available() {
        return index == null ? new LinkedHashSet<>(definition().columns()) : index.columns();
    }

    /** Returns the columns that the search reads without fetching items from the table behind an index. */
    private Set<Column<T, ?>> held() {
        return index == null ? available() : index.projectedColumns();
    }

    /** Returns the attributes that make a position in this search. */
    Set<String> positionAttributes() {
        Set<String> names = new LinkedHashSet<>();
        definition().keys().forEach(column -> names.add(column.attribute()));
        if (index != null) {
            index.hashKeys().forEach(column -> names.add(column.attribute()));
            index.rangeKeys().forEach(column -> names.add(column.attribute()));
        }
        return names;
    }

    /**
     * Returns the columns to ask for by name; null where the search takes what the table or the index holds.
     *
     * <p>The keys that make a position are among them, since every save needs the keys. So is a version that costs no
     * further read. Where a filter makes DynamoDB fetch items from the table, it is asked for the filtered columns.
     */
    @Nullable
    Set<Column<T, ?>> asked() {
        boolean fetchesFromTable = fetchesFromTable();
        if (selected.isEmpty() && !fetchesFromTable) {
            return null;
        }
        Set<String> positions = positionAttributes();
        if (projection != null) {
            return projected(projection, positions);
        }
        Set<Column<T, ?>> asked = new LinkedHashSet<>(selected.isEmpty() ? held() : selected);
        if (selected.isEmpty()) {
            asked.addAll(filtered());
        }
        addPositions(asked, positions);
        addTemplates(asked, positions);
        model().mapping()
                .version()
                .filter(column -> fetchesFromTable || held().contains(column))
                .ifPresent(asked::add);
        return asked;
    }

    /** Returns the columns that a projection has whole, and the keys, without which there is no token. */
    private Set<Column<T, ?>> projected(ProjectionDefinition<T, ?> shape, Set<String> positions) {
        Set<Column<T, ?>> asked = new LinkedHashSet<>();
        for (Path<T, ?> path : shape.paths()) {
            if (path instanceof Column<T, ?> column) {
                asked.add(column);
            }
        }
        addPositions(asked, positions);
        return asked;
    }

    private void addPositions(Set<Column<T, ?>> asked, Set<String> positions) {
        for (Column<T, ?> column : definition().columns()) {
            if (positions.contains(column.attribute())) {
                asked.add(column);
            }
        }
    }

    /** Adds what a change of a selected part needs, since the keys that the part is in are made of all of their parts. */
    private void addTemplates(Set<Column<T, ?>> asked, Set<String> positions) {
        for (Column<T, ?> column : definition().columns()) {
            boolean isAsked = column.template().isPresent()
                    && (positions.contains(column.attribute())
                            || column.inputs().stream().anyMatch(asked::contains));
            for (Column<T, ?> input : isAsked ? column.inputs() : List.<Column<T, ?>>of()) {
                if (held().contains(input)) {
                    asked.add(input);
                }
            }
        }
    }

    /** Returns the columns that results have; null where they have all. */
    @Nullable
    Set<Column<T, ?>> loaded() {
        Set<Column<T, ?>> asked = asked();
        if (asked != null) {
            return asked;
        }
        boolean isWhole = index == null || index.projection().kind() == IndexProjection.Kind.ALL;
        return isWhole ? null : held();
    }

    /** Tells whether DynamoDB has to fetch items from the table, since the index does not hold what is asked for. */
    private boolean fetchesFromTable() {
        return index instanceof LocalSecondaryIndex<T> local
                && !local.isStrict()
                && !(held().containsAll(selected) && held().containsAll(filtered()));
    }

    /** Returns the columns that the filter names. */
    private Set<Column<T, ?>> filtered() {
        Set<Column<T, ?>> filtered = new LinkedHashSet<>();
        for (Path<?, ?> path : filter.paths()) {
            definition().findStoredColumn(path.attribute()).ifPresent(filtered::add);
        }
        return filtered;
    }
}
