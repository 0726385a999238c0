package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.AccessSettings;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * HMAC-SHA256 with the server's key (RFC 2104). A code has a million values, so a plain hash of it in a stolen database
 * would be no secret; with a key that isn't in the database it is. What is hashed names the tenant, the sign-in and the
 * purpose, so that no hash fits anywhere else.
 */
@Component
public class KeyedHash {

    private final SecretKeySpec key;

    KeyedHash(AccessSettings settings) {
        this.key = new SecretKeySpec(settings.codeKeyBytes(), "HmacSHA256");
    }

    /** The hash of a code, as it is stored. */
    byte[] ofCode(UUID signIn, String digits) {
        return hmac("code", signIn.toString(), digits);
    }

    /** The hash of a code that opens clinical records, as it is stored. */
    public byte[] ofUnlockCode(UUID id, String digits) {
        return hmac("unlock", id.toString(), digits);
    }

    /** What shows that a puzzle is ours: of the clinic, of one form and of the moment it was made. */
    public byte[] ofPuzzle(String form, String madeAt) {
        return hmac("puzzle", form, madeAt);
    }

    /** The hash of a printed code, as it is stored and found again: of the clinic and the code alone. */
    public byte[] ofRecoveryCode(String code) {
        return hmac("recovery", "", code);
    }

    /**
     * The token of the session that {@code signIn} leads to. It is made from the browser's own secret rather than drawn, so
     * that two tabs that enter the same code at once get the same session.
     */
    SessionToken sessionToken(UUID signIn, BrowserToken browser) {
        return new SessionToken(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac("session", signIn.toString(), browser.value())));
    }

    private byte[] hmac(String purpose, String of, String secret) {
        var text = String.join("\n", purpose, CurrentTenant.get().id().value(), of, secret);
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
