package io.anteroom.webkit.problem;

import gg.jte.Content;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.webkit.Brand;
import io.anteroom.webkit.Brands;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.Layout;
import io.anteroom.webkit.PageWriter;
import io.anteroom.webkit.PlatformPage;
import io.anteroom.webkit.PortalPage;
import io.anteroom.webkit.security.RequestIdFilter;
import io.anteroom.webkit.templates.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers what goes wrong: a page in the look of the host it happened on, RFC 9457 JSON for fragments and programs. Both
 * carry the request's id, which is in the log beside the fault itself.
 */
public final class ProblemPages {

    private static final Logger log = LoggerFactory.getLogger(ProblemPages.class);

    private final Brands brands;

    /** Draws the portals' problems with {@code brands}. */
    public ProblemPages(Brands brands) {
        this.brands = brands;
    }

    /** Answers {@code request} with {@code status} and the usual words for it. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        write(request, response, Problem.of(status));
    }

    /** Answers {@code request} with words of its own. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.addHeader(HttpHeaders.VARY, "Accept, HX-Request");
        if (wantsJson(request)) {
            json(request, response, problem);
        } else {
            PageWriter.write(response, problem.status(), page(request, problem));
        }
    }

    /** The answer of a host without a clinic: the same bytes always, without a request id inside. */
    public void nobodyHere(HttpServletResponse response) throws IOException {
        Problem problem = new Problem(
                HttpStatus.NOT_FOUND,
                "There is no portal at this address",
                "Check the address for a typing mistake, or ask your clinic for the link to its portal.");
        Content content = new StaticTemplates().partProblem(problem, null, null);
        PageWriter.write(response, problem.status(), Layout.platform(PlatformPage.titled(problem.heading()), content));
    }

    /** The answer of a clinic that an operator has suspended. */
    public void away(HttpServletRequest request, HttpServletResponse response, Tenant tenant) throws IOException {
        Problem problem = new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The portal of " + tenant.name() + " is closed for now",
                "Your data is safe. To reach the clinic, please call or write to it as usual.");
        response.setHeader(HttpHeaders.RETRY_AFTER, "3600");
        if (wantsJson(request)) {
            json(request, response, problem);
        } else {
            Content content = new StaticTemplates().partProblem(problem, null, null);
            PortalPage page = PortalPage.signedOut(problem.heading(), Brand.plain(tenant.name()));
            PageWriter.write(response, problem.status(), Layout.portalCard(page, content));
        }
    }

    private Content page(HttpServletRequest request, Problem problem) {
        Optional<Brand> brand = brand();
        Content content = new StaticTemplates().partProblem(problem, RequestIdFilter.idOf(request), brand.orElse(null));
        return brand.map(look -> Layout.portalCard(PortalPage.signedOut(problem.heading(), look), content))
                .orElseGet(() -> Layout.platform(PlatformPage.titled(problem.heading()), content));
    }

    private Optional<Brand> brand() {
        try {
            return CurrentTenant.find().map(brands::of);
        } catch (RuntimeException e) {
            log.warn("A problem page goes without its clinic's look", e);
            return CurrentTenant.find().map(tenant -> Brand.plain(tenant.name()));
        }
    }

    private static void json(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        byte[] body = """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s","requestId":"%s"}""".formatted(
                        quote(problem.heading()),
                        problem.status().value(),
                        quote(problem.advice()),
                        RequestIdFilter.idOf(request))
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String quote(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    private static boolean wantsJson(HttpServletRequest request) {
        if (Htmx.wantsFragment(request)) {
            return true;
        }
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return !accept.contains("html")
                && List.of("json", "event-stream").stream().anyMatch(accept::contains);
    }
}
