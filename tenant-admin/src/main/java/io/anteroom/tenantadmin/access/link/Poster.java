package io.anteroom.tenantadmin.access.link;

import io.anteroom.webkit.QrCode;
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
 * @param open whether the portal is on
 */
public record Poster(
        String name, @Nullable String logo, String colour, String phone, String url, String host, boolean open) {

    /** The address for a telephone's camera. */
    public QrCode qr() {
        return new QrCode(url, "QR code of " + host);
    }
}
