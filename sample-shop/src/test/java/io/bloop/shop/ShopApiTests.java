package io.bloop.shop;

import io.bloop.boot.test.AutoConfigureBloop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the API answers where something is wrong; the README shows the answers where nothing is. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureBloop
class ShopApiTests {

    @LocalServerPort
    int port;

    private RestTestClient client;

    @BeforeEach
    void connect() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/api")
                .build();
    }

    private RestTestClient.ResponseSpec send(HttpMethod method, String path, Object body) {
        return client.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.BodyContentSpec refused(int status, RestTestClient.ResponseSpec response) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody();
    }

    private void register(String customerId, String email) {
        send(HttpMethod.POST, "/customers", Map.of("customerId", customerId, "name", "Name", "email", email))
                .expectStatus()
                .isCreated();
    }

    @Test
    void anEmailAddressInAnotherCaseIsTaken() {
        register("ada", "Ada@Example.com");

        refused(
                        409,
                        send(
                                HttpMethod.POST,
                                "/customers",
                                Map.of("customerId", "a2", "name", "A", "email", "ADA@example.com")))
                .jsonPath("$.detail")
                .isEqualTo("The e-mail address 'ada@example.com' belongs to another customer.");
        client.get()
                .uri("/customers?email=ADA@EXAMPLE.COM")
                .exchange()
                .expectBody()
                .jsonPath("$.customerId")
                .isEqualTo("ada");
    }

    @Test
    void aProblemNamesTheProductsThatThereAreTooFewOf() {
        register("bob", "bob@example.com");
        send(HttpMethod.PUT, "/customers/bob/addresses/home", Map.of("street", "S", "city", "C", "country", "GB"));
        for (String sku : List.of("few", "none")) {
            send(
                    HttpMethod.POST,
                    "/products",
                    Map.of("sku", sku, "name", sku, "category", "c", "priceInCents", 1, "stock", 0));
            send(HttpMethod.PUT, "/customers/bob/cart/" + sku, Map.of("quantity", 1));
        }

        refused(409, send(HttpMethod.PUT, "/orders/o-1", Map.of("customerId", "bob", "address", "home")))
                .jsonPath("$.detail")
                .isEqualTo("There are too few of: few, none.")
                .jsonPath("$.products")
                .isEqualTo(List.of("few", "none"));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        refused(400, send(HttpMethod.POST, "/customers", Map.of("customerId", "a#b", "name", " ", "email", "nowhere")))
                .jsonPath("$.detail")
                .isEqualTo("3 fields are wrong.")
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("customerId", "email", "name"))
                .jsonPath("$.errors[0].message")
                .isEqualTo("has to be 1 to 40 letters, digits and dashes");
    }

    @Test
    void wrongFieldsAndWrongPartsOfThePathAreNamedTogether() {
        refused(400, send(HttpMethod.PUT, "/orders/a.b", Map.of("customerId", "a#b")))
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("address", "customerId", "orderId"));
    }

    @ParameterizedTest
    @CsvSource({
        "/customers/none,There is no customer 'none'.",
        "/customers?email=none@example.com,There is no customer 'none@example.com'.",
        "/customers/none/cart,There is no cart of 'none'.",
        "/products/none,There is no product 'none'.",
        "/orders/none,There is no order 'none'."
    })
    void whatDoesNotExistIsNotFound(String path, String detail) {
        refused(404, client.get().uri(path).exchange()).jsonPath("$.detail").isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({"limit=0,limit", "limit=101,limit", "token=abc,token"})
    void aWrongParameterOfAListIsNamed(String parameter, String field) {
        refused(400, client.get().uri("/customers/ada/orders?" + parameter).exchange())
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of(field));
    }

    @ParameterizedTest
    @CsvSource({"GET,/nowhere,404", "DELETE,/orders/o-1,405", "GET,/orders?state=LOST,400", "PUT,/orders/o-1,400"})
    void aRequestThatNothingTakesIsAProblemDetail(HttpMethod method, String path, int status) {
        refused(
                        status,
                        client.method(method)
                                .uri(path)
                                .contentType(MediaType.APPLICATION_JSON)
                                .exchange())
                .jsonPath("$.status")
                .isEqualTo(status);
    }
}
