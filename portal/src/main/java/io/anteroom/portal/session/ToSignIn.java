package io.anteroom.portal.session;

import io.anteroom.webkit.problem.ProblemPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends a browser to the sign-in page, and has it remember the page it wanted. */
final class ToSignIn implements AuthenticationEntryPoint {

    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    /** Pages on which people type for long. */
    private static final String LONG_FORMS = "/questionnaires/";

    private static final Pattern FILE_OF_FORM = Pattern.compile("/questionnaires/[a-z2-7]+/[0-9]+/files/[a-z0-9-]+");

    private final PortalCookies cookies;
    private final ProblemPages problems;

    ToSignIn(PortalCookies cookies, ProblemPages problems) {
        this.cookies = cookies;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        var path = path(request);
        if (path.startsWith(LONG_FORMS) && problems.signedOut(request, response, "/sign-in")) {
            return;
        }
        var wanted = HttpMethod.GET.matches(request.getMethod()) ? path : formOf(path);
        if (wanted != null && Wanted.mayBe(wanted)) {
            cookies.wanting(response, wanted, REMEMBERED);
        }
        boolean ended = cookies.session(request).isPresent();
        if (ended) {
            cookies.signedOut(response);
        }
        response.setHeader(HttpHeaders.LOCATION, ended ? "/sign-in?ended=yes" : "/sign-in");
        response.setStatus(HttpStatus.SEE_OTHER.value());
    }

    /** The page of a form with files, which can't be kept: there they are chosen again. */
    private static @Nullable String formOf(String path) {
        if (path.startsWith("/documents/new/")) {
            return "/documents/new";
        }
        return FILE_OF_FORM.matcher(path).matches() ? path : null;
    }

    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
