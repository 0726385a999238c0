package io.anteroom.clinic.access.signin;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Draws codes. */
@Component
public class CodeMaker {

    private static final int VALUES = 1_000_000;
    private static final int HASH_BYTES = 32;

    private final KeyedHash keyedHash;
    private final SecureRandom random;

    CodeMaker(KeyedHash keyedHash, SecureRandom random) {
        this.keyedHash = keyedHash;
        this.random = random;
    }

    /** A code for a sign-in. */
    MadeCode make(UUID signIn) {
        var digits = digits();
        return new MadeCode(Optional.of(digits), keyedHash.ofCode(signIn, digits));
    }

    /** Six digits, each value as likely as any other, for whoever hashes them. */
    public String digits() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(VALUES));
    }

    /** A hash of nothing: no entry matches it. */
    MadeCode none() {
        var hash = new byte[HASH_BYTES];
        random.nextBytes(hash);
        return new MadeCode(Optional.empty(), hash);
    }

    /** A code, if there is one, and what is stored of it. */
    @SuppressWarnings("ArrayRecordComponent") // carried from one call to the next, never compared
    record MadeCode(Optional<String> digits, byte[] hash) {

        @Override
        public String toString() {
            return "MadeCode[]";
        }
    }
}
