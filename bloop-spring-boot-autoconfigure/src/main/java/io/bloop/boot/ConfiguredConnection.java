package io.bloop.boot;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import software.amazon.awssdk.regions.Region;

/** The connection that properties or the AWS default chain ask for. */
record ConfiguredConnection(@Nullable URI endpoint, Region region, String origin) implements BloopConnectionDetails {

    static Optional<BloopConnectionDetails> of(BloopProperties properties) {
        URI endpoint = properties.endpoint();
        Region region = StringUtils.hasText(properties.region()) ? Region.of(properties.region()) : null;
        if (endpoint != null) {
            return Optional.of(
                    new ConfiguredConnection(endpoint, region == null ? region(endpoint) : region, "bloop.endpoint"));
        }
        return Optional.ofNullable(region).map(found -> new ConfiguredConnection(null, found, "bloop.region"));
    }

    static BloopConnectionDetails ofDefaults() {
        return new ConfiguredConnection(null, DefaultRegion.get(), "AWS default chain");
    }

    /** Signatures need a region, even if none was chosen. */
    private static Region region(URI endpoint) {
        return isOnThisMachine(endpoint) ? Region.US_EAST_1 : DefaultRegion.get();
    }

    private static boolean isOnThisMachine(URI endpoint) {
        String host = String.valueOf(endpoint.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    @Override
    public @Nullable URI getEndpoint() {
        return endpoint;
    }

    @Override
    public Region getRegion() {
        return region;
    }

    @Override
    public String getDescription() {
        return "DynamoDB " + (endpoint == null ? "" : "at " + endpoint + " ") + "in region " + region + " (" + origin
                + ")";
    }
}
