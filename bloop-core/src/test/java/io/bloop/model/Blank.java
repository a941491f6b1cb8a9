package io.bloop.model;

import io.bloop.type.Types;

/** Is a definition without columns, which tests of this package declare from outside. */
final class Blank extends ModelDefinition<Blank.Thing> {

    Blank() {
        super(Thing.class);
    }

    static final class Thing {
        String name;
        Long number;
    }

    @Override
    protected Thing create(Values<Thing> values) {
        return new Thing();
    }

    StringColumn<Thing, String> string(String name) {
        return column(name, Types.STRING, thing -> thing.name, (thing, value) -> thing.name = value);
    }

    NumberColumn<Thing, Long> number(String name) {
        return column(name, Types.LONG, thing -> thing.number, (thing, value) -> thing.number = value);
    }
}
