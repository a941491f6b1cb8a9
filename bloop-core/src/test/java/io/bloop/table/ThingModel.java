package io.bloop.table;

import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.TIMESTAMP;

import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.TableSettings;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A model whose table is called Thing, and has the hash key id (S); tests add what they are about. */
@SuppressWarnings("this-escape") // a declaration calls nothing of a subclass
public class ThingModel extends ModelDefinition<ThingModel.Thing> {

    public record Thing(String id, String kind, Long size, Instant expires) {}

    public final StringColumn<Thing, String> id =
            column("id", STRING).getter(Thing::id).hashKey();
    public final StringColumn<Thing, String> kind = column("kind", STRING).getter(Thing::kind);
    public final NumberColumn<Thing, Long> size = column("size", LONG).getter(Thing::size);
    public final NumberColumn<Thing, Instant> expires =
            column("expires", TIMESTAMP).getter(Thing::expires);

    public ThingModel() {
        this("Thing", settings -> settings);
    }

    public ThingModel(UnaryOperator<TableSettings> settings) {
        this("Thing", settings);
    }

    public ThingModel(String name, UnaryOperator<TableSettings> settings) {
        super(Thing.class, name);
        table(t -> settings.apply(t.named("Thing")));
    }

    @Override
    protected Thing create(Values<Thing> values) {
        return new Thing(values.get(id), values.get(kind), values.get(size), values.get(expires));
    }
}
