package io.bloop.sample;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a text is an address that a browser can go to. */
final class AddressValidator implements ConstraintValidator<Address, String> {

    static final String MESSAGE = "has to be an address with http, https, ftp or gopher, as https://example.org/";

    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "gopher");

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        // @NotBlank reports a blank address
        return value == null || value.isBlank() || isAddress(value);
    }

    static boolean isAddress(String value) {
        try {
            URI uri = new URI(value);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
        } catch (URISyntaxException ex) {
            return false;
        }
    }
}
