package io.anteroom.portal.elevation;

import io.anteroom.portal.session.Wanted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a person was before the check, as the pages of the check hand it on. It comes from the browser, so only a page of
 * this host is taken.
 *
 * @param path a path on this host, or empty where none is known
 */
public record ReturnTo(String path) {

    static final String UNLOCK = "/unlock";

    /** What the browser sent, or nothing of it. */
    static ReturnTo of(String sent) {
        return new ReturnTo(Wanted.mayBe(sent) && !sent.startsWith(UNLOCK) ? sent : "");
    }

    /** The page of the check, which will lead back. */
    public String unlockUrl() {
        return path.isEmpty()
                ? UNLOCK
                : UNLOCK + "?to="
                        + URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    /** Whether what comes next changes how the person signs in, and shows no clinical records. */
    public boolean changesSigningIn() {
        return path.startsWith("/passkeys") || path.startsWith("/recovery-codes") || path.startsWith("/password");
    }

    /** Where to go on, if anywhere. */
    Optional<String> page() {
        return path.isEmpty() ? Optional.empty() : Optional.of(path);
    }
}
