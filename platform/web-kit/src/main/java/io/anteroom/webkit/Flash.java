package io.anteroom.webkit;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.webkit.templates.StaticTemplates;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A sentence shown once on the next page: 'Patient added'. It travels in a cookie of a minute, since not every role
 * keeps a servlet session, and names no health datum.
 *
 * @param tone what kind of news it is
 * @param text the sentence
 */
public record Flash(Badge.Tone tone, String text) implements Content {

    private static final String COOKIE = "anteroom-flash";
    private static final String SHOWN = Flash.class.getName();

    /** Something was done. */
    public static Flash done(String text) {
        return new Flash(Badge.Tone.GOOD, text);
    }

    /** Something could not be done. */
    public static Flash refused(String text) {
        return new Flash(Badge.Tone.BAD, text);
    }

    /** Leaves it for the next page. */
    void leave(HttpServletRequest request, HttpServletResponse response) {
        byte[] value = (tone.name() + ":" + text).getBytes(StandardCharsets.UTF_8);
        add(request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(value), Duration.ofMinutes(1));
    }

    /** Takes what an earlier page left, once, and keeps it for the page now made. */
    static void pickUp(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null && !cookie.getValue().isEmpty()) {
            add(request, response, "", Duration.ZERO);
            read(cookie.getValue()).ifPresent(flash -> request.setAttribute(SHOWN, flash));
        }
    }

    /**
     * What the page now made should show; empty content where nothing was left, or another layout of the same page has
     * shown it. Called by the layouts.
     */
    public static Content current() {
        return CurrentRequest.find().flatMap(Flash::take).orElse(output -> {});
    }

    private static Optional<Content> take(HttpServletRequest request) {
        Optional<Content> left = Optional.ofNullable((Content) request.getAttribute(SHOWN));
        request.removeAttribute(SHOWN);
        return left;
    }

    private static Optional<Flash> read(String value) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return Optional.of(new Flash(Badge.Tone.valueOf(text.substring(0, colon)), text.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static void add(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The tone in lower case, part of a class name. */
    public String style() {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().partFlash(this).writeTo(output);
    }
}
