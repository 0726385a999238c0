package io.anteroom.webkit.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for the filters behind it, those that look for sessions among them, when they cannot reach the database. The
 * container's own way to an error page would pass them once more.
 */
public final class OutageFilter extends OncePerRequestFilter {

    private final ProblemPages problems;

    /** Answers with {@code problems}. */
    public OutageFilter(ProblemPages problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failed) {
            if (!problems.outage(request, response, failed)) {
                throw failed;
            }
        }
    }
}
