package io.anteroom.portal.session;

import io.anteroom.clinic.access.session.Preview;
import io.anteroom.clinic.access.session.PreviewToken;
import io.anteroom.clinic.access.session.Previews;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.Previewing;
import io.anteroom.webkit.problem.Problem;
import io.anteroom.webkit.problem.ProblemPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything else that knows people; only the check against forged forms comes first, or the pages here had no
 * token to end the preview with. A browser with a preview reads the pages of {@link PreviewPages} and does
 * nothing: whatever isn't asked for with GET is refused here, whichever page it would have come to. Its session, if it has
 * one as well, is not looked at; and a preview that has ended leads to a page that says so, never to that session, or what was
 * clicked in the preview would be done by whoever is signed in.
 */
final class PreviewFilter extends OncePerRequestFilter {

    private static final String OWN = "/preview/";

    private final PortalCookies cookies;
    private final Previews previews;
    private final PublishedPortals portals;
    private final ProblemPages problems;
    private final SecurityContextRepository contexts;

    PreviewFilter(
            PortalCookies cookies,
            Previews previews,
            PublishedPortals portals,
            ProblemPages problems,
            SecurityContextRepository contexts) {
        this.cookies = cookies;
        this.previews = previews;
        this.portals = portals;
        this.problems = problems;
        this.contexts = contexts;
    }

    /** Beginning and ending one are the only acts there are, and see nobody's record. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(OWN)
                || cookies.preview(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PreviewToken token = cookies.preview(request).orElseThrow();
        Preview preview = previews.find(token).orElse(null);
        if (preview == null) {
            ended(request, response);
            return;
        }
        try {
            portals.previewing(preview.drafted(), () -> {
                show(preview, request, response, chain);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private void show(Preview preview, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Previewing.at(
                request,
                new Previewing(
                        preview.as().words(),
                        preview.drafted() ? "as drafted" : "as published", // not read by patients
                        preview.until()));
        String path = request.getRequestURI();
        if (!reads(request)) {
            refuse(request, response, readOnly());
        } else if (!PreviewPages.has(path)) {
            refuse(request, response, noPart());
        } else if (!PreviewPages.opens(preview, path)) {
            refuse(request, response, notForYou());
        } else {
            enter(preview, request, response);
            chain.doFilter(request, response);
        }
    }

    private static boolean reads(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    /** Kept with the request too, as {@link SessionFilter} does; it finds somebody there and looks for no session. */
    private void enter(Preview preview, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PortalAuthentication(preview.chart()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private void ended(HttpServletRequest request, HttpServletResponse response) {
        cookies.previewed(response);
        if (Htmx.wantsFragment(request)) {
            response.setHeader("HX-Redirect", PreviewController.ENDED);
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.setHeader(HttpHeaders.LOCATION, PreviewController.ENDED);
            response.setStatus(HttpStatus.SEE_OTHER.value());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        problems.write(request, response, problem);
    }

    private static Problem readOnly() {
        return new Problem( // not read by patients
                HttpStatus.FORBIDDEN,
                "A preview is read-only",
                "Nothing was done. Go back to look at more of the portal.");
    }

    private static Problem noPart() {
        return new Problem( // not read by patients
                HttpStatus.FORBIDDEN,
                "This is no part of a preview",
                "A preview shows the home page, appointments, invoices, records, forms, documents and the profile. It"
                        + " downloads nothing, and shows nothing of how somebody signs in.");
    }

    private static Problem notForYou() {
        return new Problem( // not read by patients
                HttpStatus.FORBIDDEN,
                "Your role doesn’t see this",
                "The person you have a preview of finds a page here. It is about what your role at the clinic doesn’t see.");
    }
}
