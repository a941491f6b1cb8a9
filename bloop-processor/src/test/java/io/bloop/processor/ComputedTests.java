package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Getters without fields. */
@Tag("once")
class ComputedTests {

    @Test
    @DisplayName("M29 a getter that is marked is a column, perhaps a key, and objects are never given its value")
    void aMarkedGetterIsAColumn() throws IOException {
        Compilation compilation = Compilation.of("""
                @Model
                @GlobalSecondaryIndex(name = "byDomain", hashKey = "domain", rangeKey = "total", projection = Projection.ALL)
                class User extends BaseModel {
                    @HashKey String id;
                    String email;
                    long price;
                    private Integer quantity;
                    Integer getQuantity() { return quantity; }
                    void setQuantity(Integer quantity) { this.quantity = quantity; }

                    @Computed(from = "email")
                    String getDomain() { return email; }

                    @Computed(from = {"price", "quantity"}) @Column("sum")
                    long total() { return price * quantity; }
                }
                """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("UserModel"))
                .contains(
                        "    public final StringColumn<User, String> domain = column(\"domain\", STRING)"
                                + ".computedFrom(\"email\");\n",
                        "column(\"total\", LONG).storedAs(\"sum\").computedFrom(\"price\", \"quantity\");\n",
                        "            case 4 -> object.getDomain();\n            case 5 -> object.total();\n")
                .doesNotContain("object.total() =", "out.put(total", "values.get(total)", "case 5 -> object.set");
    }

    @Test
    @DisplayName("M29 a method of a record is a column, and the key of its table")
    void aMethodOfARecordIsAColumn() throws IOException {
        Compilation compilation = Compilation.of("""
                @Model
                record Order(String customer, String number) {
                    @Computed(from = {"customer", "number"}) @HashKey
                    String id() { return customer + "/" + number; }
                }
                """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("OrderModel"))
                .contains(
                        "column(\"id\", STRING).computedFrom(\"customer\", \"number\").hashKey();",
                        "return new Order(values.get(customer), values.get(number));",
                        "public Key<Order> key(String id) {");
    }

    private static List<String> messages(String members) {
        return Compilation.of("""
                @Model
                class User {
                    @HashKey String id;
                    String email;
                    @Version long version;
                    %s
                }
                """.formatted(members)).messages();
    }

    @Test
    @DisplayName("M29 the columns that a getter reads are named, and neither computed nor written by the engine")
    void theInputsAreNamed() {
        assertThat(messages("@Computed(from = {}) String a() { return id; }"))
                .containsExactly(
                        "error at 6 {}) String a() { return id; }: Column 'a' is computed from no column; name "
                                + "those that its getter reads.");
        assertThat(messages("@Computed(from = \"emial\") String a() { return id; }"))
                .containsExactly(
                        "error at 6 \"emial\") String a() { return id; }: Column 'a' is computed from 'emial', "
                                + "and User has no such column. Did you mean 'email'?");
        assertThat(messages("""
                        @Computed(from = "id") String a() { return id; }
                        @Computed(from = "a") String b() { return id; }"""))
                .containsExactly(
                        "error at 7 \"a\") String b() { return id; }: Column 'b' is computed from 'a', which is "
                                + "computed too; name the columns that this one is computed from.");
        assertThat(messages("@Computed(from = \"version\") String a() { return id; }"))
                .containsExactly("error at 6 \"version\") String a() { return id; }: Column 'a' is computed from "
                        + "'version', which the engine itself writes; name columns that objects have a value for.");
    }

    @Test
    @DisplayName("M30 what has no effect on a getter without a field is an error")
    void whatHasNoEffectIsAnError() {
        assertThat(messages("@Computed(from = \"id\") String getEmail() { return id; }"))
                .containsExactly(
                        "error at 6 @Computed(from = \"id\") String getEmail() { return id; }: Column 'email' is "
                                + "marked with @Computed, which is for a getter without a field; take the annotation away, or "
                                + "remove the field.");
        assertThat(messages("@Computed(from = \"id\") @Default(\"x\") String a() { return id; }"))
                .containsExactly("error at 6 @Default(\"x\") String a() { return id; }: Column 'a' is computed, and "
                        + "@Default(\"x\") has no effect on it; take one of the two away.");
        assertThat(messages("@Computed(from = \"id\") @Modified Instant a() { return null; }"))
                .containsExactly("error at 6 @Modified Instant a() { return null; }: Column 'a' is computed, and the "
                        + "engine itself writes it; keep one of the two.");
        assertThat(messages("@Computed(from = \"id\") private String a() { return id; }"))
                .containsExactly("error at 6 @Computed(from = \"id\") private String a() { return id; }: Column 'a' is "
                        + "computed by a getter that UserModel cannot call; make it package-private or wider, without "
                        + "exceptions.");
    }
}
