package io.bloop.wire.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AttributeNamesTests {

    private final AttributeNames names = new AttributeNames();

    private static String read(AttributeNames names, String name) {
        byte[] json = ("{\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
        return names.get(json, 2, json.length - 2).text();
    }

    @Test
    void aNameIsTheSameStringInEveryItem() {
        assertThat(read(names, "customer")).isEqualTo("customer").isSameAs(read(names, "customer"));
    }

    @Test
    void namesOfOneSlotAreAllKept() {
        // their hash is equal
        List<String> alike = List.of("AaAa", "AaBB", "BBAa", "BBBB");

        List<String> first = alike.stream().map(name -> read(names, name)).toList();

        assertThat(first).isEqualTo(alike);
        assertThat(alike).allSatisfy(name -> assertThat(read(names, name)).isSameAs(first.get(alike.indexOf(name))));
    }

    @Test
    void aLongNameIsReadAndNotKept() {
        String name = "n".repeat(256);

        assertThat(read(names, name)).isEqualTo(name).isNotSameAs(read(names, name));
    }

    @Property(tries = 50)
    void everyNameIsReadAsItIsHoweverManyThereAre(@ForAll @Size(max = 400) List<Short> numbers) {
        AttributeNames ofMany = new AttributeNames();
        List<String> read = new ArrayList<>();
        List<String> given = numbers.stream().map(number -> "é" + number).toList();
        given.forEach(name -> read.add(read(ofMany, name)));

        assertThat(read).isEqualTo(given);
    }
}
