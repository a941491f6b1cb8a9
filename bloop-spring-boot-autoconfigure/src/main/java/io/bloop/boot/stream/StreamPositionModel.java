package io.bloop.boot.stream;

import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;

import io.bloop.lease.internal.LeaseColumns;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.Billing;

/** The model of the table of positions. */
final class StreamPositionModel extends ModelDefinition<StreamPosition> {

    final StringColumn<StreamPosition, String> listener =
            column("listener", STRING).getter(StreamPosition::listener).hashKey();
    final StringColumn<StreamPosition, String> token = column("token", STRING).getter(StreamPosition::token);
    final StringColumn<StreamPosition, String> owner = column("owner", STRING).getter(StreamPosition::owner);
    final NumberColumn<StreamPosition, Long> counter = column("counter", LONG).getter(StreamPosition::counter);
    final NumberColumn<StreamPosition, Long> leaseMillis =
            column("leaseMillis", LONG).getter(StreamPosition::leaseMillis);

    final LeaseColumns<StreamPosition> lease = new LeaseColumns<>(owner, counter, leaseMillis);

    StreamPositionModel(String table) {
        super(StreamPosition.class);
        table(t -> t.named(table).billing(Billing.ON_DEMAND));
    }

    @Override
    protected StreamPosition create(Values<StreamPosition> values) {
        return new StreamPosition(
                values.get(listener, ""),
                values.get(token),
                values.get(owner),
                values.get(counter, 0L),
                values.get(leaseMillis, 0L));
    }
}
