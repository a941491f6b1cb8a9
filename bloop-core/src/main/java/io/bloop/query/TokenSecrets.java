package io.bloop.query;

import io.bloop.InvalidArgument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts and authenticates continuation tokens by AES-GCM, with keys that are derived from secrets.
 *
 * <p>For the engine. A key and a nonce of their own are derived for each token, from a secret and 16 random bytes, by
 * HKDF with HMAC-SHA256; so the number of tokens under one secret is not limited in practice. Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">HKDF</a>
 * @since 0.1.0
 */
public final class TokenSecrets {

    /** No secrets: tokens are not encrypted. */
    public static final TokenSecrets NONE = new TokenSecrets(List.of());

    /** The least number of characters of a secret. */
    public static final int LEAST_CHARACTERS = 32;

    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte[] SALT = "io.bloop continuation token".getBytes(StandardCharsets.US_ASCII);
    private static final int RANDOM_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Apart, since most engines encrypt nothing, and it takes time to be made. */
    private static final class Randomness {

        static final SecureRandom SOURCE = new SecureRandom();
    }

    private final List<SecretKeySpec> extracted;

    private TokenSecrets(List<SecretKeySpec> extracted) {
        this.extracted = extracted;
    }

    /**
     * Makes secrets.
     *
     * @param secrets random texts of at least 32 characters; the first one encrypts, and all decrypt
     * @return the secrets
     * @throws InvalidArgument if there is none, or one is null or too short; the message does not show it
     */
    public static TokenSecrets of(List<String> secrets) {
        String method = "tokenSecrets()";
        String expected = "at least one text of " + LEAST_CHARACTERS + " random characters or more";
        InvalidArgument.required(secrets, method, "secrets", expected);
        if (secrets.isEmpty()) {
            throw new InvalidArgument(method, "secrets", expected, "empty");
        }
        for (String secret : secrets) {
            InvalidArgument.required(secret, method, "secrets", expected);
            if (secret.length() < LEAST_CHARACTERS) {
                throw new InvalidArgument(method, "secrets", expected, "one of " + secret.length() + " characters");
            }
        }
        return new TokenSecrets(secrets.stream().map(TokenSecrets::extract).toList());
    }

    /** Makes a secret a key that keys of tokens are derived from, the first step of HKDF. */
    private static SecretKeySpec extract(String secret) {
        return new SecretKeySpec(mac(new SecretKeySpec(SALT, MAC), secret.getBytes(StandardCharsets.UTF_8)), MAC);
    }

    private static byte[] mac(SecretKeySpec key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException("every Java platform has " + MAC, ex);
        }
    }

    /** Tells whether there are secrets. */
    boolean encrypt() {
        return !extracted.isEmpty();
    }

    /** Encrypts a text under the first secret; the header is authenticated with it, and is not part of the result. */
    byte[] sealed(byte[] header, byte[] text) {
        byte[] random = new byte[RANDOM_BYTES];
        Randomness.SOURCE.nextBytes(random);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, extracted.get(0), header, random)
                    .doFinal(text);
            return ByteBuffer.allocate(random.length + sealed.length)
                    .put(random)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException("every Java platform has " + CIPHER, ex);
        }
    }

    /** Decrypts a text that was sealed under any of the secrets; null where it was not. */
    byte @Nullable [] opened(byte[] header, byte[] sealed) {
        if (sealed.length < RANDOM_BYTES + TAG_BITS / Byte.SIZE) {
            return null;
        }
        byte[] random = Arrays.copyOf(sealed, RANDOM_BYTES);
        for (SecretKeySpec secret : extracted) {
            try {
                return cipher(Cipher.DECRYPT_MODE, secret, header, random)
                        .doFinal(sealed, RANDOM_BYTES, sealed.length - RANDOM_BYTES);
            } catch (AEADBadTagException ex) {
                // sealed under another secret, or changed
                continue;
            } catch (GeneralSecurityException ex) {
                throw new IllegalStateException("every Java platform has " + CIPHER, ex);
            }
        }
        return null;
    }

    /** Returns a cipher with a key and a nonce for these random bytes, the second step of HKDF. */
    private static Cipher cipher(int mode, SecretKeySpec secret, byte[] header, byte[] random)
            throws GeneralSecurityException {
        byte[] first = mac(secret, header, random, new byte[] {1});
        byte[] second = mac(secret, first, header, random, new byte[] {2});
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(
                mode,
                new SecretKeySpec(first, 0, KEY_BYTES, "AES"),
                new GCMParameterSpec(TAG_BITS, second, 0, NONCE_BYTES));
        cipher.updateAAD(header);
        return cipher;
    }

    /** Returns the number of secrets, and none of them. */
    @Override
    public String toString() {
        return "TokenSecrets[" + extracted.size() + "]";
    }
}
