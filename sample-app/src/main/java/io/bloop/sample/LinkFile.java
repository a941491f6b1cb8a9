package io.bloop.sample;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.Resource;

/** A file of links: tab-separated with a header line, perhaps compressed. */
final class LinkFile {

    private static final String HEADER = "slug\ttarget\towner\ttopic\tsize_kib\ttitle";

    private final Resource resource;

    LinkFile(Resource resource) {
        this.resource = resource;
    }

    String name() {
        return resource.getFilename() == null ? resource.getDescription() : resource.getFilename();
    }

    /** Returns the SHA-256 of the file, which tells files apart whatever their names. */
    String digest() throws IOException {
        try (DigestInputStream in = new DigestInputStream(resource.getInputStream(), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("every Java platform has SHA-256", ex);
        }
    }

    /** Reads the whole file, so that a broken one is found out before anything of it is stored. */
    long countRows() throws IOException {
        try (BufferedReader rows = open()) {
            long count = 0;
            while (rows.readLine() != null) {
                count++;
            }
            return count;
        } catch (CharacterCodingException ex) {
            throw new IOException("it is not written in UTF-8", ex);
        }
    }

    /** Opens the file behind its header. */
    BufferedReader open() throws IOException {
        if (!resource.exists()) {
            throw new FileNotFoundException("there is no such file");
        }
        PushbackInputStream in = new PushbackInputStream(resource.getInputStream(), 2);
        try {
            // a decoder refuses bytes that are not UTF-8; the charset itself would replace them
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            BufferedReader rows = new BufferedReader(new InputStreamReader(uncompressed(in), decoder));
            if (!HEADER.equals(rows.readLine())) {
                throw new IOException("it is no file of links: its first line has to be the column names, "
                        + HEADER.replace('\t', ' '));
            }
            return rows;
        } catch (IOException ex) {
            in.close();
            throw ex;
        }
    }

    private static InputStream uncompressed(PushbackInputStream in) throws IOException {
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean compressed = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
        return compressed ? new GZIPInputStream(in) : in;
    }

    /** Returns where the file is. */
    @Override
    public String toString() {
        return resource.getDescription();
    }
}
