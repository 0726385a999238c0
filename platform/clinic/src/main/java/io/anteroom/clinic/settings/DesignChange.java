package io.anteroom.clinic.settings;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants the portal to look like, and what stood there when they began.
 *
 * @param seen the {@link PortalDesign#fingerprint()} of the design they changed
 * @param design what they want
 * @param newLogo the logo that {@code design} shows, where it is a new one
 */
public record DesignChange(
        String seen, PortalDesign design, @Nullable LogoImage newLogo) {

    /** A change of anything but the logo's picture. */
    public static DesignChange of(PortalDesign seen, PortalDesign design) {
        return new DesignChange(seen.fingerprint(), design, null);
    }
}
