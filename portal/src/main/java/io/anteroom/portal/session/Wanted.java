package io.anteroom.portal.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page of this host as a cookie's value. What comes back from a browser is only taken if it can't lead elsewhere. */
public final class Wanted {

    private static final int LONGEST = 500;

    /** One slash, then no second and no backslash, which browsers read as one; no control characters. */
    private static final Pattern ON_THIS_HOST = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

    private Wanted() {}

    /** Whether {@code path}, with a query or without, is a page of this host, other than one of signing in or out. */
    public static boolean mayBe(String path) {
        return isHere(path) && !path.startsWith("/sign-");
    }

    /** Whether {@code path}, with a query or without, is a page of this host. */
    public static boolean isHere(String path) {
        return path.length() <= LONGEST && ON_THIS_HOST.matcher(path).matches();
    }

    static String encode(String path) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> decode(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8))
                    .filter(Wanted::mayBe);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
