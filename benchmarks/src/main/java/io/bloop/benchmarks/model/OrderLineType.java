package io.bloop.benchmarks.model;

import static io.bloop.type.Types.BIG_DECIMAL;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;

import io.bloop.type.DocumentType;
import io.bloop.type.ListType;
import io.bloop.type.MemberValues;

/** Stores the lines of an order as M. */
@SuppressWarnings("NullAway") // an absent member is null, whatever the field says
final class OrderLineType extends DocumentType<OrderLine> {

    static final ListType<OrderLine> LINES = listOf(new OrderLineType());

    private OrderLineType() {
        super(OrderLine.class);
        member("article", STRING, l -> l.article, (l, v) -> l.article = v);
        member("quantity", INTEGER.orElse(0), l -> l.quantity, (l, v) -> l.quantity = v);
        member("price", BIG_DECIMAL, l -> l.price, (l, v) -> l.price = v);
    }

    @Override
    protected OrderLine create(MemberValues<OrderLine> values) {
        return new OrderLine();
    }
}
