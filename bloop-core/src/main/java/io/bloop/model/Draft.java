package io.bloop.model;

import io.bloop.settings.TableSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects what a definition declares, until its first use closes it. */
final class Draft<T> {

    private final ModelDefinition<T> model;
    private final List<Column<T, ?>> columns = new ArrayList<>();
    private final List<Index<T>> indexes = new ArrayList<>();
    private final Set<Object> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Claim> claims = new ArrayList<>();
    private TableSettings settings = TableSettings.UNSET;
    private volatile @Nullable ResolvedDefinition<T> shape;

    Draft(ModelDefinition<T> model) {
        this.model = model;
    }

    void requireOpen() {
        if (shape != null) {
            throw new IllegalStateException(model + " is in use and never changes; declare it in its constructor.");
        }
    }

    void add(Column<T, ?> column) {
        requireOpen();
        columns.add(column);
    }

    void add(Index<T> index) {
        requireOpen();
        indexes.add(index);
    }

    void hide(Column<T, ?> column) {
        requireOpen();
        hidden.add(column);
    }

    void hide(Index<T> index) {
        requireOpen();
        hidden.add(index);
    }

    boolean isHidden(Object part) {
        return hidden.contains(part);
    }

    void table(UnaryOperator<TableSettings> change) {
        requireOpen();
        settings = change.apply(settings);
    }

    void claim(Claim claim) {
        requireOpen();
        claims.add(claim);
    }

    /** Tells whether the definition says anything of its table. */
    boolean hasSettings() {
        return settings != TableSettings.UNSET;
    }

    List<Claim> claims() {
        return claims;
    }

    /** Returns the column at a place among the declared ones. */
    Column<T, ?> declared(int place) {
        return columns.get(place);
    }

    /** Returns the number of columns that were declared so far. */
    int size() {
        return columns.size();
    }

    private <P> List<P> shown(List<P> parts) {
        List<P> shown = new ArrayList<>();
        for (P part : parts) {
            if (!isHidden(part)) {
                shown.add(part);
            }
        }
        return shown;
    }

    void requireClosed() {
        shape();
    }

    ResolvedDefinition<T> shape() {
        ResolvedDefinition<T> present = shape;
        return present != null ? present : close();
    }

    private synchronized ResolvedDefinition<T> close() {
        ResolvedDefinition<T> present = shape;
        if (present == null) {
            present = ResolvedDefinition.of(model, shown(columns), shown(indexes), settings);
            shape = present;
        }
        return present;
    }
}
