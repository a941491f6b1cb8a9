package io.bloop.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Serves the products. */
@RestController
@RequestMapping("/api/products")
class ProductController {

    record NewProduct(
            @Id String sku,
            @NotBlank String name,
            @Id String category,
            @Positive long priceInCents,
            @PositiveOrZero long stock) {}

    record Delivery(@Positive @Max(1_000_000) int quantity) {}

    private final Products products;

    ProductController(Products products) {
        this.products = products;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Product add(@Valid @RequestBody NewProduct wanted) {
        return products.add(
                new Product(wanted.sku(), wanted.name(), wanted.category(), wanted.priceInCents(), wanted.stock()));
    }

    @PostMapping("/{sku}/deliveries")
    Product deliver(@PathVariable @Id String sku, @Valid @RequestBody Delivery delivery) {
        return products.deliver(sku, delivery.quantity());
    }

    @GetMapping("/{sku}")
    Product show(@PathVariable @Id String sku) {
        return products.get(sku);
    }

    @GetMapping
    List<Product> list(@RequestParam @Id String category) {
        return products.ofCategory(category);
    }
}
