package io.bloop.benchmarks.claim;

import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.UUID;

import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

/** The same columns, whose items are told from those of others in one of several ways. */
final class ParcelModel extends ModelDefinition<Parcel> {

    final StringColumn<Parcel, String> customer =
            column("customer", STRING).getter(p -> p.customer).setter((p, v) -> p.customer = v);
    private final StringColumn<Parcel, java.util.UUID> id =
            column("id", UUID).getter(p -> p.id).setter((p, v) -> p.id = v);

    ParcelModel(Claiming claiming) {
        super(Parcel.class);
        column("status", STRING).getter(p -> p.status).setter((p, v) -> p.status = v);
        column("note", STRING).getter(p -> p.note).setter((p, v) -> p.note = v);
        column("grams", LONG.orElse(0L)).getter(p -> p.grams).setter((p, v) -> p.grams = v == null ? 0 : v);
        column("pieces", LONG.orElse(0L)).getter(p -> p.pieces).setter((p, v) -> p.pieces = v == null ? 0 : v);
        if (claiming == Claiming.PREFIXES) {
            template("PK", "CUSTOMER#{customer}").hashKey();
            template("SK", "PARCEL#{id}").rangeKey();
        } else {
            customer.hashKey();
            id.rangeKey();
        }
        if (claiming == Claiming.DISCRIMINATOR) {
            discriminator("type", "parcel");
        }
    }

    @Override
    protected Parcel create(Values<Parcel> values) {
        return new Parcel();
    }
}
