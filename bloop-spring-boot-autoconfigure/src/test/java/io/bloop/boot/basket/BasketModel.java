package io.bloop.boot.basket;

import static io.bloop.type.Types.STRING;

import io.bloop.boot.basket.BasketItem.Basket;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

public final class BasketModel extends ModelDefinition<Basket> {

    public static final BasketModel BASKET = new BasketModel();

    public final StringColumn<Basket, String> basketId =
            column("basketId", STRING).getter(Basket::basketId);
    public final StringColumn<Basket, String> owner = column("owner", STRING).getter(Basket::owner);
    public final StringColumn<Basket, String> pk =
            template("PK", "BASKET#{basketId}").hashKey();
    public final StringColumn<Basket, String> sk = template("SK", "#").rangeKey();

    private BasketModel() {
        super(Basket.class);
        table(t -> t.named("baskets"));
    }

    @Override
    protected Basket create(Values<Basket> values) {
        return new Basket(values.get(basketId, ""), values.get(owner, ""));
    }
}
