package io.anteroom.webkit.fairness;

import io.anteroom.webkit.fairness.Entry.Refusal;
import io.anteroom.webkit.fairness.Entry.Stay;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Hosts;
import io.anteroom.webkit.host.RequestTenant;
import io.anteroom.webkit.problem.ProblemPages;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in front of all that costs something: sessions, the clinic's look, its database. A portal's clinic is named by
 * the host, the staff's by the path. Payment providers' calls pass uncounted: they are about any clinic, and a clinic's
 * flood must not keep another's payments from being noted.
 */
final class FairnessFilter extends OncePerRequestFilter {

    private static final Pattern ORGANISATION = Pattern.compile("/o/([^/]+)(?:/.*)?");

    private final Hosts hosts;
    private final Doors doors;
    private final ProblemPages problems;
    private final BusyPages pages;

    FairnessFilter(Hosts hosts, Doors doors, ProblemPages problems) {
        this.hosts = hosts;
        this.doors = doors;
        this.problems = problems;
        this.pages = new BusyPages(problems);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return hosts.of(request) == Host.PLATFORM && request.getRequestURI().startsWith("/webhooks/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Host host = hosts.of(request);
        Entry entry;
        try {
            entry = doors.enter(host, slug(host, request));
        } catch (RuntimeException failed) {
            if (problems.outage(request, response, failed)) {
                return;
            }
            throw failed;
        }
        switch (entry) {
            case Refusal refusal -> refuse(refusal, request, response, host);
            case Stay stay -> pass(stay, request, response, chain);
        }
    }

    /** What is refused at a clinic's door counts among its requests. */
    private void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Host host)
            throws IOException {
        if (refusal.clinic() != null) {
            RequestTenant.note(request, refusal.clinic());
        }
        pages.write(request, response, host, refusal);
    }

    private @Nullable String slug(Host host, HttpServletRequest request) {
        return switch (host) {
            case PORTAL -> hosts.slug(request).orElseThrow();
            case STAFF -> organisation(request.getRequestURI());
            case OTHER -> "";
            case PLATFORM, OPERATORS, INBOX -> null;
        };
    }

    private static @Nullable String organisation(String path) {
        Matcher named = ORGANISATION.matcher(path);
        return named.matches() ? named.group(1) : null;
    }

    private static void pass(Stay stay, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new UntilComplete(stay));
            } else {
                stay.end();
            }
        }
    }

    /** An answer given later, or bit by bit, holds its places until its end. */
    private record UntilComplete(Stay stay) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            stay.end();
        }

        /** The container forgets its listeners when an answer is put off once more. */
        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}
    }
}
