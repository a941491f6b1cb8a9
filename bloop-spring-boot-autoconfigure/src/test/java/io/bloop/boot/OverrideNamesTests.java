package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.nothing.NothingApplication;
import io.bloop.boot.shop.Product;
import io.bloop.boot.stock.ShopProduct;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import io.bloop.type.Types;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** How an override finds its model where several have one name. */
class OverrideNamesTests {

    private static final String SHOP = Product.class.getName();
    private static final String STOCK = io.bloop.boot.stock.Product.class.getName();
    private static final String SHOP_PRODUCT = ShopProduct.class.getName();
    private static final String REVIEW = Product.Review.class.getName();

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(SameNames.class)
            .withPropertyValues(
                    "bloop.bind=none",
                    "bloop.endpoint=http://localhost:1",
                    "bloop.table-name-template={table_name}",
                    "bloop.tables.[" + STOCK + "].table-name=stock");

    @ParameterizedTest
    @CsvSource({
        "[io.bloop.boot.shop.Product], io.bloop.boot.shop.Product",
        "[shop.Product], io.bloop.boot.shop.Product",
        "[boot.shop.product], io.bloop.boot.shop.Product",
        "boot-shop-product, io.bloop.boot.shop.Product",
        "iobloopbootshopproduct, io.bloop.boot.shop.Product",
        "shop-product, io.bloop.boot.stock.ShopProduct",
        "[stock.shopproduct], io.bloop.boot.stock.ShopProduct",
        "review, io.bloop.boot.shop.Product$Review",
        "[shop.review], io.bloop.boot.shop.Product$Review",
        "[io.bloop.boot.shop.Product$Review], io.bloop.boot.shop.Product$Review",
        "[io.bloop.boot.shop.Product.Review], io.bloop.boot.shop.Product$Review",
        "[Product.Review], io.bloop.boot.shop.Product$Review",
    })
    void findsAModelByAsMuchOfItsPackageAsIsNeeded(String key, String type) {
        contextRunner
                .withPropertyValues("bloop.tables." + key + ".table-name=meant")
                .run(context -> assertThat(tables(context.getBean(Engine.class)))
                        .containsEntry(STOCK, "stock")
                        .containsEntry(type, "meant")
                        .satisfies(tables -> assertThat(tables.values()).containsOnlyOnce("meant")));
    }

    @Test
    void findsAModelByItsPackageInAVariableOfTheEnvironment() {
        SystemEnvironmentPropertySource variables = new SystemEnvironmentPropertySource(
                "test-systemEnvironment", Map.of("BLOOP_TABLES_BOOTSHOPPRODUCT_TABLENAME", "meant"));
        contextRunner
                .withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(variables))
                .run(context -> assertThat(tables(context.getBean(Engine.class)))
                        .containsEntry(SHOP, "meant")
                        .containsEntry(STOCK, "stock"));
    }

    @Test
    void refusesANameThatSeveralModelsHave() {
        assertThat(FailedStart.of(
                        SameNames.class,
                        "--bloop.bind=none",
                        "--bloop.endpoint=http://localhost:1",
                        "--bloop.tables.product.table-name=products"))
                .isEqualTo(new FailedStart("""
                    Bloop cannot follow its properties (1 problem):

                      - 'bloop.tables.product' is for one model, and 2 have this name: \
                    io.bloop.boot.shop.Product, io.bloop.boot.stock.Product.\
                    """, """
                        Correct it:

                          - bloop.tables.product: Name the model with its package, such as \
                        bloop.tables.[io.bloop.boot.shop.Product].\
                        """));
    }

    @Test
    void refusesAPackageThatHasNoSuchModel() {
        assertThat(FailedStart.of(
                        SameNames.class,
                        "--bloop.bind=none",
                        "--bloop.endpoint=http://localhost:1",
                        "--bloop.tables.[io.bloop.boot.store.Product].table-name=products"))
                .isEqualTo(new FailedStart("""
                    Bloop cannot follow its properties (1 problem):

                      - 'bloop.tables.[io.bloop.boot.store.Product]' is for a model that does not \
                    exist.\
                    """, """
                        Correct it:

                          - bloop.tables.[io.bloop.boot.store.Product]: Did you mean \
                        'io.bloop.boot.stock.Product'?\
                        """));
    }

    private static Map<String, String> tables(Engine engine) {
        return engine.tables().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().type().getName(), Map.Entry::getValue));
    }

    @Configuration(proxyBeanMethods = false)
    @Import(NothingApplication.class)
    static class SameNames {

        @Bean
        ModelDefinition<Product> shop() {
            return new Definition<>(Product.class);
        }

        @Bean
        ModelDefinition<io.bloop.boot.stock.Product> stock() {
            return new Definition<>(io.bloop.boot.stock.Product.class);
        }

        @Bean
        ModelDefinition<ShopProduct> shopProduct() {
            return new Definition<>(ShopProduct.class);
        }

        @Bean
        ModelDefinition<Product.Review> review() {
            return new Definition<>(Product.Review.class);
        }
    }

    static class Definition<T> extends ModelDefinition<T> {

        Definition(Class<T> type) {
            super(type);
            column("id", Types.STRING).getter(T::toString).hashKey();
        }

        @Override
        protected T create(Values<T> values) {
            throw new UnsupportedOperationException();
        }
    }
}
