package io.bloop.wire.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonBytesTests {

    /** Bytes around everything that matters, so that borrows from one byte to the next would show. */
    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.oneOf(
                        Arbitraries.bytes().between((byte) ' ', (byte) '~'),
                        Arbitraries.of(
                                (byte) 0,
                                (byte) 0x1F,
                                (byte) ' ',
                                (byte) '!',
                                (byte) '"',
                                (byte) '#',
                                (byte) '[',
                                (byte) '\\',
                                (byte) ']',
                                (byte) 0x7F,
                                (byte) 0x80,
                                (byte) 0xFF))
                .array(byte[].class)
                .ofMaxSize(40);
    }

    private static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }

    @Property
    void theFirstByteThatIsNotPlainIsFoundWhereverItStands(@ForAll("bytes") byte[] bytes) {
        JsonBytes json = new JsonBytes(bytes);
        for (int from = 0; from <= bytes.length; from++) {
            int expected = from;
            while (expected < bytes.length && isPlain(bytes[expected])) {
                expected++;
            }

            assertThat(json.afterPlain(from)).isEqualTo(expected);
        }
    }
}
