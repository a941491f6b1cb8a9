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
            column("id", STRING, o -> o.id, (o, v) -> o.id = v).hashKey();
    final StringColumn<Order, String> note =
            column("note", STRING, o -> o.note, (o, v) -> o.note = v).storedAs("n");
    final NumberColumn<Order, Long> total = column("total", LONG, o -> o.total, (o, v) -> o.total = v);
    final DocumentColumn<Order, Line> line =
            column("line", LINE, o -> o.line, (o, v) -> o.line = v).storedAs("l");
    final DocumentColumn<Order, Line> unchecked =
            column("unchecked", LINE, o -> o.unchecked, (o, v) -> o.unchecked = v);
    final ListColumn<Order, Line> lines = column("lines", listOf(LINE), o -> o.lines, (o, v) -> o.lines = v);
    final ListColumn<Order, Line> oldStyle =
            column("oldStyle", listOf(LINE), o -> o.oldStyle, (o, v) -> o.oldStyle = v);
    final ListColumn<Order, String> names = column("names", listOf(STRING), o -> o.names, (o, v) -> o.names = v);
    final SetColumn<Order, String> tags = column("tags", setOf(STRING), o -> o.tags, (o, v) -> o.tags = v);
    final MapColumn<Order, Line> byName = column("byName", mapOf(LINE), o -> o.byName, (o, v) -> o.byName = v);
    final MapColumn<Order, Integer> counts = column("counts", mapOf(INTEGER), o -> o.counts, (o, v) -> o.counts = v);
    final ListColumn<Order, Map<String, String>> grid =
            column("grid", listOf(mapOf(STRING)), o -> o.grid, (o, v) -> o.grid = v);

    private OrderModel() {
        super(Order.class);
    }

    @Override
    protected Order create(Values<Order> values) {
        return new Order();
    }
}
