package io.anteroom.tenancy.known;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the list of known addresses, under {@code anteroom.known-addresses}.
 *
 * @param key base64 of at least 32 random bytes, the same in every process of the role {@code worker} and in no other; with
 *     it addresses are hashed. No default. With a new one nobody is found until each clinic's next comparison, within a day
 */
@ConfigurationProperties("anteroom.known-addresses")
public record KnownAddressSettings(String key) {

    private static final int KEY_BYTES = 32;

    @SuppressWarnings("ConstantValue") // the binder passes null for a key that is absent
    public KnownAddressSettings {
        if (key == null || decoded(key).length < KEY_BYTES) {
            throw new IllegalArgumentException(
                    "anteroom.known-addresses.key must be base64 of at least 32 random bytes: openssl rand -base64 32");
        }
    }

    SecretKey secret() {
        return new SecretKeySpec(decoded(key), "HmacSHA256");
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "KnownAddressSettings[]";
    }

    private static byte[] decoded(String key) {
        return Base64.getDecoder().decode(key.strip());
    }
}
