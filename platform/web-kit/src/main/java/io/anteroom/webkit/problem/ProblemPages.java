package io.anteroom.webkit.problem;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.webkit.Brand;
import io.anteroom.webkit.Brands;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.Layout;
import io.anteroom.webkit.PageWriter;
import io.anteroom.webkit.PlatformPage;
import io.anteroom.webkit.PortalPage;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.security.RequestIdFilter;
import io.anteroom.webkit.templates.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers what goes wrong: a page in the look of the host it happened on, RFC 9457 JSON for fragments and programs. Both
 * carry the request's id, which is in the log beside the fault itself.
 */
public final class ProblemPages {

    private static final Logger log = LoggerFactory.getLogger(ProblemPages.class);

    private static final String RETRY_OUTAGE_AFTER = "30";

    private static final Pattern OWN_PATH = Pattern.compile("/(?:[^/\\\\].*)?");

    private final Brands brands;
    private final Links links;
    private final Predicate<HttpServletRequest> staff;
    private final KeptPages refusals = new KeptPages();

    /**
     * Draws the portals' problems with {@code brands}.
     *
     * @param staff whether somebody who works at a clinic asked: the look for its patients, and its number to call, are not
     *     for them
     */
    public ProblemPages(Brands brands, Links links, Predicate<HttpServletRequest> staff) {
        this.brands = brands;
        this.links = links;
        this.staff = staff;
    }

    /** Answers {@code request} with {@code status} and the usual words for it. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        write(request, response, Problem.of(status));
    }

    /** Answers {@code request} with words of its own. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (!response.isCommitted()) {
            write(
                    request,
                    response,
                    problem,
                    () -> page(RequestIdFilter.idOf(request), problem, brand(request), null, null));
        }
    }

    /**
     * Answers {@code request} of a clinic that is asked for nothing more, not even for its look: that is what it was when
     * last seen, without the logo. What can be asked for again has a button for it.
     *
     * @param clinic whose portal it is, where it is a portal's
     */
    public void busy(HttpServletRequest request, HttpServletResponse response, Problem problem, @Nullable Tenant clinic)
            throws IOException {
        answer(request, response, problem, () -> {
            Brand look = clinic == null ? null : brands.remembered(clinic).withoutLogo();
            String again = again(request);
            PageWriter.write(
                    response,
                    problem.status(),
                    refusals.page(
                            new KeptPages.Said(Words.current().language(), problem, look, again),
                            RequestIdFilter.idOf(request),
                            id -> page(id, problem, Optional.ofNullable(look), null, again)));
        });
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, Problem problem, Supplier<Content> page)
            throws IOException {
        answer(request, response, problem, () -> PageWriter.write(response, problem.status(), page.get()));
    }

    private interface Writing {
        void write() throws IOException;
    }

    /** In the form that is wanted. */
    private static void answer(HttpServletRequest request, HttpServletResponse response, Problem problem, Writing page)
            throws IOException {
        response.resetBuffer();
        response.addHeader(HttpHeaders.VARY, "Accept, HX-Request");
        if (wantsJson(request)) {
            json(request, response, problem);
        } else {
            page.write();
        }
    }

    /** The same address, if opening it changes nothing and it leads to nowhere else. */
    private static @Nullable String again(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!HttpMethod.GET.matches(request.getMethod()) || !isOwnPath(path)) {
            return null;
        }
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static boolean isOwnPath(String path) {
        return OWN_PATH.matcher(path).matches();
    }

    /**
     * Answers what {@code failure} stopped if that is the database being away or too busy, and says whether it was. What
     * somebody typed is kept on the page, unless it may have been saved already.
     */
    public boolean outage(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws IOException {
        Optional<Outage> outage = Outage.behind(failure);
        if (outage.isEmpty() || response.isCommitted()) {
            return false;
        }
        log.warn("The database could not be used: {}", rootCause(failure).toString());
        Optional<SentForm> kept = outage.filter(Outage.NOT_BEGUN::equals)
                .flatMap(_ -> SentForm.of(request))
                .filter(form -> isOwnPath(form.action()));
        boolean mayBeDone = outage.get() == Outage.UNKNOWN && !HttpMethod.GET.matches(request.getMethod());
        Problem problem = new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                say("Your information can’t be reached at the moment"),
                kept.isPresent()
                        ? say("What you entered is kept on this page. Wait a minute, then send it again.")
                        : mayBeDone
                                ? say(
                                        "What you sent may have been saved or not. Wait a minute, then look before you send it"
                                                + " again.")
                                : say("Nothing is lost. Wait a minute, then try again."));
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_OUTAGE_AFTER);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        write(
                request,
                response,
                problem,
                () -> page(RequestIdFilter.idOf(request), problem, brand(request), kept.orElse(null), null));
        return true;
    }

    /**
     * Answers a form of somebody whose sign-in ran out meanwhile: what was typed is kept on the page, to be sent once they have signed in
     * in another tab, and whether it can be kept. A form that is too long for that, or has files, is not answered.
     *
     * @param signIn where they sign in
     */
    public boolean signedOut(HttpServletRequest request, HttpServletResponse response, String signIn)
            throws IOException {
        Optional<SentForm> kept = SentForm.of(request).filter(form -> isOwnPath(form.action()));
        if (kept.isEmpty() || response.isCommitted()) {
            return false;
        }
        String title = say("You have been signed out");
        Content content = new StaticTemplates().partSignedOut(kept.get(), signIn);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        PageWriter.write(
                response,
                HttpStatus.UNAUTHORIZED,
                brand(request)
                        .map(look -> Layout.portalCard(PortalPage.signedOut(title, look), content))
                        .orElseGet(() -> Layout.platform(PlatformPage.titled(title), content)));
        return true;
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The answer of a host without a clinic: the same bytes always, without a request id inside. */
    public void nobodyHere(HttpServletResponse response) throws IOException {
        Problem problem = new Problem(
                HttpStatus.NOT_FOUND,
                "There is no portal at this address",
                "Check the address for a typing mistake. If you don’t know it, we can send you the link to your clinic’s"
                        + " portal.");
        Content content = new StaticTemplates().partNobody(problem, links.platform("/find-my-clinic"));
        PageWriter.write(response, problem.status(), Layout.platform(PlatformPage.titled(problem.heading()), content));
    }

    /**
     * The answer of a clinic that an operator has suspended, with its look and its number to call. Of its pages it offers
     * none, since none would be answered.
     */
    public void away(HttpServletRequest request, HttpServletResponse response, Tenant tenant) throws IOException {
        Brand look = CurrentTenant.call(tenant, () -> look(tenant)).withoutPages();
        Problem problem = new Problem(
                HttpStatus.FORBIDDEN,
                say("The portal of {clinic} is closed for now", "clinic", look.name()),
                say("Your data is safe. To reach the clinic, please call or write to it as usual."));
        write(request, response, problem, () -> closed(problem, look));
    }

    /**
     * The answer of the bound clinic where it has closed what was asked for: said politely, with its number to call. A
     * status of 403 is apt, see docs/web.md.
     */
    public void closed(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        write(request, response, problem, () -> closed(problem, look(CurrentTenant.get())));
    }

    private static Content closed(Problem problem, Brand look) {
        Content content = new StaticTemplates().partClosed(problem, look);
        return Layout.portalCard(PortalPage.signedOut(problem.heading(), look), content);
    }

    private static Content page(
            String requestId, Problem problem, Optional<Brand> brand, @Nullable SentForm kept, @Nullable String again) {
        Content content = new StaticTemplates().partProblem(problem, kept, again, requestId, brand.orElse(null));
        return brand.map(look -> Layout.portalCard(PortalPage.signedOut(problem.heading(), look), content))
                .orElseGet(() -> Layout.platform(PlatformPage.titled(problem.heading()), content));
    }

    private Optional<Brand> brand(HttpServletRequest request) {
        return CurrentTenant.find().filter(tenant -> !staff.test(request)).map(this::look);
    }

    private Brand look(Tenant tenant) {
        try {
            return brands.of(tenant);
        } catch (RuntimeException e) {
            log.warn(
                    "A problem page goes without its clinic's look: {}",
                    rootCause(e).toString());
            return brands.remembered(tenant);
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
