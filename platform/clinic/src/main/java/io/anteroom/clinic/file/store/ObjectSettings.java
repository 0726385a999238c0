package io.anteroom.clinic.file.store;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A store that speaks Amazon's S3, under {@code anteroom.files.s3}.
 *
 * @param endpoint its address, as {@code https://objects.example.org}
 * @param bucket the bucket, which is there already
 * @param region the region's name, which many stores don't look at
 * @param accessKey the key's name
 * @param secretKey the key
 * @param pathStyle whether the bucket stands in the path; otherwise in the host's name, as Amazon wants
 * @param attempts how often a call is tried, 1 or more
 * @param timeout of each try
 */
public record ObjectSettings(
        @Nullable URI endpoint,
        @Nullable String bucket,
        @DefaultValue("us-east-1") String region,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("3") int attempts,
        @DefaultValue("30s") Duration timeout) {

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException with the name of what is
     */
    public ObjectSettings {
        if (attempts < 1 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("anteroom.files.s3: attempts and timeout must be positive");
        }
    }

    /** Whether files go there. */
    public boolean set() {
        return endpoint != null;
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "ObjectSettings[endpoint=" + endpoint + ", bucket=" + bucket + "]";
    }
}
