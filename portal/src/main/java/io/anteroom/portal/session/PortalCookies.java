package io.anteroom.portal.session;

import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.PreviewToken;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.security.RoleChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookies of a portal. Each belongs to one clinic's host alone (behind TLS by the {@code __Host-} prefix), can't be
 * read by scripts, and isn't sent by other sites' forms.
 */
@Component
public class PortalCookies {

    private static final int LONGEST = 1_000;

    private final RoleChain chain;
    private final WebSettings settings;

    PortalCookies(RoleChain chain, WebSettings settings) {
        this.chain = chain;
        this.settings = settings;
    }

    /** The session that {@code request} claims to be of. */
    public Optional<SessionToken> session(HttpServletRequest request) {
        return read(request, "session").map(SessionToken::new);
    }

    /** Has the browser hold {@code token} for as long as its session may last, and forget what led to it. */
    public void signedIn(HttpServletResponse response, SessionToken token, Duration life) {
        write(response, "session", token.value(), life);
        forget(response, "sign-in");
        forget(response, "passkey");
        forget(response, "csrf");
    }

    /** Has the browser forget everything of the session. */
    public void signedOut(HttpServletResponse response) {
        forget(response, "session");
        forget(response, "csrf");
    }

    /** The preview that {@code request} claims to be of: under a name of its own, so that it is never taken for a session. */
    Optional<PreviewToken> preview(HttpServletRequest request) {
        return read(request, "preview").map(PreviewToken::new);
    }

    /** Has the browser of a member of staff hold {@code token} of a preview. */
    void previewing(HttpServletResponse response, PreviewToken token, Duration life) {
        write(response, "preview", token.value(), life);
        forget(response, "csrf");
    }

    /** Has the browser forget the preview; forms of its pages that are still open are worth nothing then. */
    void previewed(HttpServletResponse response) {
        forget(response, "preview");
        forget(response, "csrf");
    }

    /** What the browser holds while it is signing in. */
    public Optional<BrowserToken> signIn(HttpServletRequest request) {
        return read(request, "sign-in").map(BrowserToken::new);
    }

    /** Has the browser hold {@code token} while it is signing in. */
    public void signingIn(HttpServletResponse response, BrowserToken token, Duration life) {
        write(response, "sign-in", token.value(), life);
    }

    /** What the browser holds while a device signs its challenge. */
    public Optional<BrowserToken> passkey(HttpServletRequest request) {
        return read(request, "passkey").map(BrowserToken::new);
    }

    /** Has the browser hold {@code token} while a device signs its challenge. */
    public void askedForPasskey(HttpServletResponse response, BrowserToken token, Duration life) {
        write(response, "passkey", token.value(), life);
    }

    /** What the browser of a stranger holds who books an appointment. */
    public Optional<BrowserToken> booking(HttpServletRequest request) {
        return read(request, "booking").map(BrowserToken::new);
    }

    /** Has the browser of a stranger hold {@code token} while they book an appointment. */
    public void booking(HttpServletResponse response, BrowserToken token, Duration life) {
        write(response, "booking", token.value(), life);
    }

    /** Has the browser forget what it booked with. */
    public void booked(HttpServletResponse response) {
        forget(response, "booking");
    }

    /** The page the browser wanted before it had to sign in: a path on this host. */
    public Optional<String> wanted(HttpServletRequest request) {
        return read(request, "wanted").flatMap(Wanted::decode);
    }

    /** Has the browser remember the page it wanted. */
    public void wanting(HttpServletResponse response, String path, Duration life) {
        write(response, "wanted", Wanted.encode(path), life);
    }

    /** Has the browser forget the page it wanted. */
    public void arrived(HttpServletResponse response) {
        forget(response, "wanted");
    }

    private Optional<String> read(HttpServletRequest request, String purpose) {
        return Optional.ofNullable(WebUtils.getCookie(request, chain.cookieName(Host.PORTAL, purpose)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
    }

    private void forget(HttpServletResponse response, String purpose) {
        write(response, purpose, "", Duration.ZERO);
    }

    private void write(HttpServletResponse response, String purpose, String value, Duration life) {
        var cookie = ResponseCookie.from(chain.cookieName(Host.PORTAL, purpose), value)
                .path("/")
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
