package io.bloop.boot.links;

import static io.bloop.type.Types.STRING;

import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Abstract, so that no bean may come of it. */
public abstract class OwnedModel<T> extends ModelDefinition<T> {

    public final StringColumn<T, String> owner;

    @SuppressWarnings("this-escape") // a definition's columns are declared by its own methods
    protected OwnedModel(Class<T> type, Function<T, String> getter, BiConsumer<T, String> setter) {
        super(type);
        owner = column("owner", STRING).getter(getter).setter(setter);
    }
}
