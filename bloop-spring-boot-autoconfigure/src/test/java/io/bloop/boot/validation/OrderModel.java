package io.bloop.boot.validation;

import static io.bloop.boot.validation.LineDocument.LINE;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;

import io.bloop.boot.validation.Order.Line;
import io.bloop.model.DocumentColumn;
import io.bloop.model.ListColumn;
import io.bloop.model.MapColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import java.util.Map;

final class OrderModel extends ModelDefinition<Order> {

    static final OrderModel ORDER = new OrderModel();

    final StringColumn<Order, String> id =
            column("id", STRING).getter(o -> o.id).setter((o, v) -> o.id = v).hashKey();
    final StringColumn<Order, String> note = column("note", STRING)
            .getter(o -> o.note)
            .setter((o, v) -> o.note = v)
            .storedAs("n");
    final NumberColumn<Order, Long> total =
            column("total", LONG).getter(o -> o.total).setter((o, v) -> o.total = v);
    final DocumentColumn<Order, Line> line = column("line", LINE)
            .getter(o -> o.line)
            .setter((o, v) -> o.line = v)
            .storedAs("l");
    final DocumentColumn<Order, Line> unchecked =
            column("unchecked", LINE).getter(o -> o.unchecked).setter((o, v) -> o.unchecked = v);
    final ListColumn<Order, Line> lines =
            column("lines", listOf(LINE)).getter(o -> o.lines).setter((o, v) -> o.lines = v);
    final ListColumn<Order, Line> oldStyle =
            column("oldStyle", listOf(LINE)).getter(o -> o.oldStyle).setter((o, v) -> o.oldStyle = v);
    final ListColumn<Order, String> names =
            column("names", listOf(STRING)).getter(o -> o.names).setter((o, v) -> o.names = v);
    final SetColumn<Order, String> tags =
            column("tags", setOf(STRING)).getter(o -> o.tags).setter((o, v) -> o.tags = v);
    final MapColumn<Order, String, Line> byName =
            column("byName", mapOf(LINE)).getter(o -> o.byName).setter((o, v) -> o.byName = v);
    final MapColumn<Order, String, Integer> counts =
            column("counts", mapOf(INTEGER)).getter(o -> o.counts).setter((o, v) -> o.counts = v);
    final ListColumn<Order, Map<String, String>> grid =
            column("grid", listOf(mapOf(STRING))).getter(o -> o.grid).setter((o, v) -> o.grid = v);

    private OrderModel() {
        super(Order.class);
    }

    @Override
    protected Order create(Values<Order> values) {
        return new Order();
    }
}
