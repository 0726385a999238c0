package io.anteroom.webkit;

import org.jspecify.annotations.Nullable;

/**
 * How a clinic looks to its patients on every page of its portal.
 *
 * @param name the name patients know the clinic by
 * @param logoUrl address of the logo on the portal's host, absent where only the name is shown
 * @param palette its colours
 * @param welcome what the clinic says to people who come to sign in
 * @param phone the number to reach a person, as people write it
 * @param address postal address, lines separated by line breaks
 * @param privacyUrl where the clinic's privacy text is read, on the portal's host
 */
public record Brand(
        String name,
        @Nullable String logoUrl,
        Palette palette,
        @Nullable String welcome,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String privacyUrl) {

    /** A clinic that has set nothing yet. */
    public static Brand plain(String name) {
        return new Brand(name, null, Palette.ANTEROOM, null, null, null, null);
    }

    /** The same with its name in the logo's place, for where the clinic is asked for nothing more. */
    public Brand withoutLogo() {
        return new Brand(name, null, palette, welcome, phone, address, privacyUrl);
    }

    /** The same without what is read on the portal itself, logo and privacy text, for where nothing of it is answered. */
    public Brand withoutPages() {
        return new Brand(name, null, palette, welcome, phone, address, null);
    }

    /** The address of the style sheet with its colours. */
    public String stylesheetUrl() {
        return "/brand/" + palette.key() + ".css";
    }

    /** {@code tel:} and the digits of the phone number. */
    public String phoneUrl() {
        return phone == null ? "" : "tel:" + phone.replaceAll("[^+0-9]", "");
    }
}
