package io.anteroom.webkit.security;

import io.anteroom.webkit.WebSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every response says to browsers: load nothing but our own files, run nothing written into a page, let no other
 * site frame us, keep no copy of a page. Chains of Spring Security switch their own headers off.
 */
public final class SecurityHeaders extends OncePerRequestFilter {

    private static final String CSP = "Content-Security-Policy";
    private static final String FRAMES = "X-Frame-Options";

    private final String policy;
    private final boolean secure;

    /** Allows forms to end at the targets of {@code settings} besides our own host. */
    public SecurityHeaders(WebSettings settings) {
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none';"
                + " form-action "
                + String.join(" ", "'self'", String.join(" ", settings.formTargets()))
                        .strip()
                + "; frame-ancestors 'none'";
        this.secure = settings.secure();
    }

    /** Lets pages of the same host frame this response, as a preview does. */
    public static void allowOwnFrames(HttpServletResponse response) {
        String own = response.getHeader(CSP);
        if (own != null) {
            response.setHeader(CSP, own.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
        }
        response.setHeader(FRAMES, "SAMEORIGIN");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(CSP, policy);
        response.setHeader(FRAMES, "DENY");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
