package io.anteroom.localservices;

import java.nio.file.Path;

/** Where the local services keep what they unpack once for all checkouts of a user, and for nobody else. */
public final class UserCache {

    private UserCache() {}

    /** The folder of one service in {@code ~/.cache/anteroom}, or where {@code -Danteroom.cache=} says. */
    public static Path of(String service) {
        var home = System.getProperty("user.home");
        return Path.of(System.getProperty("anteroom.cache", home + "/.cache/anteroom"))
                .resolve(service)
                .toAbsolutePath();
    }
}
