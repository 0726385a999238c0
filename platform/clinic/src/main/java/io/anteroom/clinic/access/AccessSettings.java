package io.anteroom.clinic.access;

import java.util.Base64;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of signing in, under {@code anteroom.access}.
 *
 * @param codeKey base64 of at least 32 random bytes, the same in every process that runs the portal or the worker; with
 *     it codes are hashed. No default. Changing it makes codes on their way useless and ends nothing else
 * @param asksPerNetwork codes that may be asked for from one IPv4 address or IPv6 /64 network in ten minutes, 1 or more
 * @param textsPerPrefix text messages with codes to numbers that begin alike, in an hour, 1 or more
 * @param codesPerClinic codes sent by one clinic in an hour, 1 or more
 * @param newcomersPerNetwork accounts that may be asked for from one IPv4 address or IPv6 /64 network in an hour, 1 or more
 * @param newcomersPerClinic codes sent by one clinic in an hour to addresses nobody has, for opening an account, 1 or more
 */
@ConfigurationProperties("anteroom.access")
public record AccessSettings(
        String codeKey,
        @DefaultValue("30") int asksPerNetwork,
        @DefaultValue("60") int textsPerPrefix,
        @DefaultValue("2000") int codesPerClinic,
        @DefaultValue("20") int newcomersPerNetwork,
        @DefaultValue("200") int newcomersPerClinic) {

    private static final int KEY_BYTES = 32;

    public AccessSettings {
        if (IntStream.of(asksPerNetwork, textsPerPrefix, codesPerClinic, newcomersPerNetwork, newcomersPerClinic)
                .anyMatch(cap -> cap < 1)) {
            throw new IllegalArgumentException("anteroom.access: every cap must be 1 or more");
        }
        if (codeKey == null || decoded(codeKey).length < KEY_BYTES) {
            throw new IllegalArgumentException(
                    "anteroom.access.code-key must be base64 of at least 32 random bytes: openssl rand -base64 32");
        }
    }

    /** The key with which codes are hashed. */
    public byte[] codeKeyBytes() {
        return decoded(codeKey);
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "AccessSettings[asksPerNetwork=" + asksPerNetwork + ", textsPerPrefix=" + textsPerPrefix
                + ", codesPerClinic=" + codesPerClinic + ", newcomersPerNetwork=" + newcomersPerNetwork
                + ", newcomersPerClinic=" + newcomersPerClinic + "]";
    }

    private static byte[] decoded(String key) {
        return Base64.getDecoder().decode(key.strip());
    }
}
