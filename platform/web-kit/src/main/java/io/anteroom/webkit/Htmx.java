package io.anteroom.webkit;

import jakarta.servlet.http.HttpServletRequest;

/** What htmx says about a request. */
public final class Htmx {

    private Htmx() {}

    /** Whether a fragment is wanted and not a whole page: asked by htmx, and not to restore its history. */
    public static boolean wantsFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"))
                && !"true".equals(request.getHeader("HX-Boosted"))
                && !"true".equals(request.getHeader("HX-History-Restore-Request"));
    }
}
