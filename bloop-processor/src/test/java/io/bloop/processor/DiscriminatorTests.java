package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The text that tells the items of an annotated model from those of others. */
@Tag("once")
class DiscriminatorTests {

    @Test
    @DisplayName("P2 a discriminator is declared with its texts, the one that is written first")
    void aDiscriminatorIsDeclared() throws IOException {
        Compilation compilation = Compilation.of("""
                @Model
                @Discriminator(attribute = "type", value = {"order", "purchase"})
                record Order(@HashKey String id) {}
                """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("OrderModel"))
                .contains("        super(Order.class);\n        discriminator(\"type\", \"order\", \"purchase\");\n");
    }

    @Test
    @DisplayName("P2 a supertype names the attribute, and each model is told by its name")
    void aSupertypeNamesTheAttribute() throws IOException {
        Compilation compilation = Compilation.of(
                "@Discriminator(attribute = \"type\")\nsealed interface ShopItem permits Order, Line {}",
                "@Model(\"order\") @Table(name = \"shop\")\nrecord Order(@HashKey String id) implements ShopItem {}",
                "@Model @Table(name = \"shop\")\nrecord Line(@HashKey String id) implements ShopItem {}");

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("OrderModel")).contains("discriminator(\"type\", \"order\");");
        assertThat(compilation.source("LineModel")).contains("discriminator(\"type\", \"Line\");");
    }

    private static List<String> onOneTable(String one, String other) {
        return Compilation.of(
                        "@Model @Table(name = \"shop\") " + one + "\nrecord One(@HashKey String id, String type) {}",
                        "@Model @Table(name = \"shop\") " + other + "\nrecord Two(@HashKey String id) {}")
                .messages();
    }

    @Test
    @DisplayName("P2 a discriminator that is a column, or has a text of another model, is a compiler error")
    void whatTellsNothingIsAnError() {
        assertThat(onOneTable("", "@Discriminator(attribute = \"type\")"))
                .singleElement()
                .asString()
                .endsWith(
                        "The discriminator 'type' of Two is the attribute of column 'type' of One, which shares table 'shop'; "
                                + "it is no column, so rename one of the two, or remove the column.");
        assertThat(onOneTable(
                        "@Discriminator(attribute = \"kind\", value = {\"a\", \"b\"})",
                        "@Discriminator(attribute = \"kind\", value = {\"c\", \"b\"})"))
                .singleElement()
                .asString()
                .endsWith(
                        "The discriminator 'kind' of Two has values of One, which shares table 'shop': [b]; give each model "
                                + "values of its own.");
        assertThat(Compilation.of("@Model @Discriminator(attribute = \"id\")\nrecord One(@HashKey String id) {}")
                        .messages())
                .singleElement()
                .asString()
                .endsWith(
                        "The discriminator 'id' is the attribute of column 'id'; it is no column, so rename one of the two, "
                                + "or remove the column.");
        assertThat(Compilation.of("@Model @Discriminator(attribute = \"type\", value = {\"a\", \"a\"})\n"
                                + "record One(@HashKey String id) {}")
                        .messages())
                .singleElement()
                .asString()
                .endsWith("The discriminator 'type' has the value 'a' twice; keep it once.");
    }

    @Test
    @DisplayName("M30 texts of a supertype, which all models would have, are a compiler error")
    void textsOfASupertypeAreAnError() {
        assertThat(Compilation.of(
                                "@Discriminator(attribute = \"type\", value = \"item\")\ninterface ShopItem {}",
                                "@Model\nrecord Order(@HashKey String id) implements ShopItem {}")
                        .messages())
                .singleElement()
                .asString()
                .endsWith(
                        "Order inherits @Discriminator(attribute=\"type\", value={\"item\"}) of ShopItem, and its texts with "
                                + "it; leave them out there, and give each model its own.");
    }
}
