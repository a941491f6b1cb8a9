package io.bloop.boot.links;

import static io.bloop.type.Types.STRING;

import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

public final class DailyVisitsModel extends ModelDefinition<DailyVisits> {

    public static final DailyVisitsModel DAILY_VISITS = new DailyVisitsModel();

    public final StringColumn<DailyVisits, String> day =
            column("day", STRING).getter(DailyVisits::day).hashKey();

    private DailyVisitsModel() {
        super(DailyVisits.class);
    }

    @Override
    protected DailyVisits create(Values<DailyVisits> values) {
        return new DailyVisits(values.get(day));
    }
}
