package io.anteroom.webkit.language;

import io.anteroom.language.Language;
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
import org.springframework.web.util.WebUtils;

/** What a browser was told to be spoken to in, before anybody signed in. It holds a language and nothing else. */
public final class LanguageCookie {

    private static final Duration KEPT = Duration.ofDays(365);

    private final String name;
    private final boolean secure;

    /** Of the portals' hosts. */
    public LanguageCookie(RoleChain chain, WebSettings settings) {
        this.name = chain.cookieName(Host.PORTAL, "language");
        this.secure = settings.secure();
    }

    /** What was chosen in the browser that sends {@code request}. */
    public Optional<Language> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(Cookie::getValue)
                .flatMap(Language::of);
    }

    /** Has the browser hold {@code language} for a year. */
    public void write(HttpServletResponse response, Language language) {
        ResponseCookie cookie = ResponseCookie.from(name, language.tag())
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
