package io.anteroom.clinic.access.password;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * PBKDF2 with HMAC-SHA-256, a salt of 16 bytes and 600,000 rounds (NIST SP 800-132, OWASP's figure of 2023). It takes a
 * processor some tenths of a second: only done within a turn of {@link HashingTurns}, never inside a transaction, whose
 * connection would wait with it. Each hash names how it was made, so that others can be made one day.
 */
@Component
class PasswordHashing {

    private static final String HOW = "pbkdf2-sha256-600000";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int ROUNDS = 600_000;

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            HOW,
            Map.of(
                    HOW,
                    new Pbkdf2PasswordEncoder("", SALT_BYTES, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));

    private final String nobodys;

    PasswordHashing(SecureRandom random) {
        var drawn = new byte[SALT_BYTES + HASH_BYTES];
        random.nextBytes(drawn);
        this.nobodys = "{" + HOW + "}" + HexFormat.of().formatHex(drawn);
    }

    /** What is stored of it. */
    String hash(String normal) {
        return encoder.encode(normal);
    }

    /** Whether it is the one of that hash; the same work is done where there is none. */
    boolean matches(String normal, Optional<String> hash) {
        return encoder.matches(normal, hash.orElse(nobodys)) && hash.isPresent();
    }
}
