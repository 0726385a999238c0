package io.anteroom.webkit.security;

import gg.jte.Content;
import io.anteroom.webkit.CurrentRequest;
import io.anteroom.webkit.templates.StaticTemplates;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** The token that proves a form came from one of our own pages. */
public final class Csrf {

    private Csrf() {}

    /** The hidden field; every form that posts holds it. */
    public static Content field() {
        CsrfToken token = token();
        return token == null
                ? output -> {}
                : new StaticTemplates().formHidden(token.getParameterName(), token.getToken());
    }

    /** Whether a form of this page could be sent. */
    public static boolean isThere() {
        return token() != null;
    }

    /** The header in the shape htmx sends with all its requests, JSON; nothing where no token is. */
    public static @Nullable String htmxHeaders() {
        CsrfToken token = token();
        return token == null ? null : "{\"" + token.getHeaderName() + "\": \"" + token.getToken() + "\"}";
    }

    private static @Nullable CsrfToken token() {
        return CurrentRequest.find()
                .map(request -> (CsrfToken) request.getAttribute(CsrfToken.class.getName()))
                .orElse(null);
    }
}
