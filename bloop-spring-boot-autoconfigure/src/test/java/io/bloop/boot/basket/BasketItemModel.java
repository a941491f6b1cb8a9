package io.bloop.boot.basket;

import static io.bloop.type.Types.STRING;

import io.bloop.model.StringColumn;
import io.bloop.model.SupertypeDefinition;
import java.util.List;

public final class BasketItemModel extends SupertypeDefinition<BasketItem> {

    public static final BasketItemModel BASKET_ITEM = new BasketItemModel();

    public final StringColumn<BasketItem, String> basketId = column("basketId", STRING);
    public final StringColumn<BasketItem, String> pk =
            template("PK", "BASKET#{basketId}").hashKey();
    public final StringColumn<BasketItem, String> sk = column("SK", STRING).rangeKey();

    private BasketItemModel() {
        super(BasketItem.class, List.of(BasketModel.BASKET, EntryModel.ENTRY));
    }
}
