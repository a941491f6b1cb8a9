package io.bloop.migration;

import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;

import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

/** A record of a table that migrations change. */
record Person(String id, String email, String first, String last, Long visits) {

    static final PersonModel PERSON = new PersonModel("people");

    /** Maps people; what else an item has, such as a name in one piece, it does not know. */
    static final class PersonModel extends ModelDefinition<Person> {

        final StringColumn<Person, String> id =
                column("id", STRING).getter(Person::id).hashKey();
        final StringColumn<Person, String> email = column("email", STRING).getter(Person::email);
        final StringColumn<Person, String> first = column("first", STRING).getter(Person::first);
        final StringColumn<Person, String> last = column("last", STRING).getter(Person::last);
        final NumberColumn<Person, Long> visits = column("visits", LONG).getter(Person::visits);

        PersonModel(String table) {
            super(Person.class);
            table(t -> t.named(table));
        }

        @Override
        protected Person create(Values<Person> values) {
            return new Person(
                    values.get(id), values.get(email), values.get(first), values.get(last), values.get(visits));
        }
    }
}
