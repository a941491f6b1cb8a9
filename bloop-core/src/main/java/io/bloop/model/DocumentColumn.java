package io.bloop.model;

import io.bloop.type.DocumentType;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a document; a path of that document's own names its members.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <D> the class of the document
 * @since 0.1.0
 */
public final class DocumentColumn<T, D> extends Column<T, D> {

    private final DocumentType<D> type;

    DocumentColumn(Declaration<T> declaration, DocumentType<D> type) {
        super(declaration);
        this.type = type;
    }

    @Override
    public DocumentType<D> type() {
        return type;
    }

    @Override
    public DocumentColumn<T, D> storedAs(String attribute) {
        super.storedAs(attribute);
        return this;
    }

    @Override
    public DocumentColumn<T, D> getter(Function<? super T, ? extends @Nullable D> getter) {
        super.getter(getter);
        return this;
    }

    @Override
    public DocumentColumn<T, D> setter(BiConsumer<? super T, @Nullable D> setter) {
        super.setter(setter);
        return this;
    }

    @Override
    public DocumentColumn<T, D> keepInitial() {
        super.keepInitial();
        return this;
    }

    @Override
    public DocumentColumn<T, D> computedFrom(String... columns) {
        super.computedFrom(columns);
        return this;
    }
}
