package io.anteroom.tenantadmin.access.link;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.webkit.QrCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the poster says.
 *
 * @param name the clinic's name as patients know it
 * @param logo the logo as a data URL, or null
 * @param colour the clinic's main colour, {@code #rrggbb}
 * @param phone the number to call, or empty
 * @param url the portal's address
 * @param host the same as people read it
 * @param codesTo what the clinic sends codes to
 * @param open whether the portal is on
 */
public record Poster(
        String name,
        @Nullable String logo,
        String colour,
        String phone,
        String url,
        String host,
        Set<CredentialChannel> codesTo,
        boolean open) {

    /** Copies the set. */
    public Poster {
        codesTo = Set.copyOf(codesTo);
    }

    /** What people sign in with. */
    public String signInWith() {
        if (codesTo.size() > 1) {
            return "email address or mobile number";
        }
        return codesTo.contains(CredentialChannel.EMAIL) ? "email address" : "mobile number";
    }

    /** The address for a telephone's camera. */
    public QrCode qr() {
        return new QrCode(url, "QR code of " + host);
    }
}
