package io.bloop.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomersTests extends ShopTest {

    @Test
    void registeringStoresTheCustomerAndTheEmailAddress() {
        customers.register(new Customer("ada", "Ada", "ada@example.com"));

        assertThat(storedUnder("CUSTOMER#ada"))
                .containsExactly(Map.of(
                        "PK", s("CUSTOMER#ada"),
                        "SK", s("#"),
                        "customerId", s("ada"),
                        "name", s("Ada"),
                        "email", s("ada@example.com")));
        assertThat(storedUnder("EMAIL#ada@example.com"))
                .containsExactly(Map.of("PK", s("EMAIL#ada@example.com"), "SK", s("#"), "customerId", s("ada")));
    }

    @Test
    void aTakenEmailAddressStoresNoCustomer() {
        registered("bob");

        assertThatThrownBy(() -> customers.register(new Customer("bob-2", "Bob", "bob@example.com")))
                .isInstanceOf(Conflict.class)
                .hasMessage("The e-mail address 'bob@example.com' belongs to another customer.");
        assertNothingIsStoredUnder("CUSTOMER#bob-2");
        assertThat(customers.findByEmail("bob@example.com").orElseThrow().customerId())
                .isEqualTo("bob");
    }

    @Test
    void aTakenIdStoresNoEmailAddress() {
        registered("cyd");

        assertThatThrownBy(() -> customers.register(new Customer("cyd", "Cyd", "other@example.com")))
                .isInstanceOf(Conflict.class)
                .hasMessage("The customer id 'cyd' is taken.");
        assertNothingIsStoredUnder("EMAIL#other@example.com");
    }

    @Test
    void ofManyWhoWantAnEmailAddressAtTheSameTimeOneGetsIt() {
        List<Boolean> outcomes = SameTime.run(IntStream.range(0, 8)
                .<Runnable>mapToObj(
                        i -> () -> customers.register(new Customer("twin-" + i, "Twin", "twin@example.com")))
                .toList());

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(IntStream.range(0, 8)
                        .filter(i -> !storedUnder("CUSTOMER#twin-" + i).isEmpty()))
                .hasSize(1);
    }

    @Test
    void anotherEmailAddressFreesTheOneBefore() {
        registered("dan");

        customers.changeEmail("dan", "daniel@example.com");

        assertNothingIsStoredUnder("EMAIL#dan@example.com");
        assertThat(stored("EMAIL#daniel@example.com", "#")).containsEntry("customerId", s("dan"));
        assertThat(stored("CUSTOMER#dan", "#")).containsEntry("email", s("daniel@example.com"));
        customers.register(new Customer("dan-2", "Dan", "dan@example.com"));
    }

    @Test
    void anEmailAddressOfSomebodyElseIsNotTakenOver() {
        registered("eve");
        registered("fay");

        assertThatThrownBy(() -> customers.changeEmail("fay", "eve@example.com"))
                .isInstanceOf(Conflict.class)
                .hasMessage("The e-mail address 'eve@example.com' belongs to another customer.");
        assertThat(stored("CUSTOMER#fay", "#")).containsEntry("email", s("fay@example.com"));
        assertThat(stored("EMAIL#fay@example.com", "#")).isNotEmpty();
        assertThat(stored("EMAIL#eve@example.com", "#")).containsEntry("customerId", s("eve"));
    }

    @Test
    void theEmailAddressThatACustomerHasChangesNothing() {
        registered("gus");

        assertThat(customers.changeEmail("gus", "gus@example.com").email()).isEqualTo("gus@example.com");

        assertThat(stored("EMAIL#gus@example.com", "#")).isNotEmpty();
    }

    @Test
    void anAddressIsAnItemBesideItsCustomer() {
        registered("hal");
        customers.put(new Address("hal", "work", HOME));

        assertThat(stored("CUSTOMER#hal", "ADDRESS#work"))
                .isEqualTo(Map.of("PK", s("CUSTOMER#hal"), "SK", s("ADDRESS#work"), "destination", destination()));
        assertThat(customers.addresses("hal")).extracting(Address::label).containsExactly("home", "work");
        assertThatThrownBy(() -> customers.put(new Address("nobody", "home", HOME)))
                .isInstanceOf(Unknown.class)
                .hasMessage("There is no customer 'nobody'.");
        assertNothingIsStoredUnder("CUSTOMER#nobody");
    }
}
