package com.acme;

import static com.acme.CustomerModel.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.test.BloopTest;
import io.bloop.engine.BloopTemplate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The models of docs/models.md. */
@BloopTest
class ModelsTests {

    private static final UUID ID = UUID.fromString("4f0c8f7e-3b0f-4f5e-9f52-6a3a55d2b0c1");

    @Autowired
    BloopTemplate<Customer> customers;

    private static Customer ada() {
        Address home = new Address("Main Street 1", "10115", "Berlin");
        return new Customer(
                ID, "Ada", Customer.Level.GOLD, Set.of("early"), List.of(home), new Sku("A-1"), 0, null, null);
    }

    @Test
    void aRecordComesBackWithItsVersionAndItsTimes() {
        Customer saved = customers.save(ada());
        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.createdOn()).isNotNull().isEqualTo(saved.modifiedOn());
        assertThat(customers.find(ID)).contains(saved);
    }

    @Test
    void aConditionReachesIntoADocument() {
        Customer customer = ada();
        customers.save(customer);

        List<Customer> inBerlin = customers.scan()
                .filter(CUSTOMER.addresses.at(0).city.eq("Berlin"))
                .all();
        assertThat(inBerlin).extracting(Customer::name).containsExactly("Ada");

        customers.update(ID).set(CUSTOMER.addresses.at(0).street, "Main Street 2").run();
        assertThat(customers.find(ID).orElseThrow().addresses().get(0).street()).isEqualTo("Main Street 2");
        assertThat(customers.find(ID).orElseThrow().favourite()).isEqualTo(new Sku("A-1"));
        customers.update(ID).remove(CUSTOMER.level).run();
        assertThat(customers.find(ID).orElseThrow().level()).isEqualTo(Customer.Level.STANDARD);
        customers.deleteByKey(CUSTOMER.key(ID));
    }
}
