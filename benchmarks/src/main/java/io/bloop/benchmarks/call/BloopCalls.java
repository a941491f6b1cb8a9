package io.bloop.benchmarks.call;

import static io.bloop.benchmarks.model.OrderModel.ORDER;

import io.bloop.benchmarks.model.Order;
import io.bloop.benchmarks.model.Samples;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.Key;
import io.bloop.read.Consistency;
import io.bloop.table.BindMode;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Calls a template and an engine of this project. */
final class BloopCalls implements BatchCalls {

    private final Engine engine;
    private final BloopTemplate<Order> orders;
    private final Order order = Samples.order(0);
    private final List<Order> many = Samples.orders(MANY);
    private final List<Order> few = Samples.orders(FEW);
    private final List<Order> batch = Samples.orders(BATCH);

    BloopCalls(DynamoDbClient client) {
        this.engine = Engine.builder(client).bindMode(BindMode.NONE).build();
        this.orders = engine.template(ORDER);
        // known to the table from here on
        orders.save(order);
    }

    @Override
    public Order get() {
        return orders.find(ORDER.key(order.getCustomer(), order.getId())).orElseThrow();
    }

    @Override
    public void put() {
        orders.replace(order);
    }

    @Override
    public List<Order> query() {
        return orders.query().where(ORDER.customer.eq(Samples.CUSTOMER)).all();
    }

    @Override
    public void update(String note) {
        order.setNote(note);
        orders.save(order);
    }

    @Override
    public List<Order> batchGet() {
        List<Key<Order>> keys = new ArrayList<>(many.size());
        for (Order wanted : many) {
            keys.add(ORDER.key(wanted.getCustomer(), wanted.getId()));
        }
        return orders.findAll(keys, Consistency.EVENTUAL);
    }

    @Override
    public void bulkWrite() {
        // on this thread, as all others do
        orders.bulk().sideBySide(1).replaceAll(batch);
    }

    @Override
    public void transaction() {
        engine.writeTransaction(tx -> few.forEach(tx::insert));
    }
}
