package io.bloop.boot.visits;

import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;

import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.StreamView;

public final class VisitModel extends ModelDefinition<Visit> {

    public static final VisitModel VISIT = new VisitModel();

    public final StringColumn<Visit, String> id =
            column("id", STRING).getter(Visit::id).hashKey();
    public final NumberColumn<Visit, Integer> count = column("count", INTEGER).getter(Visit::count);

    private VisitModel() {
        super(Visit.class);
        table(t -> t.stream(StreamView.NEW_AND_OLD));
    }

    @Override
    protected Visit create(Values<Visit> values) {
        return new Visit(values.get(id), values.get(count, 0));
    }
}
