package io.bloop.shop;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.shop.AddressModel.ADDRESS;
import static io.bloop.shop.CustomerModel.CUSTOMER;
import static io.bloop.shop.EmailAddressModel.EMAIL_ADDRESS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.transaction.TransactionCancelled;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Keeps the customers, their e-mail addresses and the places that they have things sent to. */
@Service
class Customers {

    private final Engine engine;
    private final BloopTemplate<Customer> customers;
    private final BloopTemplate<EmailAddress> emails;
    private final BloopTemplate<Address> addresses;

    Customers(
            Engine engine,
            BloopTemplate<Customer> customers,
            BloopTemplate<EmailAddress> emails,
            BloopTemplate<Address> addresses) {
        this.engine = engine;
        this.customers = customers;
        this.emails = emails;
        this.addresses = addresses;
    }

    /** Stores a customer and the e-mail address, or neither if one of them is taken. */
    Customer register(Customer customer) {
        try {
            engine.writeTransaction(tx -> tx.insert(customer).insert(EmailAddress.of(customer)));
            return customer;
        } catch (TransactionCancelled cancelled) {
            throw cancelled.unmetKeys(CUSTOMER).isEmpty()
                    ? emailTaken(customer.email(), cancelled)
                    : new Conflict("The customer id '" + customer.customerId() + "' is taken.");
        }
    }

    /** Gives a customer another e-mail address, and frees the one before. */
    Customer changeEmail(String customerId, String email) {
        Customer before = get(customerId);
        Customer after = new Customer(customerId, before.name(), email);
        if (after.equals(before)) {
            return after;
        }
        try {
            engine.writeTransaction(tx -> tx.delete(EmailAddress.of(before))
                    .insert(EmailAddress.of(after))
                    .update(customers
                            .update(CUSTOMER.key(customerId))
                            .set(CUSTOMER.email, email)
                            .onlyIf(CUSTOMER.email.eq(before.email()))));
            return after;
        } catch (TransactionCancelled cancelled) {
            throw emailTaken(email, cancelled);
        }
    }

    private static RuntimeException emailTaken(String email, TransactionCancelled cancelled) {
        return cancelled.unmetKeys(EMAIL_ADDRESS).isEmpty()
                ? cancelled
                : new Conflict("The e-mail address '" + email + "' belongs to another customer.");
    }

    Customer get(String customerId) {
        return customers.find(CUSTOMER.key(customerId), STRONG).orElseThrow(() -> new Unknown("customer", customerId));
    }

    Optional<Customer> findByEmail(String email) {
        return emails.find(EMAIL_ADDRESS.key(email), STRONG).map(found -> get(found.customerId()));
    }

    /** Stores an address, if the customer exists. */
    Address put(Address address) {
        try {
            engine.writeTransaction(tx ->
                    tx.replace(address).checkByKey(CUSTOMER.key(address.customerId()), CUSTOMER.customerId.exists()));
            return address;
        } catch (TransactionCancelled cancelled) {
            throw cancelled.unmetKeys(CUSTOMER).isEmpty() ? cancelled : new Unknown("customer", address.customerId());
        }
    }

    Address address(String customerId, String label) {
        return addresses.find(ADDRESS.key(customerId, label), STRONG).orElseThrow(() -> new Unknown("address", label));
    }

    List<Address> addresses(String customerId) {
        return addresses.query().where(ADDRESS.customerId.eq(customerId)).all();
    }
}
