package io.anteroom.webkit.host;

import io.anteroom.webkit.WebSettings;

/** Full addresses on each of the hosts; a path given begins with a slash. */
public final class Links {

    private final WebSettings settings;

    /** Makes addresses under the base host of {@code settings}. */
    public Links(WebSettings settings) {
        this.settings = settings;
    }

    /** An address on the base host. */
    public String platform(String path) {
        return on("", path);
    }

    /** An address on the staff's host, outside any organisation. */
    public String staff(String path) {
        return on("app.", path);
    }

    /** An address on the staff's host, inside the organisation {@code slug}. */
    public String staff(String slug, String path) {
        return on("app.", "/o/" + slug + path);
    }

    /** An address on the operators' host. */
    public String operators(String path) {
        return on("ops.", path);
    }

    /** An address on the portal of the clinic {@code slug}. */
    public String portal(String slug, String path) {
        return on(slug + ".", path);
    }

    /** The host of that portal as people read it, without scheme. */
    public String portalHost(String slug) {
        return slug + "." + settings.baseHost();
    }

    private String on(String prefix, String path) {
        return settings.scheme() + "://" + prefix + settings.baseHost() + path;
    }
}
