package io.bloop.boot.parcels;

import static io.bloop.type.Types.STRING;

import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

public final class ParcelModel extends ModelDefinition<Parcel> {

    public static final ParcelModel PARCEL = new ParcelModel();

    public final StringColumn<Parcel, String> id =
            column("id", STRING).getter(p -> p.id).setter((p, v) -> p.id = v).hashKey();

    private ParcelModel() {
        super(Parcel.class);
    }

    @Override
    protected Parcel create(Values<Parcel> values) {
        return new Parcel();
    }
}
