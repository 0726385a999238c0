package io.anteroom.webkit;

/**
 * A page of the platform itself: sign-up, choosing an organisation, problems outside any clinic.
 *
 * @param title what the page is, for the browser's tab
 * @param homeUrl where the name at the top leads
 * @param wide whether the content may use the full width, as a front page does, or is one column to read
 * @param reloadSeconds after how long a browser without JavaScript loads the page anew; 0 for never
 */
public record PlatformPage(String title, String homeUrl, boolean wide, int reloadSeconds) {

    /** A page of one column on the base host. */
    public static PlatformPage titled(String title) {
        return new PlatformPage(title, "/", false, 0);
    }

    /** A page that uses the full width. */
    public static PlatformPage wide(String title) {
        return new PlatformPage(title, "/", true, 0);
    }

    /** The same page, of which a browser without JavaScript fetches the newest state every {@code seconds}. */
    public PlatformPage reloading(int seconds) {
        return new PlatformPage(title, homeUrl, wide, seconds);
    }
}
