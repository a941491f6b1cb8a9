package io.bloop.model;

import io.bloop.type.Types;
import java.time.Instant;

/** A definition without columns, which tests of this package declare from outside. */
final class Blank extends ModelDefinition<Blank.Thing> {

    Blank() {
        super(Thing.class);
    }

    static final class Thing {
        String name;
        Long number;
    }

    SetColumn<Thing, String> strings(String name) {
        return column(name, Types.setOf(Types.STRING)).getter(t -> null).setter((t, v) -> {});
    }

    StringColumn<Thing, Instant> instant(String name) {
        return column(name, Types.INSTANT).getter(t -> null).setter((t, v) -> {});
    }

    @Override
    protected Thing create(Values<Thing> values) {
        return new Thing();
    }

    StringColumn<Thing, String> string(String name) {
        return column(name, Types.STRING).getter(thing -> thing.name).setter((thing, value) -> thing.name = value);
    }

    StringColumn<Thing, String> key(String name, String template) {
        return template(name, template);
    }

    /** Returns a column without a setter. */
    StringColumn<Thing, String> computed(String name) {
        return column(name, Types.STRING).getter(thing -> thing.name);
    }

    NumberColumn<Thing, Long> number(String name) {
        return column(name, Types.LONG).getter(thing -> thing.number).setter((thing, value) -> thing.number = value);
    }
}
