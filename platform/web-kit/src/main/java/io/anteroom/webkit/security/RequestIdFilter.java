package io.anteroom.webkit.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a name that stands in every log line of it, on its response and on a problem page. A name sent by
 * the caller is not taken over: log lines are ours.
 */
public final class RequestIdFilter extends OncePerRequestFilter {

    /** The response header, and the key in the log. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestIdFilter.class.getName();
    private static final String MDC_KEY = "requestId";

    private final RandomGenerator random;

    /** Draws the names from {@code random}. */
    public RequestIdFilter(RandomGenerator random) {
        this.random = random;
    }

    /** The name of {@code request}; a dash outside the filter, as in a test of a controller alone. */
    public static String idOf(HttpServletRequest request) {
        @Nullable Object id = request.getAttribute(ATTRIBUTE);
        return Objects.requireNonNullElse(id, "-").toString();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(ATTRIBUTE) == null) {
            request.setAttribute(ATTRIBUTE, Long.toUnsignedString(random.nextLong(), 36));
        }
        response.setHeader(HEADER, idOf(request));
        MDC.put(MDC_KEY, idOf(request));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(MDC_KEY);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
