package io.bloop.wire.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;

/** Joins streams, and reads past their ends at once: the SDK measures the time between two reads of a content. */
final class WholeReads extends SequenceInputStream {

    WholeReads(List<InputStream> parts) {
        super(Collections.enumeration(parts));
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        int read = Math.max(super.read(buffer, offset, most), 0);
        int last = read;
        while (last > 0 && read < most) {
            last = super.read(buffer, offset + read, most - read);
            read += Math.max(last, 0);
        }
        return read == 0 && most > 0 ? -1 : read;
    }
}
