package io.bloop.shop;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.shop.ProductModel.PRODUCT;
import static io.bloop.write.WriteOptions.once;

import io.bloop.engine.BloopTemplate;
import io.bloop.request.ConstraintViolation;
import io.bloop.write.Update;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Keeps the products and their stock. */
@Service
class Products {

    private final BloopTemplate<Product> products;

    Products(BloopTemplate<Product> products) {
        this.products = products;
    }

    Product add(Product product) {
        try {
            return products.insert(product, once());
        } catch (ConstraintViolation taken) {
            throw new Conflict("The SKU '" + product.sku() + "' is taken.");
        }
    }

    /** Adds to the stock of a product, once, even if the response to an attempt is lost. */
    Product deliver(String sku, int quantity) {
        try {
            giving(sku, quantity).once().run();
            return get(sku);
        } catch (ConstraintViolation unknown) {
            throw new Unknown("product", sku);
        }
    }

    /** Makes the part of a transaction that takes from the stock, if there is enough. */
    Update<Product> taking(String sku, int quantity) {
        return products.update(PRODUCT.key(sku))
                .add(PRODUCT.stock, (long) -quantity)
                .onlyIf(PRODUCT.stock.ge((long) quantity));
    }

    /** Makes an update that adds to the stock of a product that exists. */
    Update<Product> giving(String sku, int quantity) {
        return products.update(PRODUCT.key(sku))
                .add(PRODUCT.stock, (long) quantity)
                .onlyIf(PRODUCT.stock.exists());
    }

    Product get(String sku) {
        return products.find(PRODUCT.key(sku), STRONG).orElseThrow(() -> new Unknown("product", sku));
    }

    List<Product> getAll(Collection<String> skus) {
        return products.findAll(skus.stream().map(PRODUCT::key).toList(), STRONG);
    }

    List<Product> ofCategory(String category) {
        return products.query(PRODUCT.byCategory)
                .where(PRODUCT.category.eq(category))
                .all();
    }
}
