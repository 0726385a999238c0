package io.anteroom.clinic.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** The one source of tokens that links and browsers carry. */
@Component
public class RandomTokens {

    private static final int BYTES = 32;

    private final SecureRandom random;

    RandomTokens(SecureRandom random) {
        this.random = random;
    }

    /** 256 bits that nobody can guess, as base64url without padding: 43 characters that need no escape in a link or a cookie. */
    public String draw() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
