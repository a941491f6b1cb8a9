package io.bloop.shop;

import io.bloop.annotation.Document;
import jakarta.validation.constraints.NotBlank;

/** Street, city and country, of an address and of the orders that were sent there. */
@Document
record Destination(
        @NotBlank String street,
        @NotBlank String city,
        @NotBlank String country) {}
