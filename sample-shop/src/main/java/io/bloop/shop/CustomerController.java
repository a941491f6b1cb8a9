package io.bloop.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Serves the customers. */
@RestController
@RequestMapping("/api/customers")
class CustomerController {

    record NewCustomer(
            @Id String customerId,
            @NotBlank String name,
            @NotBlank @Email String email) {}

    record NewEmail(@NotBlank @Email String email) {}

    private final Customers customers;

    CustomerController(Customers customers) {
        this.customers = customers;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Customer register(@Valid @RequestBody NewCustomer wanted) {
        return customers.register(new Customer(wanted.customerId(), wanted.name(), lowerCase(wanted.email())));
    }

    @PutMapping("/{customerId}/email")
    Customer changeEmail(@PathVariable @Id String customerId, @Valid @RequestBody NewEmail wanted) {
        return customers.changeEmail(customerId, lowerCase(wanted.email()));
    }

    @GetMapping("/{customerId}")
    Customer show(@PathVariable @Id String customerId) {
        return customers.get(customerId);
    }

    @GetMapping
    Customer showByEmail(@RequestParam String email) {
        return customers.findByEmail(lowerCase(email)).orElseThrow(() -> new Unknown("customer", email));
    }

    @PutMapping("/{customerId}/addresses/{label}")
    Address put(
            @PathVariable @Id String customerId,
            @PathVariable @Id String label,
            @Valid @RequestBody Destination destination) {
        return customers.put(new Address(customerId, label, destination));
    }

    @GetMapping("/{customerId}/addresses")
    List<Address> addresses(@PathVariable @Id String customerId) {
        return customers.addresses(customerId);
    }

    /** Two addresses that differ in their case alone are one. */
    private static String lowerCase(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
