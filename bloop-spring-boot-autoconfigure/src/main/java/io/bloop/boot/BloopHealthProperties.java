package io.bloop.boot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code management.health.bloop.*} other than {@code enabled}, all of them in range.
 *
 * <p>Immutable and thread-safe.
 *
 * @param timeout How long a health check of all tables may take. A table without a response by then is down.
 * @since 0.1.0
 */
@ConfigurationProperties("management.health.bloop")
public record BloopHealthProperties(@DefaultValue("2s") Duration timeout) {

    /**
     * Checks the range; a value that is out of range stops the start with its full key.
     *
     * @param timeout How long a health check of all tables may take. A table without a response by then is down
     */
    public BloopHealthProperties {
        RangeCheck.check("management.health.bloop.timeout", timeout);
    }
}
