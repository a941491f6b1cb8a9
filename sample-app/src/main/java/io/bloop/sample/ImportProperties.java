package io.bloop.sample;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures the import of links.
 *
 * @param onStart Whether to import the links that come with the application, at its first start.
 * @param threads Number of threads that store links.
 */
@ConfigurationProperties("golinks.import")
record ImportProperties(
        @DefaultValue("true") boolean onStart,
        @DefaultValue("3") int threads) {}
