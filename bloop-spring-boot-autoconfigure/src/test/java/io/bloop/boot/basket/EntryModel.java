package io.bloop.boot.basket;

import static io.bloop.type.Types.STRING;

import io.bloop.boot.basket.BasketItem.Entry;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

public final class EntryModel extends ModelDefinition<Entry> {

    public static final EntryModel ENTRY = new EntryModel();

    public final StringColumn<Entry, String> basketId =
            column("basketId", STRING).getter(Entry::basketId);
    public final StringColumn<Entry, String> sku = column("sku", STRING).getter(Entry::sku);
    public final StringColumn<Entry, String> pk =
            template("PK", "BASKET#{basketId}").hashKey();
    public final StringColumn<Entry, String> sk = template("SK", "ENTRY#{sku}").rangeKey();

    private EntryModel() {
        super(Entry.class);
        table(t -> t.named("baskets"));
    }

    @Override
    protected Entry create(Values<Entry> values) {
        return new Entry(values.get(basketId, ""), values.get(sku, ""));
    }
}
