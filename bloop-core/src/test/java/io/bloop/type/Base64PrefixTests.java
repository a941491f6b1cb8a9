package io.bloop.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class Base64PrefixTests {

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(12);
    }

    @Property
    @Label("C10 base64 begins as one of the beginnings if the bytes begin with the prefix")
    void findsEveryValueThatBeginsWithThePrefix(@ForAll("bytes") byte[] prefix, @ForAll("bytes") byte[] rest) {
        byte[] value = Arrays.copyOf(prefix, prefix.length + rest.length);
        System.arraycopy(rest, 0, value, prefix.length, rest.length);
        assertThat(isFound(value, prefix)).isTrue();
    }

    @Property
    @Label("C10 base64 begins as none of the beginnings if the bytes do not begin with the prefix")
    void findsNoOtherValue(@ForAll("bytes") byte[] value, @ForAll("bytes") byte[] prefix) {
        boolean begins = value.length >= prefix.length && Arrays.equals(Arrays.copyOf(value, prefix.length), prefix);
        assertThat(isFound(value, prefix)).isEqualTo(begins);
    }

    private static boolean isFound(byte[] value, byte[] prefix) {
        String stored = Base64.getEncoder().encodeToString(value);
        return Base64Prefix.of(prefix).stream()
                .anyMatch(beginning -> stored.startsWith(new String(beginning, StandardCharsets.ISO_8859_1)));
    }
}
